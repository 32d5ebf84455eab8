import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import { isOpenFor } from '../../../../shared/domains/appointments/stranded.ts'
import type { Appointment, OpeningHours, Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'

/** A time at a counter. */
export interface Place {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly resourceId: ResourceId
}

/** What shall become of an appointment for which nobody would be there. */
export type Choice =
  | { readonly act: 'move'; readonly to: Place }
  | { readonly act: 'cancel' }
  | { readonly act: 'leave' }

/** What somebody gets who has not chosen yet: the proposed time, or nothing where there is none. */
export const firstChoice = ({ proposal }: StrandedAppointment): Choice => (proposal ? { act: 'move', to: proposal } : { act: 'leave' })

/** The choices of all rows by the id of the appointment. */
export type Choices = ReadonlyMap<string, Choice>

export const choiceFor = (choices: Choices, row: StrandedAppointment): Choice => choices.get(row.appointment.id) ?? firstChoice(row)

export const samePlace = (one: Place, other: Place): boolean => one.startsAt === other.startsAt && one.resourceId === other.resourceId

const overlaps = (one: Place, other: Place): boolean => one.resourceId === other.resourceId && one.startsAt < other.endsAt && other.startsAt < one.endsAt

interface Free {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly resourceIds: readonly ResourceId[]
}

/** Other times for a row: free now, open after the change too, and given to no other row. */
export function otherTimes(
  slots: readonly Free[], after: { readonly lines: readonly OpeningHours[]; readonly resources: readonly Resource[] }, rows: readonly StrandedAppointment[], choices: Choices, own: Appointment,
): readonly Place[] {
  const given = rows.filter(({ appointment }) => appointment.id !== own.id).flatMap(row => {
    const choice = choiceFor(choices, row)
    return choice.act === 'move' ? [choice.to] : []
  })
  return slots.flatMap(({ startsAt, endsAt, resourceIds }) => {
    // One counter is enough to choose from; the one they had first.
    const places = resourceIds.toSorted((one, other) => Number(other === own.resourceId) - Number(one === own.resourceId)).map((resourceId): Place => ({ startsAt, endsAt, resourceId }))
    return places.find(place => !given.some(other => overlaps(place, other)) && isOpenFor({ ...own, ...place }, after.lines, after.resources)) ?? []
  })
}

/** The facts that a message can name. */
export interface MessageFacts {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly place: string
}

/** A message with the facts in the place of their words in braces; a word that is none of them stays as it was written. */
export const filledMessage = (template: string, words: MessageFacts, facts: MessageFacts): string =>
  template.replaceAll(/\{([^{}]+)\}/g, (written, word: string) => {
    const fact = (Object.keys(words) as readonly (keyof MessageFacts)[]).find(key => words[key].toLowerCase() === word.trim().toLowerCase())
    return fact ? facts[fact] : written
  })
