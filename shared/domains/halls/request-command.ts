import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { HallBookingId, HallId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Instant, instantFromMs, msOf } from '../../time.ts'
import { pricesFor, type Times } from './prices.ts'
import { MOST_OCCURRENCES } from './series.ts'
import { HallBooking, Tenant, type Hall } from './tables.ts'

const MINUTE_MS = 60_000
const LONGEST_DAYS = 14

/** What is wanted of a hall, and by whom. */
export const Wish = HallBooking.pick({ purpose: true, persons: true, note: true }).extend({ tenant: Tenant })
export type Wish = Readonly<z.infer<typeof Wish>>

/** The time with setting up before and cleaning after it. */
export const occupiedBy = (hall: Pick<Hall, 'minutesBefore' | 'minutesAfter'>, { startsAt, endsAt }: Times): Pick<HallBooking, 'occupiedFrom' | 'occupiedUntil'> => ({
  occupiedFrom: instantFromMs(msOf(startsAt) - hall.minutesBefore * MINUTE_MS),
  occupiedUntil: instantFromMs(msOf(endsAt) + hall.minutesAfter * MINUTE_MS),
})

const NOTHING_YET = {
  status: 'requested' as const, priceReason: null, decidedAt: null, decidedByName: null, reason: null, contractNumber: null, contractedAt: null, contract: null, contractVersion: 0, corrections: [], keyOut: null, keyBack: null,
} satisfies Partial<HallBooking>

const Request = Wish.extend({
  hallId: HallId,
  channel: z.enum(['telephone', 'counter', 'letter']),
  times: z.array(z.object({ startsAt: Instant, endsAt: Instant })).min(1).max(MOST_OCCURRENCES),
})

/** Takes down a request for one time or for a series; no time is taken until it is approved. */
export const requestHall = defineCommand({
  name: 'halls.request',
  version: 1,
  input: Request,
  offline: 'tentative',
  roles: ['clerk', 'lead'],
  onlyIfUnchanged: false,
  reads: ({ hallId }) => [{ table: 'halls', id: hallId }],
  decide: (state, input, { now, actor, newId }) => {
    const hall = state.get('halls', input.hallId)
    if (!hall?.active) return refuse('halls/no-such-hall')
    const asked = requestedBookings(hall, { wish: input, times: input.times, channel: input.channel, requestedAt: now, requestedByName: actor.name, newId })
    return asked.ok ? ok(asked.value.map(row => ({ table: 'hall_bookings', row }) as const)) : asked
  },
})

interface Asked {
  readonly wish: Wish
  readonly times: readonly Times[]
  readonly channel: HallBooking['channel']
  readonly requestedAt: Instant
  /** Who took it down; null where somebody asked online. */
  readonly requestedByName: string | null
  readonly newId: (purpose: string) => string
}

/** What is asked for, as it is kept: one booking for each time, several are a series. */
export function requestedBookings(hall: Hall, { wish, times, channel, requestedAt, requestedByName, newId }: Asked): Result<readonly HallBooking[]> {
  const content = fitting(hall, wish)
  if (!content.ok) return content
  const wrong = times.map(one => wrongTimes(one, requestedAt)).find(refusal => !refusal.ok)
  if (wrong && !wrong.ok) return wrong
  const same = { ...NOTHING_YET, ...content.value, scope: hall.scope, version: 0, hallId: hall.id, channel, depositCents: hall.depositCents, requestedAt, requestedByName }
  const seriesId = times.length > 1 ? newId('series') : null
  return ok(times.map(({ startsAt, endsAt }, index): HallBooking => ({
    ...same, startsAt, endsAt, ...occupiedBy(hall, { startsAt, endsAt }), id: HallBookingId.parse(newId(`booking/${index}`)), seriesId,
    prices: [...pricesFor(hall.prices, content.value.tenant.kind, { startsAt, endsAt })],
  })))
}

/** Somebody who can be written to, for something that fits into the hall. */
export function fitting(hall: Hall, { purpose, persons, note, tenant }: Wish): Result<Wish> {
  if (!tenant.name.trim() || !purpose.trim()) return refuse('halls/name-missing')
  if (persons > hall.capacity) return refuse('halls/too-many-persons', { most: hall.capacity })
  return ok({ purpose: purpose.trim(), persons, note: note.trim(), tenant: { ...tenant, name: tenant.name.trim(), organisation: tenant.organisation.trim() } })
}

export function wrongTimes({ startsAt, endsAt }: Times, now: Instant): Result<null> {
  if (endsAt <= startsAt || msOf(endsAt) - msOf(startsAt) > LONGEST_DAYS * 1_440 * MINUTE_MS) return refuse('halls/wrong-times', { days: LONGEST_DAYS })
  return endsAt <= now ? refuse('halls/in-the-past') : ok(null)
}
