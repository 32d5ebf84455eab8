import type { StandBy } from '../../../../shared/domains/vaccinations/tables.ts'
import { folded, fullName, vaccineeIdOf, type Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { typedCode } from '../../../../shared/formats/scanner-typing.ts'
import type { Booked, Card } from '../board/board-view.ts'

/** Somebody who was looked for: here already, booked and not here yet, or ready to come at once. */
export type Found =
  | { readonly kind: 'here'; readonly card: Card }
  | { readonly kind: 'booked'; readonly appointment: Booked }
  | { readonly kind: 'stand-by'; readonly entry: StandBy }

interface People {
  readonly cards: readonly Card[]
  readonly booked: readonly Booked[]
  readonly standBy: readonly StandBy[]
}

const MOST_SHOWN = 8

/** Those in whose name, ticket or number each word is found; who is here comes first. Nobody for an empty text. */
export function findPeople(text: string, { cards, booked, standBy }: People): readonly Found[] {
  const words = text.trim().split(/\s+/).map(folded).filter(Boolean)
  if (words.length === 0) return []
  const fits = (...names: readonly (string | null)[]): boolean => {
    const known = names.map(name => folded(name ?? ''))
    return words.every(word => known.some(name => name.includes(word)))
  }
  return [
    ...cards.filter(({ visit, ticket }) => fits(fullName(visit.person), ticket)).map((card): Found => ({ kind: 'here', card })),
    ...stillToCome(booked, cards).filter(({ name, ticket }) => fits(name, ticket)).map((appointment): Found => ({ kind: 'booked', appointment })),
    ...standByToCome(standBy, cards).filter(({ name, state }) => state !== 'declined' && fits(name)).map((entry): Found => ({ kind: 'stand-by', entry })),
  ].slice(0, MOST_SHOWN)
}

/** Who has an appointment today and has not been checked in. */
export const stillToCome = (booked: readonly Booked[], cards: readonly Pick<Card, 'visit'>[]): readonly Booked[] =>
  booked.filter(({ id, status }) => status !== 'cancelled' && status !== 'held' && status !== 'finished' && !cards.some(({ visit }) => visit.appointmentId === id))

/** Who stands on the stand-by list and has not been checked in under that name. */
export const standByToCome = (standBy: readonly StandBy[], cards: readonly Pick<Card, 'visit'>[]): readonly StandBy[] => {
  const here = new Set(cards.map(({ visit }) => folded(fullName(visit.person))))
  return standBy.filter(({ name }) => !here.has(folded(name)))
}

/** The same person where they are here already and have not left: by name and date of birth, however they are spelt. */
export function hereAs<Here extends Pick<Card, 'visit'>>(cards: readonly Here[], person: Vaccinee): Here | undefined {
  const id = vaccineeIdOf(person)
  return id === null ? undefined : cards.find(({ visit }) => visit.vaccineeId === id && visit.departed === null)
}

/** The appointment that the link in a booking's code leads to, by whatever keyboard it was typed: the id stands in its first 16 bytes, the rest is the seal. */
export function appointmentInLink(text: string): string | undefined {
  const [key] = /[\w-]{43}$/.exec(typedCode(text).text) ?? []
  if (!key) return undefined
  const bytes = atob(`${key.replaceAll('-', '+').replaceAll('_', '/')}=`)
  const hex = Array.from(bytes.slice(0, 16), letter => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
