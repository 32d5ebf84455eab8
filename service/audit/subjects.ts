import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { TABLES_OF_A_CASE } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'

/** Reference numbers and names by the ids of records, as far as the records are still there. What belongs to a case is called by its number. */
export async function subjectsOf(db: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const named = (table: string, name: string) => sql`select t.id, ${sql.raw(name)} as name from ${sql.table(table)} as t where t.town_id = ${townId} and t.id = any(${asked}::text[])`
  const requests = sql`select r.id::text as id, r.name from privacy_requests as r where r.town_id = ${townId} and r.id::text = any(${asked}::text[])`
  const ofCases = TABLES_OF_A_CASE.map(table => sql`
    select t.id, a.reference as name from ${sql.table(table)} as t join applications as a on a.town_id = t.town_id and a.id = t.application_id
    where t.town_id = ${townId} and t.id = any(${asked}::text[])`)
  const { rows } = await sql<{ readonly id: string; readonly name: string | null }>`
    ${sql.join([
      named('applications', 't.reference'), ...ofCases, named('people', 't.name'), named('staff', 't.name'), named('departments', 't.name'),
      named('notices', `t.content ->> 'reference'`), named('notice_runs', 't.title'), named('mailbox_consents', 't.reference'), named('services', `t.title ->> 'de'`),
      named('service_cards', 't.number'), named('halls', 't.name'), requests,
    ], sql` union all `)}`.execute(db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
