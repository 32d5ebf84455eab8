import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { DAYS_LOOKED_AT } from '../../../shared/domains/halls/free-days.ts'
import { pricesFor, type Times } from '../../../shared/domains/halls/prices.ts'
import type { Wish } from '../../../shared/domains/halls/request-command.ts'
import type { Hall, PriceLine } from '../../../shared/domains/halls/tables.ts'
import { plusCalendarDays } from '../../../shared/german-days.ts'
import { parseClock, parseDay } from '../../ui/format.ts'
import type { TypedDraft } from '../../ui/editing/use-typed-draft.ts'
import { useHallCommand } from './mutations.ts'
import { useHallBookings } from './queries.ts'
import { judged, latestUntil, wantedTimes, type Judged, type KeptRequest, type ReadDays, type RequestDraft } from './request-draft.ts'

export type Errors = Partial<Record<keyof RequestDraft, string>>

export interface Requesting {
  readonly draft: RequestDraft
  readonly change: (changed: Partial<RequestDraft>) => void
  /** By field, once it was tried to send. */
  readonly errors: Errors
  readonly judged: Judged | undefined
  /** Bookings around what is wanted, to say which days are free. */
  readonly bookings: readonly ShownHallBooking[] | undefined
  readonly prices: readonly PriceLine[]
  readonly isRunning: boolean
  /** Whether it was saved. */
  readonly send: () => Promise<boolean>
}

/** A request while it is typed: what it would take, what it would cost, and what stands against it. */
export function useRequest(hall: Hall, draft: RequestDraft, { change, startAnew }: Pick<TypedDraft<KeptRequest>, 'change' | 'startAnew'>): Requesting {
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useHallCommand('request')
  const errors = useErrors(draft, hall)
  const days = daysRead(draft)
  const wanted = days ? wantedTimes(days, draft.repeat, draft.withoutHolidays) : []
  const bookings = useHallBookings(rangeOf(wanted))
  const found = days && bookings ? judged(hall, wanted, bookings) : undefined
  const [first] = found?.times ?? []
  const send = async (): Promise<boolean> => {
    setSent(true)
    if (Object.keys(errors).length > 0 || isRunning || !found || found.times.length === 0) return false
    const isSaved = await run({ ...wishOf(draft), hallId: hall.id, channel: draft.channel, times: found.times.map(times => ({ ...times })) })
    if (isSaved) startAnew()
    return isSaved
  }
  return { draft, change, errors: isSent ? errors : {}, judged: found, bookings, prices: first ? pricesFor(hall.prices, draft.kind, first) : [], isRunning, send }
}

/** What is wanted, and by whom, as it was typed. */
export function wishOf({ purpose, persons, note, kind, name, organisation, street, postalCode, place, email, phone }: RequestDraft): Wish {
  const tenant = { kind, name, organisation, street, postalCode, place, email: email.trim() || null, phone: phone.trim() || null }
  return { purpose, persons: Number(persons), note, tenant }
}

export function daysRead({ day, lastDay, startTime, endTime, until, repeat }: RequestDraft): ReadDays | undefined {
  const first = parseDay(day)
  const read = { lastDay: lastDay.trim() ? parseDay(lastDay) : first, startTime: parseClock(startTime), endTime: parseClock(endTime), until: repeat === 'once' ? first : parseDay(until) }
  return first && read.lastDay && read.lastDay >= first && read.startTime && read.endTime && read.until && read.until >= first ? { day: first, lastDay: read.lastDay, startTime: read.startTime, endTime: read.endTime, until: read.until } : undefined
}

/** From before the first to as long after the last as free days are looked for, cleaning included. */
function rangeOf(wanted: readonly Times[]): { readonly fromDay: string; readonly toDay: string } | undefined {
  const [first, last] = [wanted[0], wanted.at(-1)]
  return first && last ? { fromDay: plusCalendarDays(first.startsAt.slice(0, 10), -2), toDay: plusCalendarDays(last.endsAt.slice(0, 10), DAYS_LOOKED_AT + 2) } : undefined
}

/** What is wrong with what was typed, by field. */
export function useErrors(draft: RequestDraft, hall: Hall): Errors {
  const { t } = useTranslation()
  const persons = Number(draft.persons)
  const [day, lastDay, until] = [parseDay(draft.day), parseDay(draft.lastDay), parseDay(draft.until)]
  const found: Errors = {
    ...(draft.purpose.trim() ? {} : { purpose: t('halls.purposeMissing') }),
    ...(draft.name.trim() ? {} : { name: t('halls.nameMissing') }),
    ...(Number.isInteger(persons) && persons > 0 && persons <= hall.capacity ? {} : { persons: t('halls.personsWrong', { most: hall.capacity }) }),
    ...(/^$|^\S+@\S+\.\S+$/.test(draft.email.trim()) ? {} : { email: t('halls.emailWrong') }),
    ...(day ? {} : { day: t('list.filter.dateWrong') }),
    ...(draft.lastDay.trim() && !(lastDay && day && lastDay >= day) ? { lastDay: t('list.filter.dateWrong') } : {}),
    ...(parseClock(draft.startTime) ? {} : { startTime: t('halls.timeWrong') }),
    ...(parseClock(draft.endTime) ? {} : { endTime: t('halls.timeWrong') }),
    ...(draft.repeat !== 'once' && !(until && day && until > day && until <= latestUntil(day)) ? { until: t('halls.untilWrong') } : {}),
  }
  return found
}
