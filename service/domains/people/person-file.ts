import { sql, type Kysely } from 'kysely'
import { germanDay } from '../../../shared/german-days.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { isHealthScope } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import { CONTACT_WAYS, type PersonChoice, type PersonFile, type PersonMerge, type PersonRecord } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { noteOpened } from './accesses.ts'
import { inScopes, noteFile, seesBothSides, visibleGroup, type Reader } from './reader.ts'
import { seenPeople } from './summaries.ts'
import { timelineOf } from './timeline.ts'

/** The file under which a person stands; who read it is written down before it is told, and why where a secrecy holds. */
export async function personFile(db: Kysely<Schema>, reader: Reader, { id, reason }: { readonly id: PersonId; readonly reason: string | null }, now: Instant): Promise<Result<PersonFile>> {
  const ids = await visibleGroup(db, reader, id)
  const root = await rootOf(db, reader, id)
  if (ids.length === 0 || !root) return refuse('request/not-found')
  await db.transaction().execute(async trx => {
    await noteFile(trx, reader, 'people.viewed', root, now)
    if (reason) await noteOpened(trx, reader.access, { kind: 'opened', about: root, purpose: reason }, now)
  })
  const seen = (await seenPeople(db, reader, [root], germanDay(now), reason === null)).get(root)
  if (!seen) return refuse('request/not-found')
  const { entries, hasMore } = await timelineOf(db, reader, ids, seen.summary.isHidden)
  const choices = await choicesOf(db, reader, ids)
  // Said of everybody in the file at once, told once.
  const changes = await db.selectFrom('secrecy_changes').distinct().select(['kind', 'until', 'reason', 'at', 'by_name']).where('town_id', '=', reader.townId).where('person_id', 'in', ids).orderBy('at', 'desc').limit(100).execute()
  return ok({
    person: seen.summary, entries, hasMore, choices, preferredWay: wayOf(choices),
    // A reason may say from whom somebody hides.
    secrecyChanges: changes.map(({ by_name: byName, reason: why, ...change }) => ({ ...change, reason: seen.summary.isHidden ? '' : why, byName })),
    merges: await mergesOf(db, reader, ids),
    mayAskVaccinations: reader.scopes.some(isHealthScope),
  })
}

const rootOf = async (db: Kysely<Schema>, { townId }: Reader, id: PersonId): Promise<PersonId | null> =>
  (await sql<{ readonly root: PersonId | null }>`select person_root(${townId}, ${id}) as root`.execute(db)).rows[0]?.root ?? null

async function choicesOf(db: Kysely<Schema>, { townId }: Reader, ids: readonly PersonId[]): Promise<PersonChoice[]> {
  const { rows } = await sql<PersonChoice>`
    select id, kind, subject, value, source, at, by_name as "byName" from person_choices where town_id = ${townId} and person_id = any(${[...ids]}::text[]) order by at desc, id desc limit 200`.execute(db)
  return rows
}

const wayOf = (choices: readonly PersonChoice[]): PersonFile['preferredWay'] => {
  const value = choices.find(({ kind }) => kind === 'way')?.value
  return CONTACT_WAYS.find(way => way === value) ?? null
}

/** A merge with somebody of whom the reader may see nothing is not told: it would say that there is something. */
async function mergesOf(db: Kysely<Schema>, reader: Reader, ids: readonly PersonId[]): Promise<PersonMerge[]> {
  const { townId } = reader
  const { rows } = await sql<PersonMerge>`
    select m.id, m.from_id as "fromId", f.name as "fromName", m.into_id as "intoId", i.name as "intoName", m.reason, m.at, m.by_name as "byName", m.undone_at as "undoneAt",
      m.undone_by_name as "undoneByName", m.undone_reason as "undoneReason"
    from person_merges m join people f on f.town_id = m.town_id and f.id = m.from_id join people i on i.town_id = m.town_id and i.id = m.into_id
    where m.town_id = ${townId} and (m.from_id = any(${[...ids]}::text[]) or m.into_id = any(${[...ids]}::text[])) order by m.at desc, m.id limit 100`.execute(db)
  const seen: PersonMerge[] = []
  for (const merge of rows) if (await seesBothSides(db, reader, merge)) seen.push(merge)
  return seen
}

/** In whose file a record stands that the reader may see, and how its person wants to be reached; null for nobody's and for one that may not be seen. */
export async function personOfRecord(db: Kysely<Schema>, reader: Reader, { table, recordId }: PersonRecord): Promise<{ readonly personId: PersonId | null; readonly preferredWay: PersonFile['preferredWay'] }> {
  const { townId } = reader
  const { rows } = await sql<{ readonly root: PersonId | null }>`
    select person_root(${townId}, person_id) as root from (
      select person_id from applications where town_id = ${townId} and ${table} = 'applications' and id = ${recordId} and ${inScopes(reader, sql`scope`)}
      union all select person_id from person_records where town_id = ${townId} and record_table = ${table} and record_id = ${recordId} and ${inScopes(reader, sql`scope`)}) as found limit 1`.execute(db)
  const personId = rows[0]?.root ?? null
  if (!personId) return { personId: null, preferredWay: null }
  const ids = await visibleGroup(db, reader, personId)
  return { personId, preferredWay: wayOf(await choicesOf(db, reader, ids)) }
}
