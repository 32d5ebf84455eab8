import type { Refusal, Result } from '../../shared/result.ts'
import { daysBetween, germanDayAt, plusCalendarDays, germanDay } from '../../shared/german-days.ts'
import { Instant, type Clock } from '../../shared/time.ts'
import { MOST_DAYS_ASKED, type FreeTimes } from '../../shared/wire/booking.ts'
import type { PublicBooking } from '../domains/appointments/public/public-booking.ts'
import { sentenceOf } from '../http/sentences.ts'
import { offeredDays, type OfferedDay } from './appointment-days.ts'
import type { TimesView } from './appointment-times-page.ts'
import type { Language } from './texts.ts'

/** What the pages for appointments work with. */
export interface AppointmentPageParts {
  readonly townName: string
  readonly booking: PublicBooking
  readonly clock: Clock
  readonly newKey: () => string
}

const DAYS_SHOWN = 5

export interface ShownDays {
  readonly days: readonly OfferedDay[]
  readonly from: string | null
  readonly today: string
  readonly moreFrom: string | null
}

/** The next days with free times, from the day asked for. */
export async function daysFrom(
  { clock }: AppointmentPageParts, asked: string | null, ask: (days: { readonly from: string; readonly days: number }) => Promise<Result<FreeTimes>>,
): Promise<Result<ShownDays>> {
  const today = germanDayAt(clock.nowMs())
  const from = asked !== null && asked > today ? asked : null
  const first = from ?? today
  const told = await ask({ from: first, days: MOST_DAYS_ASKED })
  if (!told.ok) return told
  const all = offeredDays(told.value, DAYS_SHOWN + 1)
  const last = all[DAYS_SHOWN - 1]
  const next = told.value.nextStartsAt && germanDay(told.value.nextStartsAt)
  const later = next !== null && next > plusCalendarDays(first, MOST_DAYS_ASKED - 1) ? next : null
  return { ok: true, value: { days: all.slice(0, DAYS_SHOWN), from, today, moreFrom: last && all.length > DAYS_SHOWN ? plusCalendarDays(last.day, 1) : later } }
}

/** Those of some days alone, from the day asked for; a window may reach farther than one can ask at once. */
export async function daysWithin(
  parts: AppointmentPageParts, { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }, asked: string | null,
  ask: (days: { readonly from: string; readonly days: number }) => Promise<Result<FreeTimes>>,
): Promise<Result<ShownDays>> {
  const from = asked !== null && asked > fromDay && asked <= toDay ? asked : null
  const first = from ?? fromDay
  const told = await ask({ from: first, days: Math.min(MOST_DAYS_ASKED, daysBetween(first, toDay) + 1) })
  if (!told.ok) return told
  const all = offeredDays(told.value, DAYS_SHOWN + 1)
  const last = all[DAYS_SHOWN - 1]
  return { ok: true, value: { days: all.slice(0, DAYS_SHOWN), from, today: fromDay, moreFrom: last && all.length > DAYS_SHOWN ? plusCalendarDays(last.day, 1) : null } }
}

/** A refusal as a page says it, with the next time that can be had. */
export function problemOf({ code, facts = {} }: Refusal, language: Language): NonNullable<TimesView['problem']> {
  return { text: sentenceOf(code, facts)[language], next: Instant.safeParse(facts['nextStartsAt']).data ?? null }
}
