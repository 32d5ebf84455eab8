import type { Appointment, AppointmentService, Place } from '../../../../shared/domains/appointments/tables.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'

/** What an e-mail or a calendar says about an appointment. */
export interface AppointmentFacts {
  readonly appointment: Appointment
  readonly place: Place
  /** In the order in which they were chosen. */
  readonly services: readonly AppointmentService[]
}

const MINUTE_MS = 60_000

/**
 * What leaves the house calls a service by this: a calendar is shared with the family, an e-mail shows on a locked screen,
 * and some titles tell of somebody's health or distress.
 */
const titleOutside = ({ title, outsideTitle }: Pick<AppointmentService, 'title' | 'outsideTitle'>): string => outsideTitle.trim() || title

/** The same title is said once: what several matters have in common is no more than that there is an appointment. */
export const titlesOutside = (services: readonly Pick<AppointmentService, 'title' | 'outsideTitle'>[]): readonly string[] => [...new Set(services.map(titleOutside))]

/** `Personalausweis beantragen, Meldebescheinigung (2 Personen)`. */
export const purposeOf = ({ appointment: { persons }, services }: AppointmentFacts, personsWord: string): string =>
  `${titlesOutside(services).join(', ')}${persons > 1 ? ` (${persons} ${personsWord})` : ''}`

export const whereaboutsOf = ({ name, address }: Place): string => [name, address].filter(Boolean).join(', ')

/** What to bring for all that was chosen, each said once. */
export const toBring = ({ services }: { readonly services: readonly Pick<AppointmentService, 'bring'>[] }): readonly string[] => [...new Set(services.map(({ bring }) => bring.trim()).filter(Boolean))]

/** The same in a text that leaves the house: the papers for a matter tell as much as its title, and are named on the appointment's own page alone. */
export function bringOutside({ services }: Pick<AppointmentFacts, 'services'>): readonly string[] {
  const isTold = ({ outsideTitle }: AppointmentService): boolean => outsideTitle.trim() === ''
  const told = toBring({ services: services.filter(isTold) })
  const isAll = toBring({ services }).length === told.length
  return [
    ...(told.length > 0 ? ['Bitte bringen Sie mit:', ...told] : []),
    ...(isAll ? [] : [`Was Sie ${told.length > 0 ? 'außerdem ' : ''}mitbringen, lesen Sie auf der Seite Ihres Termins.`]),
  ]
}

/** Until when citizens change and cancel by themselves. */
export const changeableUntil = ({ appointment, place }: AppointmentFacts): Instant => instantFromMs(msOf(appointment.startsAt) - place.changeUntilMinutes * MINUTE_MS)
