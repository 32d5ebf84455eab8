import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { AppointmentId, derivedUuid, OpeningHoursId, type ResourceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { absencesOf } from './absences.ts'

/** Monday, 7 December 2026, 07:00 in Tangerhütte. */
const NOW = Date.UTC(2026, 11, 7, 6)
const at = (hour: number) => instantFromMs(Date.UTC(2026, 11, 7, hour - 1))

let opened: ReturnType<typeof cacheOfItsOwn>
beforeEach(() => {
  opened = cacheOfItsOwn()
  const { db } = opened.cache
  putBase(db, 'places', aPlace())
  putBase(db, 'resources', aResource(1))
  putBase(db, 'resources', aResource(2))
  putBase(db, 'appointment_services', aService())
  putBase(db, 'opening_hours', someHours())
})
afterEach(() => opened.remove())

const book = (label: string, overrides: Partial<Appointment>): boolean =>
  putBase(opened.cache.db, 'appointments', anAppointment({ id: AppointmentId.parse(derivedUuid('absences', label)), ...overrides }))

const file = (...events: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, 'SUMMARY:Urlaub', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n')

const read = (text: string, resourceIds: ResourceId[] = []) => absencesOf(opened.cache.db, { placeId: aPlace().id, resourceIds, text }, NOW)

test('each closure tells how many booked appointments it would leave standing, at that counter or at all of them', () => {
  book('a', { startsAt: at(9) })
  book('b', { startsAt: at(9), resourceId: counterId(2) })
  book('c', { startsAt: at(11) })
  book('d', { startsAt: at(10), status: 'cancelled' })
  const text = file(['DTSTART:20261207T080000Z', 'DURATION:PT2H'], ['DTSTART;VALUE=DATE:20261224'])
  const found = (resourceIds?: ResourceId[]) => {
    const answer = read(text, resourceIds)
    return answer.ok ? answer.value.absences.map(({ content, strands }) => `${content.fromDay} ${content.startTime}-${content.endTime} ${strands}`) : answer.error.code
  }
  expect(found()).toEqual(['2026-12-07 09:00-11:00 2', '2026-12-24 00:00-24:00 0'])
  expect(found([counterId(2)])).toEqual(['2026-12-07 09:00-11:00 1', '2026-12-24 00:00-24:00 0'])
})

test('what was taken over before is known; what cannot be understood, is over or lies far ahead is not in the list', () => {
  const text = file(['DTSTART:20261207T080000Z', 'DURATION:PT2H'], ['DTSTART:unknown'], ['DTSTART;VALUE=DATE:20261201'], ['DTSTART;VALUE=DATE:20280101'])
  const first = read(text)
  if (!first.ok) throw new Error(first.error.code)
  const [absence, ...more] = first.value.absences
  expect([more, first.value.skipped, absence?.isKnown]).toEqual([[], ['Urlaub'], false])
  putBase(opened.cache.db, 'opening_hours', someHours({ ...absence?.content, id: OpeningHoursId.parse(absence?.lineId) }))
  const again = read(text)
  expect(again.ok && again.value.absences.map(({ isKnown, strands }) => [isKnown, strands])).toEqual([[true, 0]])
})

test('a file that is no calendar is told', () => {
  expect(read('<html>')).toEqual({ ok: false, error: { code: 'calendar/unreadable' } })
})
