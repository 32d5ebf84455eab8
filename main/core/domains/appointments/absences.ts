import type { AbsencesQuestion, FoundAbsences } from '../../../../shared/contract/appointments.ts'
import { ABSENCE_DAYS, absencesIn, type Absence } from '../../../../shared/domains/appointments/absences.ts'
import { linesAfter } from '../../../../shared/domains/appointments/changed-lines.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import { isStrandedBy } from '../../../../shared/domains/appointments/stranded.ts'
import { readCalendar } from '../../../../shared/formats/icalendar-read.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, plusDays } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { appointmentsFrom } from './appointment-rows.ts'
import { furnishedPlace } from './places.ts'

/** What the calendar of a file would close from now on, and how many booked appointments each of that would leave standing. */
export function absencesOf(db: Database, { placeId, resourceIds, text }: AbsencesQuestion, nowMs: number): Result<FoundAbsences> {
  const here = furnishedPlace(db, placeId)
  if (!here) return refuse('appointments/no-such-place')
  const now = instantFromMs(nowMs)
  const calendar = readCalendar(text, now, plusDays(now, ABSENCE_DAYS))
  if (!calendar.ok) return calendar
  const { absences, more } = absencesIn(calendar.value.entries, { placeId, resourceIds })
  const booked = appointmentsFrom(db, placeId, now).filter(({ status }) => status === 'booked')
    .map(appointment => ({ appointment, from: germanDay(appointment.startsAt), to: germanDay(appointment.endsAt) }))
  const isKnown = ({ lineId }: Absence): boolean => here.lines.some(({ id }) => id === lineId)
  const strands = ({ lineId, content }: Absence): number => {
    const after = linesAfter(here.lines, { placeId, scope: here.place.scope }, { lineId, content, follows: null })
    const change = { before: here.lines, after, resources: here.resources }
    return booked.filter(({ appointment, from, to }) => isOn(content, from, to) && isStrandedBy(change, appointment)).length
  }
  return ok({ absences: absences.map(absence => ({ ...absence, strands: strands(absence), isKnown: isKnown(absence) })), more, skipped: [...calendar.value.skipped] })
}

/** Whether an appointment from a day to a day touches those of a line at all: most do not, and that is quickly said. */
const isOn = ({ fromDay, toDay }: HoursContent, from: string, to: string): boolean => to >= fromDay && (toDay === null || from <= toDay)
