import { hasAddress } from '../../../../shared/domains/vaccinations/recall-letter.ts'
import type { RecallContact } from '../../../../shared/domains/vaccinations/tables.ts'
import { folded } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { RecallPerson } from '../../../../shared/wire/vaccinations.ts'

/** How far somebody has been told; `open` while nobody has tried. */
export type ContactState = RecallContact['state'] | 'open'
export const CONTACT_STATES = ['open', 'not-reached', 'letter', 'reached', 'moved'] as const satisfies readonly ContactState[]

/** The best way to tell somebody; `none` where nothing is known. */
export const WAYS = ['phone', 'post', 'email', 'none'] as const
export type Way = (typeof WAYS)[number]

type Told = Pick<RecallContact, 'note' | 'at' | 'byName'>

/** Somebody of a recall with what never changes about them, worked out once when they are read. */
export interface Listed {
  readonly id: RecallPerson['vaccinationId']
  readonly person: RecallPerson
  readonly way: Way
  /** By family name, then given name, as lists are looked through. */
  readonly key: string
}

/** One line of the list: a documentation, who it is about, and how far they have been told. */
export interface RecallRow extends Listed {
  readonly state: ContactState
  readonly told: Told | null
}

export interface RecallFilter {
  readonly state: ContactState | 'all'
  readonly way: Way | 'all'
  readonly text: string
}

export const ALL_ROWS: RecallFilter = { state: 'all', way: 'all', text: '' }

const wayOf = ({ person }: RecallPerson): Way => (person.phone ? 'phone' : hasAddress(person) ? 'post' : person.email ? 'email' : 'none')

const keyOf = ({ person: { familyName, givenName, birthDay } }: RecallPerson): string => `${folded(familyName)} ${folded(givenName)} ${birthDay ?? ''}`

export const listed = (persons: readonly RecallPerson[]): readonly Listed[] => persons.map(person => ({ id: person.vaccinationId, person, way: wayOf(person), key: keyOf(person) }))

export const byName = (persons: readonly Listed[]): readonly Listed[] => persons.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))

/** How far each of them has been told. What this desk knows is newer than what the service has told: one's own notes are in it at once. */
export function rowsOf(persons: readonly Listed[], contacts: readonly RecallContact[]): readonly RecallRow[] {
  const known = new Map(contacts.map(contact => [contact.vaccinationId, contact]))
  return persons.map((one): RecallRow => {
    const told = known.get(one.id) ?? one.person.contact
    return { ...one, told, state: told?.state ?? 'open' }
  })
}

/** Whom to call by a printed list: everybody with a telephone who has not been reached. */
export const toCall = (rows: readonly RecallRow[]): readonly RecallRow[] => rows.filter(({ way, state }) => way === 'phone' && (state === 'open' || state === 'not-reached'))

/** What may stand on paper that goes from hand to hand: whoever stands under secrecy is called from the screen. */
export const toPrint = (rows: readonly RecallRow[], isSecret: (recordId: string) => boolean): readonly RecallRow[] => rows.filter(({ id }) => !isSecret(id))

/** Those a filter lets through, in the same order. */
export function filteredRows(rows: readonly RecallRow[], { state, way, text }: RecallFilter): readonly RecallRow[] {
  const wanted = folded(text)
  return rows.filter(row => (state === 'all' || row.state === state) && (way === 'all' || row.way === way) && (wanted === '' || row.key.replaceAll(' ', '').includes(wanted)))
}

export type Counts = Readonly<Record<ContactState, number>>

export function countsOf(rows: readonly RecallRow[]): Counts {
  const counts: Record<ContactState, number> = { open: 0, 'not-reached': 0, letter: 0, reached: 0, moved: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}

/** Who comes after somebody in a list that is worked through; the one before at its end, nobody where there is none. */
export function nextAfter(shown: readonly RecallRow[], id: string): RecallRow | undefined {
  const index = shown.findIndex(row => row.id === id)
  return shown[index + 1] ?? shown[index - 1]
}

/** Whom a letter reaches and who has not been told: everybody of them, or those who cannot be telephoned or were not reached. */
export const lettersFor = (rows: readonly RecallRow[], isEverybody: boolean): readonly RecallRow[] =>
  rows.filter(({ person, state, way }) => hasAddress(person.person) && (state === 'not-reached' || (state === 'open' && (isEverybody || way !== 'phone'))))
