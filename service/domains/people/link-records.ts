import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { evidenceOf, type Contact, type Evidence } from '../../../shared/domains/people/contact.ts'
import { PersonId, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { contactOf, namesSomebody } from './contacts.ts'
import { forgetPeople } from './forget-people.ts'
import { comparedColumns, holdNames, holdPeople, keptAddress, peopleLike, theirPerson, type KnownPeople } from './known.ts'
import { marksFor, type OwnedRecord } from './marks.ts'

interface Named {
  readonly change: Change
  readonly contact: Contact
  readonly evidence: Evidence
}

interface Link {
  readonly record_table: string
  readonly record_id: string
  readonly person_id: PersonId
  readonly how: 'account' | 'contact' | 'by-hand'
  readonly name_key: string
}

/**
 * Says of every row that is written whose it is, in the same transaction, and answers the marks of secrecy that have to be
 * written with it. A row without a name (any more) is nobody's. A link made by hand stays; one whose name changed is found anew.
 */
export async function linkRecords(trx: Kysely<Schema>, townId: TownId, at: Instant, changes: readonly Change[]): Promise<readonly Change[]> {
  const own = changes.filter(namesSomebody)
  const cases = changes.flatMap(({ table, row }): OwnedRecord[] => (table === 'applications' ? [{ table, id: row.id, scope: row.scope, personId: row.personId }] : []))
  const owned = own.length === 0 ? [] : await linkNamed(trx, townId, at, own)
  return marksFor(trx, townId, [...owned, ...cases])
}

async function linkNamed(trx: Kysely<Schema>, townId: TownId, at: Instant, own: readonly Change[]): Promise<readonly OwnedRecord[]> {
  const before = await linksOf(trx, townId, own)
  const named = own.flatMap((change): Named[] => {
    const contact = contactOf(change)
    return contact ? [{ change, contact, evidence: evidenceOf(contact) }] : []
  })
  await unlink(trx, townId, own.filter(change => !named.some(one => one.change === change)).flatMap(change => before.get(keyOf(change)) ?? []))
  const persons = await personsOf(trx, townId, named, before)
  if (named.length > 0) await write(trx, townId, at, named, persons, before)
  const left = named.flatMap(({ change }) => {
    const was = before.get(keyOf(change))?.person_id
    return was && was !== persons.get(change) ? [was] : []
  })
  await forgetPeople(trx, townId, left)
  return named.flatMap(({ change }) => {
    const personId = persons.get(change)
    return personId ? [{ table: change.table, id: change.row.id, scope: change.row.scope, personId }] : []
  })
}

const keyOf = ({ table, row }: Change): string => `${table}/${row.id}`

async function linksOf(trx: Kysely<Schema>, townId: TownId, changes: readonly Change[]): Promise<ReadonlyMap<string, Link>> {
  const { rows } = await sql<Link>`
    select r.record_table, r.record_id, r.person_id, r.how, r.name_key from person_records r
    join unnest(${changes.map(({ table }) => table)}::text[], ${changes.map(({ row }) => row.id)}::text[]) as asked(t, id) on r.record_table = asked.t and r.record_id = asked.id
    where r.town_id = ${townId}`.execute(trx)
  return new Map(rows.map(row => [`${row.record_table}/${row.record_id}`, row]))
}

async function unlink(trx: Kysely<Schema>, townId: TownId, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  for (const { record_table, record_id } of links)
    await trx.deleteFrom('person_records').where('town_id', '=', townId).where('record_table', '=', record_table).where('record_id', '=', record_id).execute()
  await forgetPeople(trx, townId, links.map(({ person_id }) => person_id))
}

const isSettled = ({ change, evidence }: Named, before: ReadonlyMap<string, Link>): PersonId | undefined => {
  const link = before.get(keyOf(change))
  return link && (link.how === 'by-hand' || link.name_key === evidence.nameKey) ? link.person_id : undefined
}

/** Whose each row is: as it was, somebody who is known, or somebody new. */
async function personsOf(trx: Kysely<Schema>, townId: TownId, named: readonly Named[], before: ReadonlyMap<string, Link>): Promise<ReadonlyMap<Change, PersonId>> {
  const persons = new Map<Change, PersonId>()
  for (const one of named) {
    const settled = isSettled(one, before)
    if (settled) persons.set(one.change, settled)
  }
  const open = named.filter(({ change }) => !persons.has(change))
  if (open.length === 0) return persons
  await assign(trx, townId, await peopleLike(trx, townId, open.map(({ evidence }) => evidence)), open, persons)
  const strangers = open.filter(({ change }) => !persons.has(change))
  if (strangers.length === 0) return persons
  // Somebody else may be writing down the same person at this moment: asked again once they are done.
  await holdNames(trx, townId, strangers.map(({ evidence }) => evidence.nameKey))
  const known = await peopleLike(trx, townId, strangers.map(({ evidence }) => evidence))
  await assign(trx, townId, known, strangers, persons)
  await addStrangers(trx, townId, known, strangers, persons)
  return persons
}

/** Whoever was forgotten at this moment is taken out of `known`. */
async function assign(trx: Kysely<Schema>, townId: TownId, known: KnownPeople, open: readonly Named[], persons: Map<Change, PersonId>): Promise<void> {
  const found = open.flatMap(({ change, evidence }) => {
    const person = theirPerson(known, evidence)
    return person ? [{ change, person }] : []
  })
  const held = await holdPeople(trx, townId, found.map(({ person }) => person))
  for (const { change, person } of found) {
    if (held.has(person)) persons.set(change, person)
    else known.delete(person)
  }
}

async function addStrangers(trx: Kysely<Schema>, townId: TownId, known: KnownPeople, strangers: readonly Named[], persons: Map<Change, PersonId>): Promise<void> {
  const added: { readonly id: PersonId; readonly contact: Contact }[] = []
  for (const { change, contact, evidence } of strangers.filter(one => !persons.has(one.change))) {
    const id = theirPerson(known, evidence) ?? PersonId.parse(randomUUID())
    if (!known.has(id)) added.push({ id, contact })
    known.set(id, [...(known.get(id) ?? []), evidence])
    persons.set(change, id)
  }
  if (added.length === 0) return
  // Of whoever is known by a record alone the name is enough: the rest stands with the record, for those who may see it.
  await trx.insertInto('people').values(added.map(({ id, contact: { name } }) => ({
    town_id: townId, id, name: name.slice(0, 200), email: null, merged_into: null, ...comparedColumns({ name, birthDay: null, email: null, phone: null, address: null, account: null }),
  }))).execute()
}

async function write(trx: Kysely<Schema>, townId: TownId, at: Instant, named: readonly Named[], persons: ReadonlyMap<Change, PersonId>, before: ReadonlyMap<string, Link>): Promise<void> {
  const rows = named.flatMap(({ change, contact, evidence }) => {
    const personId = persons.get(change)
    const link = before.get(keyOf(change))
    return personId === undefined ? [] : [{
      town_id: townId, record_table: change.table, record_id: change.row.id, scope: change.row.scope, person_id: personId, how: link?.person_id === personId ? link.how : 'contact' as const, at,
      name: contact.name, birth_day: contact.birthDay, email: evidence.email, phone: contact.phone, address: keptAddress(contact.address), ...comparedColumns(contact),
    }]
  })
  await sql`insert into person_records (town_id, record_table, record_id, scope, person_id, how, at, name, birth_day, email, phone, address, name_key, sounds, given_name, phone_key, address_key)
    select ${townId}, r.record_table, r.record_id, r.scope, r.person_id, r.how, r.at, r.name, r.birth_day, r.email, r.phone, r.address::jsonb, r.name_key, r.sounds, r.given_name, r.phone_key, r.address_key
    from json_to_recordset(${JSON.stringify([...new Map(rows.map(row => [`${row.record_table}/${row.record_id}`, row])).values()])}::text::json) as r(record_table text, record_id text, scope text, person_id text, how text, at timestamptz, name text,
      birth_day text, email text, phone text, address text, name_key text, sounds text, given_name text, phone_key text, address_key text)
    on conflict (town_id, record_table, record_id) do update set scope = excluded.scope, person_id = excluded.person_id, how = excluded.how, name = excluded.name, birth_day = excluded.birth_day,
      email = excluded.email, phone = excluded.phone, address = excluded.address, name_key = excluded.name_key, sounds = excluded.sounds, given_name = excluded.given_name,
      phone_key = excluded.phone_key, address_key = excluded.address_key`.execute(trx)
}

/** Records that are gone are nobody's, and whoever was known by them alone is not known any more. */
export async function unlinkErased(trx: Kysely<Schema>, townId: TownId, erased: readonly { readonly table: string; readonly id: string }[]): Promise<void> {
  const { rows } = await sql<{ readonly person_id: PersonId }>`
    delete from person_records r using unnest(${erased.map(({ table }) => table)}::text[], ${erased.map(({ id }) => id)}::text[]) as gone(t, id)
    where r.town_id = ${townId} and r.record_table = gone.t and r.record_id = gone.id returning r.person_id`.execute(trx)
  await forgetPeople(trx, townId, rows.map(({ person_id }) => person_id))
}

