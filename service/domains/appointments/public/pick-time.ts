import { bookableWindow } from '../../../../shared/domains/appointments/slots.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { ok, type Refusal, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import { freeTimes, isOffered, nextFree, type TimesFor } from './free-times.ts'

/** The counter at which a citizen gets this time: the one they had where it is free, else the first. Refused with the next best offer. */
export async function pickTime(times: TimesFor, startsAt: Instant, preferred: ResourceId | null): Promise<Result<Resource>> {
  const outside = outsideWindow(times, startsAt)
  if (outside) return withNextFree(times, startsAt, outside)
  const day = germanDay(startsAt)
  const slot = (await freeTimes(times, day, day)).find(free => free.startsAt === startsAt)
  if (!slot) return withNextFree(times, startsAt, isOffered(times, startsAt) ? 'appointments/slot-taken' : 'appointments/closed-then')
  const free = times.offer.resources.filter(({ id }) => slot.resourceIds.includes(id)).toSorted((one, other) => one.position - other.position)
  const resource = free.find(({ id }) => id === preferred) ?? free[0]
  if (!resource) throw new Error('a free time without a counter')
  return ok(resource)
}

function outsideWindow({ offer, now }: TimesFor, startsAt: Instant): ErrorCode | null {
  const { notBefore, notAfter } = bookableWindow(offer.services, now)
  if (startsAt <= now) return 'appointments/in-the-past'
  if (startsAt < notBefore) return 'appointments/too-short-notice'
  return startsAt >= notAfter ? 'appointments/too-far-ahead' : null
}

/** A refusal that says which free time comes next. */
export async function withNextFree(times: TimesFor, from: Instant, code: ErrorCode): Promise<{ readonly ok: false; readonly error: Refusal }> {
  const next = await nextFree(times, from)
  return { ok: false, error: next === null ? { code } : { code, facts: { nextStartsAt: next } } }
}
