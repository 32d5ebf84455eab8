import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { recordKey, type Change } from '../../../shared/command.ts'
import { evidenceOf } from '../../../shared/domains/people/contact.ts'
import { PersonId, type TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import type { PersonRecord } from '../../../shared/wire/people.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { forgetPeople } from './forget-people.ts'
import { comparedColumns, takePeople } from './known.ts'
import { marksFor } from './marks.ts'
import { inScopes, visibleGroup, type Done, type Reader } from './reader.ts'
import { endStaleMarks } from './secrecies.ts'

interface Assigned extends PersonRecord {
  /** Null for somebody of whom nothing else is known. */
  readonly personId: PersonId | null
  readonly reason: string
}

/** A record that may be seen: of whom it is now, and what it calls its person. */
interface Standing {
  readonly scope: string
  readonly personId: PersonId | null
  readonly name: string
}

/** Puts a record into somebody's file by hand; it stays there whatever the record says. A case takes its messages along. */
export async function assignRecord(db: Kysely<Schema>, reader: Reader, assigned: Assigned, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  const { table, recordId, reason } = assigned
  return db.transaction().execute(async trx => {
    const record = await standingOf(trx, reader, assigned)
    const person = record && (await goalOf(trx, reader, assigned.personId, record.name))
    if (!record || !person) return refuse('request/not-found')
    const persons = [...new Set([person.id, ...(record.personId ? [record.personId] : [])])]
    await takePeople(trx, townId, persons)
    const changes = table === 'applications' ? await movedCase(trx, townId, recordId, person.id) : await movedRecord(trx, townId, assigned, record, person, now)
    await commitChanges(trx, { townId, actor, action: 'people.assigned', commandId: null, about: `${table}/${recordId}`, at: now }, changes)
    await trx.insertInto('person_accesses').values({ town_id: townId, id: `${table}/${recordId}/${now}`, kind: 'assigned', about: person.id, purpose: reason, at: now, by_id: actor.personId, by_name: actor.name }).onConflict(conflict => conflict.doNothing()).execute()
    // Of whoever it was before, and may have been hidden for them.
    await endStaleMarks(trx, townId, now)
    await forgetPeople(trx, townId, persons.filter(id => id !== person.id))
    return ok({})
  })
}

/** Held until the end, so that nobody writes it meanwhile. */
async function standingOf(trx: Transaction<Schema>, reader: Reader, { table, recordId }: PersonRecord): Promise<Standing | undefined> {
  const { townId } = reader
  const { rows: [record] } = await sql<{ readonly scope: string }>`select scope from ${sql.table(table)} where town_id = ${townId} and id = ${recordId} and ${inScopes(reader, sql`scope`)} for update`.execute(trx)
  if (!record) return undefined
  const { rows: [link] } = table === 'applications'
    ? await sql<Omit<Standing, 'scope'>>`select person_id as "personId", applicant_name as name from applications where town_id = ${townId} and id = ${recordId}`.execute(trx)
    : await sql<Omit<Standing, 'scope'>>`select person_id as "personId", name from person_records where town_id = ${townId} and record_table = ${table} and record_id = ${recordId} for update`.execute(trx)
  return { scope: record.scope, personId: link?.personId ?? null, name: link?.name ?? '' }
}

interface Goal {
  readonly id: PersonId
  readonly name: string
}

/** The root of a file the reader may see, or somebody new under the record's name; of them no more is known than that, so that nothing of whom it was taken for goes with it. */
async function goalOf(trx: Transaction<Schema>, reader: Reader, personId: PersonId | null, name: string): Promise<Goal | undefined> {
  const { townId } = reader
  if (personId === null) {
    if (name.trim() === '') return undefined
    const id = PersonId.parse(randomUUID())
    await trx.insertInto('people').values({ town_id: townId, id, name: name.slice(0, 200), email: null, merged_into: null, ...comparedColumns(nothingBut(name)) }).execute()
    return { id, name }
  }
  if ((await visibleGroup(trx, reader, personId)).length === 0) return undefined
  const { rows: [person] } = await sql<Goal>`select id, name from people where town_id = ${townId} and id = person_root(${townId}, ${personId})`.execute(trx)
  return person
}

const nothingBut = (name: string) => ({ name, birthDay: null, email: null, phone: null, address: null, account: null })

/** A case names its person itself, and so does every message in it. */
async function movedCase(trx: Transaction<Schema>, townId: TownId, id: string, personId: PersonId): Promise<readonly Change[]> {
  const record = { table: 'applications', id } as const
  const row = (await loadRecords(trx, townId, [record], true)).get(recordKey(record)) as RowOf<'applications'> | undefined
  if (!row || row.personId === personId) return []
  const messages = await trx.selectFrom('messages').select('id').where('town_id', '=', townId).where('application_id', '=', row.id).execute()
  const moved = await loadRecords(trx, townId, messages.map(message => ({ table: 'messages', id: message.id })), true)
  return [{ table: 'applications', row: { ...row, personId } }, ...[...moved.values()].map(message => ({ table: 'messages', row: { ...message, personId } }) as Change)]
}

/** Answers the marks of secrecy it gets. */
async function movedRecord(trx: Transaction<Schema>, townId: TownId, { table, recordId }: PersonRecord, { scope }: Standing, person: Goal, now: Instant): Promise<readonly Change[]> {
  const { nameKey, sounds, givenName } = evidenceOf(nothingBut(person.name))
  await sql`insert into person_records (town_id, record_table, record_id, scope, person_id, how, at, name, name_key, sounds, given_name)
    values (${townId}, ${table}, ${recordId}, ${scope}, ${person.id}, 'by-hand', ${now}, ${person.name}, ${nameKey}, ${sounds}, ${givenName})
    on conflict (town_id, record_table, record_id) do update set person_id = excluded.person_id, how = 'by-hand'`.execute(trx)
  return marksFor(trx, townId, [{ table, id: recordId, scope, personId: person.id }])
}
