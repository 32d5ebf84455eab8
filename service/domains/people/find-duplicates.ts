import { sql, type Kysely } from 'kysely'
import { likenessOfPersons, scoreOf, type DuplicateReason } from '../../../shared/domains/people/duplicates.ts'
import { PersonId } from '../../../shared/ids.ts'
import type { DuplicatePair, PersonSummary } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { accountsOf } from './known.ts'
import { inScopes, seenRecord, type Reader } from './reader.ts'
import { seenPeople } from './summaries.ts'

const MOST = 100
/** Pairs that are looked at closely. */
const MOST_LOOKED_AT = 2_000

/** Files that may be of one person by what the reader may see of both, likeliest first; without those that somebody has kept apart. */
export async function findDuplicates(db: Kysely<Schema>, reader: Reader, today: string): Promise<{ readonly pairs: DuplicatePair[]; readonly hasMore: boolean }> {
  const candidates = await candidatePairs(db, reader)
  const seen = await seenPeople(db, reader, [...new Set(candidates.flat())], today)
  const pairs = candidates.flatMap(([oneId, otherId]): DuplicatePair[] => {
    const one = seen.get(oneId)
    const other = seen.get(otherId)
    const likeness = one && other && likenessOfPersons(one.evidence, other.evidence)
    return likeness ? [{ ...asShown(one.summary, other.summary, likeness.reasons), oneRecords: one.records, otherRecords: other.records }] : []
  }).toSorted((left, right) => right.score - left.score || left.one.name.localeCompare(right.one.name, 'de'))
  return { pairs: pairs.slice(0, MOST), hasMore: pairs.length > MOST || candidates.length === MOST_LOOKED_AT }
}

const OF_NAMES: readonly DuplicateReason[] = ['same-name', 'part-of-name', 'alike-name', 'same-given-name']

/** Where one of the two stands under secrecy, what they have in common beside the name would tell it by way of the other; so would the score and their place in the list. */
function asShown(one: PersonSummary, other: PersonSummary, reasons: readonly DuplicateReason[]): Pick<DuplicatePair, 'one' | 'other' | 'reasons' | 'score'> {
  if (!one.isHidden && !other.isHidden) return { one, other, reasons: [...reasons], score: scoreOf(reasons) }
  const ofNames = reasons.filter(reason => OF_NAMES.includes(reason))
  return { one: withoutContact(one), other: withoutContact(other), reasons: ofNames, score: scoreOf(ofNames) }
}

const withoutContact = (person: PersonSummary): PersonSummary => ({ ...person, birthDay: null, emails: [], phones: [], addresses: [], isHidden: true })

/** Files that have something in common worth a closer look: a name as it is spelt or sounds, or a sound or a given name with a birth date, a way of contact or an account: whoever helps many applies for all of them with one; each question uses an equality. */
async function candidatePairs(db: Kysely<Schema>, reader: Reader): Promise<readonly (readonly [PersonId, PersonId])[]> {
  const { townId } = reader
  const { rows } = await sql<{ readonly one: string; readonly other: string }>`
    with seen as materialized (
      select person_root(${townId}, p.id) as root, p.name_key, p.sounds, p.given_name, p.birth_day, lower(p.email) as email, p.phone_key, p.address_key, k.account from people p, lateral ${accountsOf} as k(account)
      where p.town_id = ${townId} and p.name_key is not null and exists (select from applications a where a.town_id = ${townId} and a.person_id = p.id and ${inScopes(reader, sql`a.scope`)})
      union select person_root(${townId}, r.person_id), r.name_key, r.sounds, r.given_name, r.birth_day, r.email, r.phone_key, r.address_key, null from person_records r
      where r.town_id = ${townId} and ${seenRecord(reader)}
    ), pair as (
      select a.root as one, b.root as other from seen a join seen b on a.birth_day = b.birth_day and (a.sounds = b.sounds or a.given_name = b.given_name) and a.root < b.root
      union select a.root, b.root from seen a join seen b on a.email = b.email and (a.sounds = b.sounds or a.given_name = b.given_name) and a.root < b.root
      union select a.root, b.root from seen a join seen b on a.phone_key = b.phone_key and (a.sounds = b.sounds or a.given_name = b.given_name) and a.root < b.root
      union select a.root, b.root from seen a join seen b on a.address_key = b.address_key and (a.sounds = b.sounds or a.given_name = b.given_name) and a.root < b.root
      union select a.root, b.root from seen a join seen b on a.account = b.account and (a.sounds = b.sounds or a.given_name = b.given_name) and a.root < b.root
      union select least(a.root, b.root), greatest(a.root, b.root) from seen a join seen b on a.name_key = b.name_key and a.root < b.root
        and (a.email = b.email or a.birth_day = b.birth_day or a.phone_key = b.phone_key or a.address_key = b.address_key)
    )
    select one, other from pair where not exists (select from person_apart x where x.town_id = ${townId} and person_root(${townId}, x.one_id) = least(one, other) and person_root(${townId}, x.other_id) = greatest(one, other))
      and not exists (select from person_apart x where x.town_id = ${townId} and person_root(${townId}, x.one_id) = greatest(one, other) and person_root(${townId}, x.other_id) = least(one, other))
    limit ${MOST_LOOKED_AT}`.execute(db)
  return rows.map(({ one, other }) => [PersonId.parse(one), PersonId.parse(other)] as const)
}
