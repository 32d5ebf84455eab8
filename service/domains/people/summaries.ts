import { sql, type Kysely } from 'kysely'
import { evidenceOf, type Evidence, type PostalAddress } from '../../../shared/domains/people/contact.ts'
import { isSecretOn } from '../../../shared/domains/people/secrecy.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonSummary } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { accountsOf } from './known.ts'
import { inScopes, seenRecord, type Reader } from './reader.ts'

interface ContactRow {
  readonly root: PersonId
  readonly id: PersonId
  readonly name: string
  readonly birthDay: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: PostalAddress | null
  readonly account: string | null
  readonly until: string | null
  readonly isPerson: boolean
}

/** What a reader may know of some people, and how it compares. */
export interface SeenPerson {
  readonly summary: PersonSummary
  readonly evidence: readonly Evidence[]
  /** How many records the reader may see, cases included. */
  readonly records: number
}

const MOST = 20

/**
 * The heads of some files by their roots: what the people's applications said where the reader may see one of these, and what
 * the records say that the reader may see. Those of whom they may see nothing are not among them.
 */
export async function seenPeople(db: Kysely<Schema>, reader: Reader, roots: readonly PersonId[], today: string, isHiding = true): Promise<ReadonlyMap<PersonId, SeenPerson>> {
  const { townId } = reader
  const { rows } = await sql<ContactRow>`
    with member as (select root, g.id from unnest(${[...roots]}::text[]) as root, lateral person_group(${townId}, root) as g(id)),
    of_cases as (select m.root, m.id from member m where exists (select from applications a where a.town_id = ${townId} and a.person_id = m.id and ${inScopes(reader, sql`a.scope`)}))
    select c.root, p.id, p.name, p.birth_day as "birthDay", p.email, p.phone, p.address, k.account, null as until, true as "isPerson"
    from of_cases c join people p on p.town_id = ${townId} and p.id = c.id, lateral ${accountsOf} as k(account)
    union all
    select m.root, r.person_id, r.name, r.birth_day, r.email, r.phone, r.address, null, null, false
    from member m join person_records r on r.town_id = ${townId} and r.person_id = m.id where ${seenRecord(reader)}
    union all
    select m.root, m.id, '', null, null, null, null, null, s.until, false from member m join secrecies s on s.town_id = ${townId} and s.id = m.id`.execute(db)
  const cases = await casesSeen(db, reader, roots)
  return new Map(roots.flatMap(root => {
    const of = rows.filter(row => row.root === root)
    const named = of.filter(({ name }) => name !== '')
    if (named.length === 0) return []
    const until = of.flatMap(row => row.until ?? []).toSorted().at(-1) ?? null
    const isSecret = isSecretOn(until, today)
    const records = named.filter(({ isPerson }) => !isPerson).length + (cases.get(root) ?? 0)
    return [[root, { summary: summaryOf(root, named, isSecret ? until : null, isSecret && isHiding), evidence: named.map(one => evidenceOf(one)), records }]]
  }))
}

async function casesSeen(db: Kysely<Schema>, reader: Reader, roots: readonly PersonId[]): Promise<ReadonlyMap<PersonId, number>> {
  const { rows } = await sql<{ readonly root: PersonId; readonly count: number }>`
    select root, count(*)::int as count from unnest(${[...roots]}::text[]) as root, lateral person_group(${reader.townId}, root) as g(id)
    join applications a on a.town_id = ${reader.townId} and a.person_id = g.id where ${inScopes(reader, sql`a.scope`)} group by root`.execute(db)
  return new Map(rows.map(({ root, count }) => [root, count]))
}

/** The first of each spelling; the name of the person in whose file it is comes first. */
function summaryOf(root: PersonId, rows: readonly ContactRow[], secretUntil: string | null, isHidden: boolean): PersonSummary {
  const inOrder = rows.toSorted((one, other) => rank(one, root) - rank(other, root))
  const names = distinct(inOrder.map(({ name }) => name), name => evidenceOf({ name, birthDay: null, email: null, phone: null, address: null, account: null }).nameKey)
  const shown = isHidden ? [] : inOrder
  return {
    id: root, name: names[0] ?? '', otherNames: names.slice(1, MOST + 1),
    birthDay: shown.find(({ birthDay }) => birthDay !== null)?.birthDay ?? null,
    emails: distinct(shown.flatMap(({ email }) => email ?? []), email => email.toLowerCase()).slice(0, MOST),
    phones: distinct(shown.flatMap(({ phone }) => phone || []), phone => phone.replaceAll(/\D/g, '')).slice(0, MOST),
    addresses: distinct(shown.flatMap(({ address }) => (address && (address.street || address.place) ? [address] : [])), address => evidenceOf({ name: '', birthDay: null, email: null, phone: null, address, account: null }).addressKey ?? JSON.stringify(address)).slice(0, MOST),
    secretUntil, isHidden,
  }
}

const rank = ({ id, isPerson }: ContactRow, root: PersonId): number => (id === root ? 0 : 2) + (isPerson ? 0 : 1)

const distinct = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => [...new Map(values.toReversed().map(value => [keyOf(value), value])).values()].toReversed()
