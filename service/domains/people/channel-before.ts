import { setImmediate as yieldTurn } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { ApplicationId, TownId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** In one transaction: short enough that nobody at a desk waits for it. */
const AT_ONCE = 500

/**
 * Cases that came over the state's portal while that was no channel of its own say so, and every desk hears of it: without an
 * e-mail address nobody there reads the mailbox. What is decided stays as it is, for how a decision was announced follows from
 * the channel; a case that is opened again is looked at again. Answers how many were changed.
 */
export async function nameStatePortal(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let named = 0
  for (let ids = await unnamed(db, townId, ''); ids.length > 0; ids = await unnamed(db, townId, ids.at(-1) ?? '')) {
    const wanted = ids
    named += await db.transaction().execute(async trx => {
      const rows = await loadRecords(trx, townId, wanted.map(id => ({ table: 'applications', id })), true)
      const changes = ([...rows.values()] as RowOf<'applications'>[]).filter(isOpenAtPortal).map((row): Change => ({ table: 'applications', row: { ...row, channel: 'state-portal' } }))
      if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'applications.channel-named', commandId: null, at: now }, changes)
      return changes.length
    })
    await yieldTurn()
  }
  return named
}

/** Somebody may have decided it just now. */
const isOpenAtPortal = ({ channel, decidedAt }: RowOf<'applications'>): boolean => channel === 'portal' && decidedAt === null

async function unnamed(db: Kysely<Schema>, townId: TownId, after: string): Promise<readonly ApplicationId[]> {
  const { rows } = await sql<{ readonly id: ApplicationId }>`
    select a.id from fit_connect_submissions s join applications a on a.town_id = s.town_id and a.id = s.application_id
    where s.town_id = ${townId} and a.channel = 'portal' and a.decided_at is null and a.id > ${after} order by a.id limit ${AT_ONCE}`.execute(db)
  return rows.map(({ id }) => id)
}
