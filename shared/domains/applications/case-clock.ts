import { daysBetween, endOfGermanDay, germanDay, plusCalendarDays, shiftedToWorkingDay } from '../../german-days.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Instant } from '../../time.ts'
import { dueAfter } from './deadline.ts'
import { isEnded } from './rules.ts'
import type { Deadline } from './service-tables.ts'
import type { Application } from './tables.ts'

/** The clock of a case stands still while the citizen has been asked for something; asked twice, it stands since the first time. */
export const suspended = (application: Application, now: Instant): Application =>
  application.suspendedAt === null ? { ...application, suspendedAt: now, heldDueAt: application.dueAt, dueAt: null } : application

/**
 * The clock goes on. A period that the law counts from the complete documents begins anew on this day; the town's own
 * target goes on where it stood. A case whose clock runs stays as it is.
 */
export function resumed(application: Application, deadline: Deadline | null, now: Instant): Application {
  if (application.suspendedAt === null) return application
  return { ...application, suspendedAt: null, heldDueAt: null, dueAt: dueOnceComplete(application, deadline, now) }
}

/**
 * The citizen's answer sets a clock that waited for it going. Of a case that was closed as a duplicate as well: if its merge
 * is undone, its period counts from the day of the answer.
 */
export const answered = (application: Application, deadline: Deadline | null, now: Instant): Application =>
  isEnded(application) && application.mergedInto === null ? application : resumed(application, deadline, now)

function dueOnceComplete({ suspendedAt, heldDueAt }: Application, deadline: Deadline | null, now: Instant): Instant | null {
  if (deadline && deadline.basis !== 'own-target') return dueAfter(deadline, now)
  if (heldDueAt === null || suspendedAt === null) return null
  const stood = daysBetween(germanDay(suspendedAt), germanDay(now))
  return endOfGermanDay(shiftedToWorkingDay(plusCalendarDays(germanDay(heldDueAt), stood)))
}

/**
 * A period may be extended once, to a later day, and only while it still runs: the citizen has to be told in time
 * (§ 42a Abs. 2 VwVfG). The confirmation of a notice of business cannot be put off.
 */
export function extended(application: Application, deadline: Deadline | null, until: string, now: Instant): Result<Application> {
  const { dueAt, extendedAt } = application
  if (deadline?.basis === 'gewo-15') return refuse('applications/not-extendable')
  if (extendedAt !== null) return refuse('applications/extended-before', { at: germanDay(extendedAt) })
  if (dueAt === null) return refuse('applications/clock-stands')
  if (now > dueAt) return refuse('applications/extension-too-late', { due: germanDay(dueAt) })
  const newDueAt = endOfGermanDay(until)
  if (newDueAt <= dueAt) return refuse('applications/extension-not-later', { due: germanDay(dueAt) })
  return ok({ ...application, dueAt: newDueAt, extendedAt: now })
}
