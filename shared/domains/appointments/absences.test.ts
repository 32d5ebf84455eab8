import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadEntry } from '../../formats/icalendar-read.ts'
import { germanDay } from '../../german-days.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { absencesIn } from './absences.ts'
import { hoursProblems } from './hours-commands.ts'
import { isOpenFor } from './stranded.ts'
import { anAppointment, aPlace, aResource, counterId, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const at = (text: string): Instant => instantFromMs(Date.parse(text))
const there = { placeId: aPlace().id, resourceIds: [counterId(1)] }
const entry = (from: string, to: string, overrides: Partial<ReadEntry> = {}): ReadEntry => ({ uid: 'u', summary: ' Urlaub ', startsAt: at(from), endsAt: at(to), isAllDay: false, ...overrides })
const shown = (...entries: readonly ReadEntry[]): readonly string[] =>
  absencesIn(entries, there).absences.map(({ content: { fromDay, toDay, startTime, endTime, title } }) => `${fromDay} ${toDay ?? ''} ${startTime}-${endTime} ${title}`)

test('days, hours, and what goes over night; on the days the clocks change too', () => {
  expect(shown(entry('2026-12-23T23:00Z', '2027-01-01T23:00Z'))).toEqual(['2026-12-24 2027-01-01 00:00-24:00 Urlaub'])
  expect(shown(entry('2026-12-07T08:00Z', '2026-12-07T09:30Z'))).toEqual(['2026-12-07 2026-12-07 09:00-10:30 Urlaub'])
  expect(shown(entry('2026-12-04T11:00Z', '2026-12-07T08:00Z'))).toEqual(['2026-12-04 2026-12-04 12:00-24:00 Urlaub', '2026-12-05 2026-12-06 00:00-24:00 Urlaub', '2026-12-07 2026-12-07 00:00-09:00 Urlaub'])
  expect(shown(entry('2026-12-04T21:00Z', '2026-12-05T05:00Z'))).toEqual(['2026-12-04 2026-12-04 22:00-24:00 Urlaub', '2026-12-05 2026-12-05 00:00-06:00 Urlaub'])
  expect(shown(entry('2026-12-04T21:00Z', '2026-12-04T23:00Z'))).toEqual(['2026-12-04 2026-12-04 22:00-24:00 Urlaub'])
  expect(shown(entry('2027-03-27T23:00Z', '2027-03-28T22:00Z'), entry('2027-10-30T22:00Z', '2027-10-31T23:00Z'))).toEqual(['2027-03-28 2027-03-28 00:00-24:00 Urlaub', '2027-10-31 2027-10-31 00:00-24:00 Urlaub'])
  expect(shown(entry('2026-12-04T21:00Z', '2026-12-04T21:00Z'))).toEqual([])
})

test('the same file makes the same lines, for another counter others', () => {
  const read = (resourceIds = there.resourceIds) => absencesIn([entry('2026-12-07T08:00Z', '2026-12-07T09:30Z'), entry('2026-12-07T08:00Z', '2026-12-07T09:30Z')], { ...there, resourceIds }).absences.map(({ lineId }) => lineId)
  expect(read()).toHaveLength(1)
  expect(read()).toEqual(read())
  expect(read([])).not.toEqual(read())
})

test('more than a person looks through are counted', () => {
  const many = Array.from({ length: 230 }, (_, index) => entry('2026-12-07T08:00Z', '2026-12-07T09:30Z', { uid: `u${index}` }))
  const { absences, more } = absencesIn(many, there)
  expect([absences.length, more]).toEqual([200, 30])
})

test(`whatever an entry says, its lines make sense and nobody is there meanwhile (FC_SEED=${seed})`, () => {
  const start = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  fc.assert(fc.property(start, fc.integer({ min: 15, max: 10_000 }), fc.string({ maxLength: 300 }), fc.nat(), (minute, minutes, summary, offset) => {
    const [startsAt, endsAt] = [instantFromMs(minute * 60_000), instantFromMs((minute + minutes) * 60_000)]
    const { absences } = absencesIn([{ uid: 'u', summary, startsAt, endsAt, isAllDay: false }], there)
    expect(absences.flatMap(({ content }) => hoursProblems(content))).toEqual([])
    const lines = absences.map(({ lineId, content }) => someHours({ ...content, id: lineId }))
    const always = someHours({ from: '00:00', to: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })
    const inside = instantFromMs((minute + (offset % (minutes - 14))) * 60_000)
    const during = anAppointment({ startsAt: inside, endsAt: instantFromMs(Date.parse(inside) + 5 * 60_000) })
    // The hour that comes twice is on the wall once: half of it may stand outside.
    if (germanDay(inside).endsWith('-10-25') || germanDay(inside).endsWith('-10-31')) return
    expect(isOpenFor(during, [always, ...lines], [aResource()])).toBe(false)
  }), { seed, numRuns: 500 })
})
