import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { TABLES_OF_A_CASE } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'

/** A person, as `p`, of whom more is known than health data: that alone names nobody to those who read the log. */
export const knownElsewhere = (townId: TownId): RawBuilder<boolean> => sql<boolean>`exists (
  select from person_group(${townId}, p.id) as g(id) where exists (select from applications as a where a.town_id = ${townId} and a.person_id = g.id)
    or exists (select from person_records as r where r.town_id = ${townId} and r.person_id = g.id and r.scope not like 'health%'))`

/** Reference numbers and names by the ids of records, as far as the records are still there. What belongs to a case is called by its number. */
export async function subjectsOf(db: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const named = (table: string, name: string) => sql`select t.id, ${sql.raw(name)} as name from ${sql.table(table)} as t where t.town_id = ${townId} and t.id = any(${asked}::text[])`
  const people = sql`select p.id, p.name from people as p where p.town_id = ${townId} and p.id = any(${asked}::text[]) and ${knownElsewhere(townId)}`
  const requests = sql`select r.id::text as id, r.name from privacy_requests as r where r.town_id = ${townId} and r.id::text = any(${asked}::text[])`
  const ofCases = TABLES_OF_A_CASE.map(table => sql`
    select t.id, a.reference as name from ${sql.table(table)} as t join applications as a on a.town_id = t.town_id and a.id = t.application_id
    where t.town_id = ${townId} and t.id = any(${asked}::text[])`)
  const { rows } = await sql<{ readonly id: string; readonly name: string | null }>`
    ${sql.join([
      named('applications', 't.reference'), ...ofCases, named('staff', 't.name'), named('departments', 't.name'),
      named('notices', `t.content ->> 'reference'`), named('notice_runs', 't.title'), named('mailbox_consents', 't.reference'), named('services', `t.title ->> 'de'`),
      named('service_cards', 't.number'), named('halls', 't.name'), people, requests,
    ], sql` union all `)}`.execute(db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
