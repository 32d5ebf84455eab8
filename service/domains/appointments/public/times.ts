import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { FreeTimes, TimesAsked } from '../../../../shared/wire/booking.ts'
import { appointmentByLink } from './by-link.ts'
import { offerToMove } from './change.ts'
import { freeTimes, nextFree, type TimesFor } from './free-times.ts'
import { publicOffer } from './offer.ts'
import type { BookingParts } from './parts.ts'

/** Days in Germany. */
export type DaysAsked = Pick<TimesAsked, 'from' | 'days'>

/** The free times of some days for a new appointment. */
export async function timesToBook({ database: { db }, townId, clock }: BookingParts, asked: TimesAsked): Promise<Result<FreeTimes>> {
  const offer = await publicOffer(db, townId, { ...asked, serviceIds: [...new Set(asked.serviceIds)] }, { lock: false })
  return offer.ok ? ok(await told({ db, townId, offer: offer.value, now: instantFromMs(clock.nowMs()), except: null }, asked)) : offer
}

/** The free times of some days to which a booked appointment could be moved. */
export async function timesToMove(parts: BookingParts, link: string, asked: DaysAsked): Promise<Result<FreeTimes>> {
  const { database: { db }, townId, clock } = parts
  const found = await appointmentByLink(parts, link)
  if (!found.ok) return found
  if (found.value.status !== 'booked') return refuse('appointments/wrong-status', { status: found.value.status })
  const offer = await offerToMove(db, townId, found.value)
  return offer.ok ? ok(await told({ db, townId, offer: offer.value, now: instantFromMs(clock.nowMs()), except: found.value.id }, asked)) : offer
}

async function told(times: TimesFor, { from, days }: DaysAsked): Promise<FreeTimes> {
  const toDay = plusCalendarDays(from, days - 1)
  const slots = await freeTimes(times, from, toDay)
  return {
    minutes: times.offer.minutes,
    times: slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    nextStartsAt: await nextFree(times, startOfGermanDay(plusCalendarDays(toDay, 1))),
    invited: times.offer.invited.filter(({ day }) => day >= from && day <= toDay),
  }
}
