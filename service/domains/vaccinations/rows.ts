import { sql, type Kysely, type RawBuilder } from 'kysely'
import { stands } from '../../../shared/domains/vaccinations/twins.ts'
import type { Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId, VaccineeId } from '../../../shared/ids.ts'
import { departmentOf, healthArchiveScope, healthScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** Where the health data of a department lie: with its desks, and in the archive. */
export function healthScopesOf(scope: string): readonly [live: string, archive: string] {
  const department = departmentOf(scope)
  if (!department) throw new Error(`${scope} belongs to no department`)
  return [healthScope(department), healthArchiveScope(department)]
}

/** The rows of a table for which a condition holds, locked and in the order of their ids. */
export async function lockedWhere<Name extends 'vaccinations' | 'vaccination_visits' | 'appointments'>(trx: Kysely<Schema>, townId: TownId, table: Name, condition: RawBuilder<boolean>): Promise<readonly RowOf<Name>[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where town_id = ${townId} and ${condition} order by id`.execute(trx)
  const found = await loadRecords(trx, townId, rows.map(({ id }) => ({ table, id }) as const), true)
  return rows.flatMap(({ id }) => (found.get(`${table}/${id}`) as RowOf<Name> | undefined) ?? [])
}

/** What counts of what a department documented about somebody, years ago too. */
export async function standingOf(trx: Kysely<Schema>, townId: TownId, scope: string, vaccineeId: VaccineeId): Promise<readonly Vaccination[]> {
  const { rows } = await sql<{ id: string }>`
    select id from vaccinations where town_id = ${townId} and vaccinee_id = ${vaccineeId} and scope = any(${[...healthScopesOf(scope)]}::text[])
      and replaced_by_id is null and not is_void order by day, id`.execute(trx)
  const found = await loadRecords(trx, townId, rows.map(({ id }) => ({ table: 'vaccinations', id }) as const), false)
  return rows.flatMap(({ id }) => (found.get(`vaccinations/${id}`) as Vaccination | undefined) ?? []).filter(stands)
}
