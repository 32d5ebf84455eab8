import type { Actor } from '../../../../shared/actor.ts'
import { MOST_SLOT_DAYS, type AbsencesQuestion, type FoundAbsences, type FreeSlot, type FurnishedPlace, type HoursChange, type MonthDay, type MonthQuestion, type RefusedMove, type ShownAppointment, type SlotQuestion, type StatisticsQuestion, type StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import { bookable, minutesWanted } from '../../../../shared/domains/appointments/booking.ts'
import { linesAfter } from '../../../../shared/domains/appointments/changed-lines.ts'
import { takesTime } from '../../../../shared/domains/appointments/counter-steps.ts'
import { freeSlots } from '../../../../shared/domains/appointments/slots.ts'
import { outsideHours, strandedBy, type Stranded } from '../../../../shared/domains/appointments/stranded.ts'
import type { PastHoursChange } from '../../../../shared/domains/appointments/hours-history.ts'
import type { PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import type { Cache } from '../../cache/open.ts'
import { effectiveWhere, getEffective } from '../../cache/rows.ts'
import { absencesOf } from './absences.ts'
import { appointmentsAt, appointmentsFrom, appointmentsNamed } from './appointment-rows.ts'
import { monthOf } from './month.ts'
import { furnishedPlace, furnishedPlaces } from './places.ts'
import { refusedMovesOf } from './refused-moves.ts'
import { createStatistics } from './statistics.ts'

/** What a front office asks of this desk; all of it is answered without the service. */
export interface AppointmentQueries {
  places(): FurnishedPlace[]
  between(placeId: PlaceId, fromDay: string, toDay: string): ShownAppointment[]
  month(question: MonthQuestion): MonthDay[]
  slots(question: SlotQuestion): Result<{ readonly minutes: number; readonly slots: FreeSlot[] }>
  find(text: string): ShownAppointment[]
  outside(placeId: PlaceId): Result<{ readonly stranded: StrandedAppointment[] }>
  hoursChanges(placeId: PlaceId): PastHoursChange[]
  statistics(question: StatisticsQuestion): Promise<Result<PlaceStatistics>>
  refusedMoves(placeId: PlaceId): RefusedMove[]
  stranded(change: HoursChange): Result<{ readonly stranded: StrandedAppointment[] }>
  absences(question: AbsencesQuestion): Result<FoundAbsences>
  close(): Promise<void>
}

export function createAppointmentQueries({ cache, now, actor }: {
  readonly cache: Pick<Cache, 'db' | 'file' | 'key'>
  readonly now: () => number
  readonly actor: () => Actor
}): AppointmentQueries {
  const { db } = cache
  const statistics = createStatistics(cache)
  return {
    places: () => furnishedPlaces(db),
    between: (placeId, fromDay, toDay) => appointmentsAt(db, placeId, startOfGermanDay(fromDay), startOfGermanDay(plusCalendarDays(toDay, 1))),
    month: question => monthOf(db, question),
    slots: question => slotsOf(db, question, now()),
    find: text => appointmentsNamed(db, text, instantFromMs(now())),
    outside: placeId => outsideOf(db, placeId, now()),
    hoursChanges: placeId => hoursChangesOf(db, placeId),
    statistics: question => statistics.of(question, actor()),
    refusedMoves: placeId => refusedMovesOf(db, placeId, now()),
    stranded: change => strandedOf(db, change, now()),
    absences: question => absencesOf(db, question, now()),
    close: statistics.close,
  }
}

function slotsOf(db: Database, question: SlotQuestion, nowMs: number): ReturnType<AppointmentQueries['slots']> {
  const wanted = bookable({ get: (table, id) => getEffective(db, table, id) }, question)
  if (!wanted.ok) return wanted
  const here = furnishedPlace(db, question.placeId)
  if (!here) return refuse('appointments/no-such-place')
  const now = instantFromMs(nowMs)
  const toDay = plusCalendarDays(question.fromDay, Math.min(question.days, MOST_SLOT_DAYS) - 1)
  // What began the day before may still be going on.
  const taken = appointmentsAt(db, question.placeId, startOfGermanDay(plusCalendarDays(question.fromDay, -1)), startOfGermanDay(plusCalendarDays(toDay, 1)))
  const occupied = taken.flatMap(appointment => (appointment.resourceId !== null && takesTime(appointment, now)
    ? [{ resourceId: appointment.resourceId, from: appointment.occupiedFrom, until: appointment.occupiedUntil }] : []))
  const minutes = minutesWanted(wanted.value, question.persons)
  const slots = freeSlots({ lines: here.lines, resources: here.resources, occupied }, {
    serviceIds: question.serviceIds, minutes, fromDay: question.fromDay, toDay, notBefore: now, notAfter: null, isPublic: false,
  })
  return ok({ minutes, slots: slots.map(({ startsAt, endsAt, resourceIds }) => ({ startsAt, endsAt, resourceIds: [...resourceIds] })) })
}

function strandedOf(db: Database, change: HoursChange, nowMs: number): ReturnType<AppointmentQueries['stranded']> {
  const here = furnishedPlace(db, change.placeId)
  if (!here) return refuse('appointments/no-such-place')
  const now = instantFromMs(nowMs)
  const after = linesAfter(here.lines, { placeId: here.place.id, scope: here.place.scope }, change)
  const stranded = strandedBy({ before: here.lines, after, resources: here.resources }, takingTimeFrom(db, here.place.id, now), now)
  return ok({ stranded: stranded.map(shownStranded) })
}

function outsideOf(db: Database, placeId: PlaceId, nowMs: number): ReturnType<AppointmentQueries['outside']> {
  const here = furnishedPlace(db, placeId)
  if (!here) return refuse('appointments/no-such-place')
  const now = instantFromMs(nowMs)
  return ok({ stranded: outsideHours(here.lines, here.resources, takingTimeFrom(db, placeId, now), now).map(shownStranded) })
}

/** What takes time from now on; what is only held, too: it is in nobody's way, but nobody can be moved there. */
const takingTimeFrom = (db: Database, placeId: PlaceId, now: Instant): readonly Appointment[] =>
  appointmentsFrom(db, placeId, now).filter(appointment => takesTime(appointment, now)).map(({ isPending: _isPending, ...appointment }) => appointment)

const shownStranded = ({ appointment, proposal }: Stranded): StrandedAppointment => ({
  appointment, proposal: proposal && { startsAt: proposal.slot.startsAt, endsAt: proposal.slot.endsAt, resourceId: proposal.resourceId },
})

/** As many as anybody looks back. */
const MOST_CHANGES = 200

const hoursChangesOf = (db: Database, placeId: PlaceId): PastHoursChange[] =>
  effectiveWhere(db, 'hours_changes', 'place_id', placeId).toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1)).slice(0, MOST_CHANGES)
