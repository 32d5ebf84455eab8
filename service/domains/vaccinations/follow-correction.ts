import { sql, type Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import type { Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId, VaccinationId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** What hangs on a documentation hangs on its correction from now on: whom a recall has told stays told, a suspicion stays theirs. */
export async function followers(trx: Transaction<Schema>, townId: TownId, before: VaccinationId, after: Vaccination): Promise<readonly Change[]> {
  const contacts = await rowsOn(trx, townId, 'recall_contacts', before)
  const sideEffects = await rowsOn(trx, townId, 'side_effects', before)
  return [
    ...contacts.map(row => ({ table: 'recall_contacts', row: { ...row, id: contactIdOf(row.recallId, after.id), version: 0, vaccinationId: after.id } }) as const),
    ...sideEffects.map(row => ({ table: 'side_effects', row: { ...row, vaccinationId: after.id } }) as const),
  ]
}

async function rowsOn<Name extends 'recall_contacts' | 'side_effects'>(trx: Transaction<Schema>, townId: TownId, table: Name, id: VaccinationId): Promise<readonly RowOf<Name>[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where town_id = ${townId} and vaccination_id = ${id} order by id`.execute(trx)
  const found = await loadRecords(trx, townId, rows.map(row => ({ table, id: row.id }) as const), true)
  return rows.flatMap(row => (found.get(`${table}/${row.id}`) as RowOf<Name> | undefined) ?? [])
}
