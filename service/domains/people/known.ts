import { sql, type Kysely, type RawBuilder } from 'kysely'
import { evidenceOf, isOfPerson, type Contact, type Evidence, type PostalAddress } from '../../../shared/domains/people/contact.ts'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'

export interface KnownEvidence extends Evidence {
  /** The account came with a name and a birth date, both of which others know, too. */
  readonly isJoined?: boolean
}

/** Everything known of each person, by the id under which their file stands; once for each of their accounts. */
export type KnownPeople = Map<PersonId, KnownEvidence[]>

interface KnownRow {
  readonly person: PersonId
  readonly name: string
  /** Null where nobody has looked at the name yet. */
  readonly nameKey: string | null
  readonly sounds: string | null
  readonly givenName: string | null
  readonly birthDay: string | null
  readonly email: string | null
  readonly phoneKey: string | null
  readonly addressKey: string | null
  readonly account: string | null
  readonly isJoined: boolean
}

/** Everybody of one of these names or first accounts, with everything that is known of them: also what is known under another name. A further account says nothing without the name. */
export async function peopleLike(db: Kysely<Schema>, townId: TownId, evidence: readonly Evidence[]): Promise<KnownPeople> {
  const names = [...new Set(evidence.map(({ nameKey }) => nameKey))]
  const emails = evidence.flatMap(({ email }) => email ?? [])
  const accounts = evidence.flatMap(({ account }) => account ?? [])
  const { rows } = await sql<KnownRow>`
    with hit as (
      select id from people where town_id = ${townId} and (name_key = any(${names}::text[]) or account = any(${accounts}::text[]))
      union select id from people where town_id = ${townId} and name_key is null and lower(email) = any(${emails}::text[])
      union select person_id from person_records where town_id = ${townId} and name_key = any(${names}::text[])
    ), whole as (
      select distinct person_root(${townId}, h.id) as root from hit h
    ), member as (
      select root, g.id from whole, lateral person_group(${townId}, root) as g(id)
    )
    select m.root as person, p.name, p.name_key as "nameKey", p.sounds, p.given_name as "givenName", p.birth_day as "birthDay", lower(p.email) as email, p.phone_key as "phoneKey", p.address_key as "addressKey", a.account, a.account = any(p.joined_accounts) is true as "isJoined"
    from member m join people p on p.town_id = ${townId} and p.id = m.id, lateral ${accountsOf} as a(account)
    union all
    select m.root, r.name, r.name_key, r.sounds, r.given_name, r.birth_day, r.email, r.phone_key, r.address_key, null, false
    from member m join person_records r on r.town_id = ${townId} and r.person_id = m.id`.execute(db)
  const known: KnownPeople = new Map()
  for (const { person, ...one } of rows) known.set(person, [...(known.get(person) ?? []), comparable(one)])
  return known
}

/** Every account of a row `p` of people, in rows of their own; one without any has a row with null. */
export const accountsOf: RawBuilder<unknown> = sql`unnest(p.account || p.joined_accounts)`

/** Somebody from before names were compared is read at once, so that they are found from the first day on. */
function comparable({ name, nameKey, sounds, givenName, ...rest }: Omit<KnownRow, 'person'>): KnownEvidence {
  const read = nameKey === null ? evidenceOf({ name, birthDay: null, email: null, phone: null, address: null, account: null }) : undefined
  return { ...rest, nameKey: nameKey ?? read?.nameKey ?? '', sounds: sounds ?? read?.sounds ?? '', givenName: givenName ?? read?.givenName ?? '' }
}

/** The one person a contact is of for sure; undefined where it may be none or several. */
export function theirPerson(known: KnownPeople, evidence: Evidence): PersonId | undefined {
  const found = [...known].filter(([, of]) => isOfPerson(evidence, of))
  const byAccount = found.filter(([, of]) => of.some(({ account }) => account !== null && account === evidence.account))
  const [first, ...more] = (byAccount.length > 0 ? byAccount : found).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return more.length === 0 ? first?.[0] : undefined
}

/** Those of one name wait for each other, so that two that come in at once become one person. In one order, so that nobody waits in a circle. */
export const holdNames = (trx: Kysely<Schema>, townId: TownId, nameKeys: readonly string[]): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from (select distinct unnest(${nameKeys.map(key => `${townId}/${key}`)}::text[]) as name order by 1) as names`.execute(trx)

/** Keeps people from being forgotten, and from getting a secrecy unnoticed, until the transaction ends. Answers who of them is still known. */
export async function holdPeople(trx: Kysely<Schema>, townId: TownId, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ readonly id: PersonId }>`select id from people where town_id = ${townId} and id = any(${[...new Set(ids)]}::text[]) order by id for key share`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** Waits for whoever holds these people, and keeps everybody else from writing records of theirs until the transaction ends. */
export const takePeople = (trx: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<unknown> =>
  sql`select from people where town_id = ${townId} and id = any(${[...new Set(ids)]}::text[]) order by id for update`.execute(trx)

/** Merges and secrecies of one town come one after the other: two merges at once could hang two files below each other, and a secrecy could miss somebody who is becoming part of the file. */
export const holdFiles = (trx: Kysely<Schema>, townId: TownId): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended(${`${townId}/person-merges`}, 0))`.execute(trx)

/** The columns by which a person is found again. */
export function comparedColumns(contact: Contact) {
  const { nameKey, sounds, givenName, phoneKey, addressKey } = evidenceOf(contact)
  return { name_key: nameKey, sounds, given_name: givenName, phone_key: phoneKey, address_key: addressKey }
}

/** What is kept of a postal address; null where nothing is. */
export const keptAddress = (address: PostalAddress | null): string | null =>
  (address && (address.street || address.place) ? JSON.stringify(address) : null)
