import * as z from 'zod'
import type { StandBy } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { Booked } from '../board/board-view.ts'
import { parseBirthDay } from './birth-day.ts'

/** Who checks in, as it is typed. */
export interface PersonDraft {
  readonly familyName: string
  readonly givenName: string
  readonly birthDay: string
  readonly gender: Vaccinee['gender']
  readonly street: string
  readonly postalCode: string
  readonly place: string
  readonly locality: string
  readonly email: string
  readonly phone: string
}

export const NOBODY: PersonDraft = { familyName: '', givenName: '', birthDay: '', gender: 'unknown', street: '', postalCode: '', place: '', locality: '', email: '', phone: '' }

const PARTICLES = ['von', 'vom', 'van', 'zu', 'zum', 'zur', 'de', 'der', 'den', 'del', 'da', 'di', 'la', 'el', 'al', 'ten', 'ter', 'am', 'auf']

/** One line of a name as people book: `Änne von der Heide`, or `Heide, Änne`. */
export function splitName(name: string): Pick<PersonDraft, 'familyName' | 'givenName'> {
  const whole = name.trim().replaceAll(/\s+/g, ' ')
  const [before, after] = whole.split(/\s*,\s*/)
  if (before && after) return { familyName: before, givenName: after }
  const words = whole.split(' ')
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.includes(word.toLocaleLowerCase('de')))
  const cut = particle > 0 ? particle : words.length - 1
  return { familyName: words.slice(cut).join(' '), givenName: words.slice(0, cut).join(' ') }
}

export const draftForAppointment = ({ name, email, phone }: Pick<Booked, 'name' | 'email' | 'phone'>): PersonDraft => ({ ...NOBODY, ...splitName(name), email: email ?? '', phone: phone ?? '' })

export const draftForStandBy = ({ name, phone }: Pick<StandBy, 'name' | 'phone'>): PersonDraft => ({ ...NOBODY, ...splitName(name), phone })

/** A person who is here already, to mend what is written about them. */
export const draftForPerson = (person: Vaccinee, written: (day: string) => string): PersonDraft =>
  ({ ...person, birthDay: person.birthDay === null ? '' : written(person.birthDay), email: person.email ?? '', phone: person.phone ?? '' })

export type PersonProblem = 'family-name' | 'birth-day' | 'born-in-future' | 'email'

export interface JudgedPerson {
  readonly person: Vaccinee
  readonly problems: readonly PersonProblem[]
  /** By what they could be told of a recall there is nothing yet. */
  readonly isOutOfReach: boolean
}

/** What was typed as it is kept, and what of it cannot be. */
export function judgedPerson(draft: PersonDraft, today: string, leastAge: number | null): JudgedPerson {
  const birthDay = parseBirthDay(draft.birthDay, today, leastAge)
  const email = draft.email.trim()
  const isEmail = email === '' || z.email().safeParse(email).success
  const problems: PersonProblem[] = [
    ...(draft.familyName.trim() === '' ? ['family-name' as const] : []),
    ...(draft.birthDay.trim() !== '' && birthDay === undefined ? ['birth-day' as const] : []),
    ...(birthDay !== undefined && birthDay > today ? ['born-in-future' as const] : []),
    ...(isEmail ? [] : ['email' as const]),
  ]
  const person: Vaccinee = { ...draft, birthDay: birthDay ?? null, email: email !== '' && isEmail ? email : null, phone: draft.phone.trim() || null }
  const hasAddress = draft.street.trim() !== '' && draft.place.trim() !== ''
  return { person, problems, isOutOfReach: !hasAddress && person.phone === null && person.email === null }
}
