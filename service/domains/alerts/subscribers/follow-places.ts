import { sql, type Transaction } from 'kysely'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Completion } from '../../../commands/context.ts'
import type { Schema } from '../../../store/schema.ts'

/**
 * Whoever chose a place that gets another name goes on hearing of it. Of a place that is gone nobody knows where its people look now: they
 * are told what concerns the whole town, rather once too often than never again.
 */
export const withPlacesFollowed: Completion = async (trx, { changes, state, moment: { actor } }) => {
  const before = state.get('alert_settings', 'alerts')?.localities ?? []
  for (const change of changes)
    if (change.table === 'alert_settings') await follow(trx, actor.townId, before, change.row.localities)
  return changes
}

async function follow(trx: Transaction<Schema>, townId: TownId, before: readonly Locality[], after: readonly Locality[]): Promise<void> {
  const [old, known] = [new Set(before.map(({ name }) => name)), new Set(after.map(({ name }) => name))]
  const fresh = after.filter(({ name }) => !old.has(name))
  for (const gone of before.filter(({ name }) => !known.has(name))) {
    const renamed = fresh.find(({ centre }) => centre.every((degrees, index) => degrees === gone.centre[index]))
    const places = renamed ? sql<string[]>`array_replace(localities, ${gone.name}, ${renamed.name})` : sql<string[]>`'{}'`
    await trx.updateTable('subscribers').set({ localities: places }).where('town_id', '=', townId).where(sql<boolean>`${gone.name} = any(localities)`).execute()
  }
}
