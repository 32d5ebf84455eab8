import { afterEach, beforeEach, expect, test } from 'vitest'
import { move } from '../../../../shared/domains/appointments/booking-commands.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, PlaceId } from '../../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { putBase } from '../../cache/rows.ts'
import { takeAnswer } from '../../sync/answers.ts'
import { submitCommand } from '../../sync/submit.ts'
import { aDesk, type TestDesk } from '../../sync/testing.ts'
import { refusedMovesOf } from './refused-moves.ts'

/** Monday, 7 December 2026, on the wall. */
const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const NOW = Date.UTC(2026, 10, 22, 8)
let desk: TestDesk

beforeEach(() => {
  desk = aDesk()
  const rows = [['places', aPlace()], ['resources', aResource(1)], ['resources', aResource(2)], ['appointment_services', aService()], ['opening_hours', someHours()], ['appointments', anAppointment()]] as const
  for (const [table, row] of rows) putBase(desk.cache.db, table, row)
})
afterEach(() => desk.remove())

function refusedTo(startsAt: Instant): void {
  const saved = submitCommand(desk.cache.db, desk.parts, move, { appointmentId: anAppointment().id, resourceId: counterId(1), startsAt, minutes: 15 })
  if (!saved.ok) throw new Error(saved.error.code)
  takeAnswer(desk.cache.db, desk.parts, { kind: 'refused', id: saved.value.commandId, code: 'appointments/slot-taken', facts: {}, current: [] })
}

test('a move that was refused comes with the appointment as it is and the free time nearest to the wanted one', () => {
  putBase(desk.cache.db, 'appointments', anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f2'), startsAt: at(11) }))
  refusedTo(at(11))
  expect(refusedMovesOf(desk.cache.db, aPlace().id, NOW)).toMatchObject([{
    code: 'appointments/slot-taken', appointment: { startsAt: at(9), isPending: false }, wanted: { startsAt: at(11), resourceId: counterId(1) }, next: { startsAt: at(11), resourceId: counterId(2) },
  }])
})

test('one whose answer or text another version of the program wrote does not hide the others', () => {
  refusedTo(at(11))
  desk.cache.db.prepare('UPDATE outbox SET code = NULL, facts = NULL').run()
  expect(refusedMovesOf(desk.cache.db, aPlace().id, NOW)).toMatchObject([{ code: 'request/unexpected', facts: {} }])
  desk.cache.db.prepare(`UPDATE outbox SET envelope = json_remove(envelope, '$.input.minutes')`).run()
  expect(refusedMovesOf(desk.cache.db, aPlace().id, NOW)).toEqual([])
})

test('of two for one appointment the last counts, and none of another place', () => {
  refusedTo(at(10))
  refusedTo(at(11))
  expect(refusedMovesOf(desk.cache.db, aPlace().id, NOW).map(({ wanted }) => wanted.startsAt)).toEqual([at(11)])
  expect(refusedMovesOf(desk.cache.db, PlaceId.parse('0192a000-0000-7000-8000-0000000000aa'), NOW)).toEqual([])
})
