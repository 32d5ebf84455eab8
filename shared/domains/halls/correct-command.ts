import * as z from 'zod'
import { canonicalJson } from '../../canonical.ts'
import { defineCommand } from '../../command.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Instant } from '../../time.ts'
import { bookingsOf, OnBookings, theBookings } from './on-bookings.ts'
import { pricesFor, type Times } from './prices.ts'
import { fitting, occupiedBy, Wish, wrongTimes } from './request-command.ts'
import { HallBooking, MOST_CORRECTIONS, type Agreed, type Hall, type HallStatus, type PriceLine } from './tables.ts'

const CORRECTABLE: readonly HallStatus[] = ['requested', 'approved', 'contracted']

/** Until the key is handed over. */
export const isCorrectable = ({ status }: Pick<HallBooking, 'status'>): boolean => CORRECTABLE.includes(status)

const Corrected = OnBookings.extend({
  /** Null where the times stay, as they do for several bookings at once. */
  times: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  wish: Wish,
  prices: HallBooking.shape.prices,
  depositCents: HallBooking.shape.depositCents,
  /** Why the prices are not those of the list. */
  priceReason: z.string().max(500),
})
type Corrected = z.infer<typeof Corrected>

/**
 * Sets right what was asked for, and what it costs. What it said before is kept. Approved times stay theirs only while nobody
 * else has the new ones; where there is a contract the service makes its next version.
 */
export const correctHall = defineCommand({
  name: 'halls.correct',
  version: 1,
  input: Corrected,
  offline: 'tentative',
  roles: ['clerk', 'lead'],
  onlyIfUnchanged: true,
  reads: (input, state) => {
    const [first] = input.bookingIds
    const booking = first && state.get('hall_bookings', first)
    return [...theBookings(input), ...(booking ? [{ table: 'halls', id: booking.hallId } as const] : [])]
  },
  decide: (state, input, { now, actor }) => {
    const bookings = bookingsOf(state, input)
    if (!bookings.ok) return bookings
    const settled = bookings.value.find(booking => !isCorrectable(booking))
    if (settled) return refuse('halls/wrong-status', { status: settled.status })
    const hall = state.get('halls', bookings.value[0]?.hallId ?? '')
    if (!hall) return refuse('halls/no-such-hall')
    const right = inOrder(hall, bookings.value, input, now)
    if (!right.ok) return right
    const rows = bookings.value.map(booking => corrected(booking, hall, { ...input, wish: right.value }))
    const changed = rows.filter((row, index) => !isSame(agreedOf(row), agreedOf(bookings.value[index] ?? row)))
    return ok(changed.map(row => ({ table: 'hall_bookings', row: { ...row, corrections: withBefore(row, state.get('hall_bookings', row.id) ?? row, { now, byName: actor.name }) } }) as const))
  },
})

/** Whether what is corrected can be: it fits into the house, several keep their times, and other prices say why. */
function inOrder(hall: Hall, bookings: readonly HallBooking[], { wish, times, prices, depositCents, priceReason }: Corrected, now: Instant): Result<Wish> {
  const fits = fitting(hall, wish)
  if (!fits.ok) return fits
  const [first] = bookings
  const isMoved = first && times && (times.startsAt !== first.startsAt || times.endsAt !== first.endsAt)
  if (isMoved && bookings.length > 1) return refuse('halls/wrong-times', { days: 1 })
  const wrong = isMoved ? wrongTimes(times, now) : ok(null)
  if (!wrong.ok) return wrong
  const isKept = first && isSame({ prices: first.prices, depositCents: first.depositCents }, { prices, depositCents })
  return isKept || priceReason.trim() || isByList(hall, { prices, depositCents }, wish, times ?? first) ? fits : refuse('halls/reason-missing')
}

/** Whether somebody pays what the list says. */
export function isByList(hall: Hall, { prices, depositCents }: Pick<HallBooking, 'prices' | 'depositCents'>, { tenant }: Pick<Wish, 'tenant'>, times: Times | undefined): boolean {
  const listed: readonly PriceLine[] = times ? pricesFor(hall.prices, tenant.kind, times) : []
  return depositCents === hall.depositCents && isSame(listed, prices)
}

function corrected(booking: HallBooking, hall: Hall, { times, wish, prices, depositCents, priceReason }: Corrected): HallBooking {
  const now = times ? { startsAt: times.startsAt, endsAt: times.endsAt } : { startsAt: booking.startsAt, endsAt: booking.endsAt }
  const isMoved = now.startsAt !== booking.startsAt || now.endsAt !== booking.endsAt
  return {
    ...booking, ...wish, ...(isMoved ? { ...now, ...occupiedBy(hall, now) } : {}), prices, depositCents,
    priceReason: isByList(hall, { prices, depositCents }, wish, now) ? null : priceReason.trim() || booking.priceReason,
  }
}

/** What of a booking can be corrected. */
export const agreedOf = ({ startsAt, endsAt, purpose, persons, tenant, prices, depositCents, note }: HallBooking): Agreed => ({ startsAt, endsAt, purpose, persons, tenant, prices, depositCents, note })

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

const withBefore = ({ corrections }: HallBooking, before: HallBooking, { now, byName }: { readonly now: Instant; readonly byName: string }): HallBooking['corrections'] =>
  [...corrections, { at: now, byName, before: agreedOf(before) }].slice(-MOST_CORRECTIONS)
