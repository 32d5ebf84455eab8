import { sql, type Kysely, type RawBuilder } from 'kysely'
import { HEALTH_ACTIONS, HEALTH_DOMAIN, HEALTH_TABLES } from '../../shared/domains/audit/action-words.ts'
import { plusCalendarDays, startOfGermanDay } from '../../shared/german-days.ts'
import type { TownId } from '../../shared/ids.ts'
import type { AuditPart, AuditQuery } from '../../shared/wire/audit.ts'
import { TABLES_OF_A_CASE } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import type { AuditReader } from './reader.ts'
import { knownElsewhere } from './subjects.ts'

/** What stands in an entry, in the very words of the indexes of the migration `audit`; `l` is the log. */
export const ENTRY_AT = sql<string>`((l.entry::json ->> 'at') collate "C")`
const ENTRY_PERSON = sql`((l.entry::json ->> 'personId') collate "C")`
const ENTRY_ACTION = sql`((l.entry::json ->> 'action') collate "C")`

/** More ids than this belong to one record or name only where the name is everybody's. */
const MOST_IDS = 5_000

/** By its canonical text, which names actions and tables in one way only: much faster than reading it, and the words of an index. */
const HEALTH_WORDS = [`"action":"${HEALTH_DOMAIN}.`, ...HEALTH_ACTIONS.map(action => `"action":"${action}"`), ...HEALTH_TABLES.map(table => `"table":"${table}"`)]
const IS_HEALTH = sql<boolean>`(${sql.raw(HEALTH_WORDS.map(words => `strpos(l.entry, '${words}') > 0`).join(' or '))})`

/** Asked as a case where nearly all belong: of many conditions the database believes that hardly an entry meets all, and would sort the whole log. */
export const ofPart = (part: AuditPart): RawBuilder<boolean> => (part === 'health' ? IS_HEALTH : sql<boolean>`case when ${IS_HEALTH} then false else true end`)

/** A question as the database is asked it. */
export interface AuditCondition {
  /** Rows of the log as `l`. */
  readonly source: RawBuilder<unknown>
  readonly where: RawBuilder<boolean>
  /** The id that it is about, which the entry of the search itself names. */
  readonly about: string | null
}

export async function conditionOf(db: Kysely<Schema>, reader: AuditReader, query: Omit<AuditQuery, 'before'>): Promise<AuditCondition> {
  const { townId } = reader
  const persons = query.who === '' ? null : await personsNamed(db, townId, query.who)
  const record = query.record === '' ? null : await idsOfRecord(db, reader, query.record)
  const parts = [
    sql<boolean>`l.town_id = ${townId}`,
    sql<boolean>`${ENTRY_AT} >= ${startOfGermanDay(query.from)}`,
    sql<boolean>`${ENTRY_AT} < ${startOfGermanDay(plusCalendarDays(query.to, 1))}`,
    ofPart(query.part),
    ...(persons ? [oneOf(ENTRY_PERSON, persons)] : []),
    ...(query.actions.length > 0 ? [oneOf(ENTRY_ACTION, query.actions)] : []),
  ]
  return {
    source: record ? entriesNaming(townId, record.ids) : sql`audit_log as l`,
    where: sql<boolean>`${sql.join(parts, sql` and `)}`,
    about: record?.root ?? (persons?.length === 1 ? persons[0] : undefined) ?? null,
  }
}

/** One alone is asked for as such: then its index gives the entries in their order, however many there are. */
const oneOf = (expression: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 1 ? sql<boolean>`${expression} = ${values[0]}` : sql<boolean>`${expression} = any(${[...values]}::text[])`

/** Found by their own index first: the database would else walk the log from its end and look into each entry. */
const entriesNaming = (townId: TownId, ids: readonly string[]): RawBuilder<unknown> => sql`(
  with named as materialized (select audit_position from audit_log where town_id = ${townId} and audit_record_ids(entry) && ${[...ids]}::text[])
  select a.* from named as n join audit_log as a on a.town_id = ${townId} and a.audit_position = n.audit_position) as l`

async function personsNamed(db: Kysely<Schema>, townId: TownId, who: string): Promise<readonly string[]> {
  const part = `%${who.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  const rows = await db.selectFrom('staff').select('person_id').distinct().where('town_id', '=', townId)
    .where(eb => eb.or([eb('name', 'ilike', part), eb('login', 'ilike', part)])).orderBy('person_id').execute()
  return rows.map(({ person_id: id }) => id)
}

interface MeantRecord {
  /** The record itself and what belongs to it. */
  readonly ids: readonly string[]
  /** Never what was typed where that may be a name. */
  readonly root: string | undefined
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** By name or number only for those who may know whose it is. */
async function idsOfRecord(db: Kysely<Schema>, { townId, seesSubjects }: AuditReader, record: string): Promise<MeantRecord> {
  const called = seesSubjects ? await idsCalled(db, townId, record) : []
  const roots = [...called, record]
  const children = TABLES_OF_A_CASE.map(table => sql`select c.id from ${sql.table(table)} as c where c.town_id = ${townId} and c.application_id in (select id from cases)`)
  const { rows } = await sql<{ readonly id: string }>`
    with roots as (select unnest(${roots}::text[]) as id),
    cases as (select id from roots
      union select r.record_id from person_records as r where r.town_id = ${townId} and ${seesSubjects} and r.person_id in (select id from roots)
      union select a.id from applications as a where a.town_id = ${townId} and ${seesSubjects} and a.person_id in (select id from roots))
    select id from cases union ${sql.join(children, sql` union `)} limit ${MOST_IDS}`.execute(db)
  return { ids: [...new Set([...roots, ...rows.map(({ id }) => id)])], root: called[0] ?? (ID.test(record) ? record : undefined) }
}

async function idsCalled(db: Kysely<Schema>, townId: TownId, called: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select a.id from applications as a where a.town_id = ${townId} and a.reference = ${called}
    union select n.id from notices as n where n.town_id = ${townId} and n.content ->> 'reference' = ${called}
    union select g.id from people as p, lateral person_group(${townId}, p.id) as g(id) where p.town_id = ${townId} and lower(p.name) = lower(${called}) and ${knownElsewhere(townId)}`.execute(db)
  return rows.map(({ id }) => id)
}
