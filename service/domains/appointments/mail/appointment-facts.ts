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

/** `Personalausweis beantragen, Meldebescheinigung (2 Personen)`. */
export const purposeOf = ({ appointment: { persons }, services }: AppointmentFacts, personsWord: string): string =>
  `${services.map(({ title }) => title).join(', ')}${persons > 1 ? ` (${persons} ${personsWord})` : ''}`

export const whereaboutsOf = ({ name, address }: Place): string => [name, address].filter(Boolean).join(', ')

/** What to bring for all that was chosen, each said once. */
export const toBring = ({ services }: { readonly services: readonly Pick<AppointmentService, 'bring'>[] }): readonly string[] => [...new Set(services.map(({ bring }) => bring.trim()).filter(Boolean))]

/** Until when citizens change and cancel by themselves. */
export const changeableUntil = ({ appointment, place }: AppointmentFacts): Instant => instantFromMs(msOf(appointment.startsAt) - place.changeUntilMinutes * MINUTE_MS)
