import { agreedOf } from '../../../shared/domains/halls/correct-command.ts'
import { pricesFor, type Times } from '../../../shared/domains/halls/prices.ts'
import type { Agreed, Hall, HallBooking, PriceLine } from '../../../shared/domains/halls/tables.ts'
import { germanDay, germanTime } from '../../../shared/german-days.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'
import type { RequestDraft } from './request-draft.ts'

const DAY_MS = 86_400_000

/** What the fields of a correction begin with; `written` as days are typed. */
export function draftOf({ startsAt, endsAt, purpose, persons, tenant, note }: HallBooking, written: (day: string) => string): RequestDraft {
  const { kind, name, organisation, street, postalCode, place, email, phone } = tenant
  const [firstDay, endDay] = [germanDay(startsAt), germanDay(endsAt)]
  // An end in the night after is written like one of the same day.
  const isNight = msOf(endsAt) - msOf(startsAt) <= DAY_MS && germanTime(endsAt) <= germanTime(startsAt)
  const isOneDay = endDay === firstDay || isNight
  return {
    purpose, persons: String(persons), kind, name, organisation, street, postalCode, place, email: email ?? '', phone: phone ?? '', note, channel: 'telephone',
    day: written(firstDay), lastDay: isOneDay ? '' : written(germanDay(instantFromMs(msOf(endsAt) - 1))), startTime: germanTime(startsAt), endTime: endTimeOf(isOneDay, endsAt), repeat: 'once', until: '', withoutHolidays: true,
  }
}

/** Midnight ends the last day and does not begin another one. */
const endTimeOf = (isOneDay: boolean, endsAt: HallBooking['endsAt']): string => (!isOneDay && germanTime(endsAt) === '00:00' ? '24:00' : germanTime(endsAt))

/** What it costs by the list where times or tenant were changed; else what was agreed, as long as nobody typed other amounts. */
export function pricesAfter(hall: Hall, booking: HallBooking, kind: RequestDraft['kind'], times: Times | undefined): readonly PriceLine[] {
  const isSame = booking.tenant.kind === kind && (!times || (times.startsAt === booking.startsAt && times.endsAt === booking.endsAt))
  return isSame || booking.priceReason !== null ? booking.prices : pricesFor(hall.prices, kind, times ?? booking)
}

export type ChangedPart = 'time' | 'purpose' | 'persons' | 'tenant' | 'rent' | 'deposit' | 'note'

export interface MadeCorrection {
  readonly at: string
  readonly byName: string
  readonly before: Agreed
  readonly after: Agreed
  readonly parts: readonly ChangedPart[]
}

/** Each correction with what it changed into what. */
export const correctionsOf = (booking: HallBooking): readonly MadeCorrection[] =>
  booking.corrections.map(({ at, byName, before }, index) => {
    const after = booking.corrections[index + 1]?.before ?? agreedOf(booking)
    return { at, byName, before, after, parts: partsChanged(before, after) }
  })

/** Whether the story of a booking says who had it before, and how they were reached. */
export const tellsOfTenant = (booking: HallBooking): boolean => correctionsOf(booking).some(({ parts }) => parts.includes('tenant'))

const inWriting = ({ kind, organisation, name, street, postalCode, place, email, phone }: Agreed['tenant']): unknown => [kind, organisation, name, street, postalCode, place, email, phone]

function partsChanged(before: Agreed, after: Agreed): readonly ChangedPart[] {
  const values = (agreed: Agreed): Readonly<Record<ChangedPart, unknown>> =>
    ({ time: [agreed.startsAt, agreed.endsAt], purpose: agreed.purpose, persons: agreed.persons, tenant: inWriting(agreed.tenant), rent: agreed.prices.map(({ label, cents }) => [label, cents]), deposit: agreed.depositCents, note: agreed.note })
  const [old, now] = [values(before), values(after)]
  return (Object.keys(now) as ChangedPart[]).filter(part => JSON.stringify(old[part]) !== JSON.stringify(now[part]))
}
