import { sql, type Kysely, type RawBuilder } from 'kysely'
import { NoticeId, PersonId, type TownId } from '../../shared/ids.ts'
import type { FoundPerson } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'
import { noticesUnder, type ConsentHolder } from './holders.ts'

/** Of each kind. */
const MOST_FOUND = 50
const MOST_TOLD = 100

/**
 * Citizens whose name has a word that begins so, or whose e-mail address does; merged persons count as the one kept. After them
 * whoever got notices or agreed to a mailbox, also by Kassenzeichen: the town knows no more of them than that, so that the same
 * name at another address stands for itself. Walks over all of them: it is asked a few times a month, and an index that finds
 * words inside of names would be paid for with every application.
 */
export async function findPeople(db: Kysely<Schema>, townId: TownId, search: string, today: string): Promise<FoundPerson[]> {
  const beginning = `${search.toLowerCase().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  const agreements = await consentsLike(db, townId, beginning)
  const held = await noticesUnder(db, townId, agreements)
  // About which no notice is kept.
  const alone = agreements.filter(({ id }) => held.get(id)?.length === 0).slice(0, MOST_FOUND)
    .map(({ id, name, email, reference }) => ({ id, name, email, address: reference, applications: 0, notices: 0 }))
  const found = [...(await peopleOfCases(db, townId, beginning)), ...(await recipients(db, townId, beginning, [...held.values()].flat())), ...alone].slice(0, MOST_TOLD)
  return veiled(db, townId, found, today)
}

/** Where a secrecy holds, it is not told here either how somebody is reached: an information by law is given to whom it is about. */
async function veiled(db: Kysely<Schema>, townId: TownId, found: readonly Omit<FoundPerson, 'isHidden'>[], today: string): Promise<FoundPerson[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select s.id from secrecies s where s.town_id = ${townId} and s.until >= ${today} and s.id = any(${found.map(({ id }) => id)}::text[])
    union select r.record_id from person_records r join secrecies s on s.town_id = r.town_id and s.id = r.person_id
    where r.town_id = ${townId} and s.until >= ${today} and r.record_table in ('notices', 'mailbox_consents') and r.record_id = any(${found.map(({ id }) => id)}::text[])`.execute(db)
  const secret = new Set(rows.map(({ id }) => id))
  return found.map(one => (secret.has(one.id) ? { ...one, email: null, address: '', isHidden: true } : { ...one, isHidden: false }))
}

/** Whether a word of it begins so. */
const hasWord = (text: RawBuilder<unknown>, beginning: string): RawBuilder<unknown> => sql`(lower(${text}) like ${beginning} or lower(${text}) like ${`% ${beginning}`})`

async function peopleOfCases(db: Kysely<Schema>, townId: TownId, beginning: string): Promise<readonly Omit<FoundPerson, 'isHidden'>[]> {
  const { rows } = await sql<Omit<FoundPerson, 'id' | 'isHidden'> & { readonly id: string }>`
    with found as (
      select distinct person_root(${townId}, id) as id from people
      where town_id = ${townId} and (exists (select from applications a where a.town_id = ${townId} and a.person_id = people.id)
        or exists (select from person_records r where r.town_id = ${townId} and r.person_id = people.id and r.record_table in ('appointments', 'hall_bookings', 'conversations', 'service_cards') and r.scope not like 'health%')) and (${hasWord(sql`name`, beginning)} or lower(email) like ${beginning})
      limit ${MOST_FOUND}
    )
    select p.id, p.name, p.email, '' as address, (
      select count(*) from applications as a where a.town_id = ${townId}
        and a.person_id in (select person_group(${townId}, p.id))
    ) as applications, (
      select count(*) from person_records as l where l.town_id = ${townId} and l.record_table = 'notices' and l.person_id in (select person_group(${townId}, p.id))
    ) as notices
    from people as p where p.town_id = ${townId} and p.id in (select id from found) order by p.name, p.id`.execute(db)
  return rows.map(row => ({ ...row, id: PersonId.parse(row.id) }))
}

/** Two parts of an address without blanks around them. */
const inOneLine = (one: string, other: string): RawBuilder<unknown> =>
  sql`trim(concat_ws(' ', trim(content -> 'recipient' ->> ${sql.lit(one)}), trim(content -> 'recipient' ->> ${sql.lit(other)})))`

/** `agreed`: notices of holders whose agreement was found. */
async function recipients(db: Kysely<Schema>, townId: TownId, beginning: string, agreed: readonly NoticeId[]): Promise<readonly Omit<FoundPerson, 'isHidden'>[]> {
  const { rows } = await sql<Omit<FoundPerson, 'id' | 'applications' | 'isHidden'> & { readonly id: string }>`
    with named as (
      select id, content ->> 'email' as email, trim(content -> 'recipient' ->> 'name') as name,
        concat_ws(', ', ${inOneLine('street', 'houseNumber')}, ${inOneLine('postalCode', 'place')}) as address,
        content ->> 'reference' as reference
      from notices where town_id = ${townId}
    ), whole as (
      select min(id) as id, min(name) as name, min(email) as email, min(address) as address, count(*) as notices,
        bool_or(${hasWord(sql`name`, beginning)} or lower(reference) like ${beginning} or lower(email) like ${beginning} or id = any(${agreed}::text[])) as hit
      from named group by lower(name), lower(address)
    )
    select id, name, email, address, notices from whole where hit order by name, address limit ${MOST_FOUND}`.execute(db)
  return rows.map(row => ({ ...row, id: NoticeId.parse(row.id), applications: 0 }))
}

type FoundConsent = ConsentHolder & { readonly email: string }

async function consentsLike(db: Kysely<Schema>, townId: TownId, beginning: string): Promise<readonly FoundConsent[]> {
  const { rows } = await sql<FoundConsent>`
    select id, kind_id as "kindId", name, email, reference from mailbox_consents
    where town_id = ${townId} and (${hasWord(sql`name`, beginning)} or lower(reference) like ${beginning} or lower(email) like ${beginning})
    order by name, id`.execute(db)
  return rows
}
