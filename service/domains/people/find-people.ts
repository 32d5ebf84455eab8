import { sql, type Kysely, type RawBuilder } from 'kysely'
import { phoneKeyOf } from '../../../shared/domains/people/contact.ts'
import { foldedText, nameKeyOf, nameWords, soundOf } from '../../../shared/domains/people/names.ts'
import { readDay } from '../../../shared/formats/typed-days.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonSummary } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { inScopes, seenRecord, type Reader } from './reader.ts'
import { seenPeople } from './summaries.ts'

const MOST = 50

/**
 * Citizens of whom the reader may see something: by name in any spelling, birth date, e-mail address, telephone, address or
 * Kassenzeichen, whichever the words may be. Those whose name is spelt so come first. Whoever stands under secrecy is found by
 * name and reference alone: the rest would tell who is reached there.
 */
export async function findCitizens(db: Kysely<Schema>, reader: Reader, search: string, today: string): Promise<{ readonly people: PersonSummary[]; readonly hasMore: boolean }> {
  const hits = await hitsOf(db, reader, search, today)
  const seen = await seenPeople(db, reader, hits, today)
  const key = nameKeyOf(search)
  const people = hits.flatMap(root => seen.get(root)?.summary ?? []).toSorted((one, other) => distanceOf(one, key) - distanceOf(other, key) || one.name.localeCompare(other.name, 'de'))
  return { people: people.slice(0, MOST), hasMore: people.length > MOST }
}

const distanceOf = ({ name, otherNames }: PersonSummary, key: string): number => {
  const keys = [name, ...otherNames].map(nameKeyOf)
  return keys.includes(key) ? 0 : keys.some(one => key !== '' && one.includes(key)) ? 1 : 2
}

const MOST_HITS = 200
/** A sound this short says nothing. */
const SHORTEST_SOUND = 2

async function hitsOf(db: Kysely<Schema>, reader: Reader, search: string, today: string): Promise<readonly PersonId[]> {
  const { townId } = reader
  const { byName, byContact } = conditions(search)
  const { rows } = await sql<{ readonly root: PersonId }>`
    with seen as (
      select p.id, p.name_key, p.sounds, p.birth_day, lower(p.email) as email, p.phone_key, p.address_key, null::text as record_table, null::text as record_id from people p
      where p.town_id = ${townId} and p.name_key is not null and exists (select from applications a where a.town_id = ${townId} and a.person_id = p.id and ${inScopes(reader, sql`a.scope`)})
      union all
      select r.person_id, r.name_key, r.sounds, r.birth_day, r.email, r.phone_key, r.address_key, r.record_table, r.record_id from person_records r where r.town_id = ${townId} and ${seenRecord(reader)}
    ), hit as (
      select s.id from seen s where ${byName}
      union select s.id from seen s where ${byContact} and not exists (select from secrecies y where y.town_id = ${townId} and y.id = s.id and y.until >= ${today})
      union select s.id from seen s join notices n on n.town_id = ${townId} and n.id = s.record_id where s.record_table = 'notices' and n.content->>'reference' = ${search}
      union select s.id from seen s join mailbox_consents c on c.town_id = ${townId} and c.id = s.record_id where s.record_table = 'mailbox_consents' and c.reference = ${search}
      union select a.person_id from applications a where a.town_id = ${townId} and a.reference = upper(${search}) and ${inScopes(reader, sql`a.scope`)}
    )
    select distinct person_root(${townId}, id) as root from hit limit ${MOST_HITS}`.execute(db)
  return rows.map(({ root }) => root)
}

const like = (text: string): string => text.replaceAll(/[\\%_]/g, sign => `\\${sign}`)

interface Conditions {
  readonly byName: RawBuilder<unknown>
  readonly byContact: RawBuilder<unknown>
}

const NOWHERE = sql`false`
const onlyBy = (byContact: RawBuilder<unknown>): Conditions => ({ byName: NOWHERE, byContact })

/** What each kind of search looks at; a text may be a name and a street. */
function conditions(search: string): Conditions {
  // Five digits are a postal code here and no day of a spreadsheet.
  const day = /^\d+$/.test(search) ? { ok: false } as const : readDay(search)
  if (day.ok) return onlyBy(sql`s.birth_day = ${day.value}`)
  if (search.includes('@')) return onlyBy(sql`s.email like ${`${like(search.toLowerCase())}%`}`)
  const phone = /^[\d\s()+/.-]+$/.test(search) ? phoneKeyOf(search) : null
  if (phone) return onlyBy(sql`s.phone_key like ${`${phone}%`}`)
  const words = nameWords(search)
  if (words.length === 0) return onlyBy(NOWHERE)
  const ofWords = words.map(word => {
    const sound = soundOf(word)
    const sounds = sound.length < SHORTEST_SOUND ? sql`false` : sql`' ' || s.sounds || ' ' like ${`% ${sound} %`}`
    return sql`(s.name_key like ${`%${like(word)}%`} or ${sounds})`
  })
  const street = foldedText(search).replaceAll(/stra(?:ss|s)e\b|str\b\.?/g, 'str').replaceAll(/[^a-z0-9]/g, '')
  return { byName: sql.join(ofWords, sql` and `), byContact: street.length > 3 ? sql`s.address_key like ${`${like(street)}%`}` : NOWHERE }
}
