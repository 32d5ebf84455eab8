import { expect, test } from 'vitest'
import { aResource, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { daysAtAGlance, nextDays } from './week-days.ts'

const COUNTERS = [1, 2, 3].map(n => aResource(n))
const lines = [someHours({ to: '16:00' }), someHours({ kind: 'break', title: 'Mittag', from: '12:00', to: '13:00', resourceIds: [counterId(1), counterId(2)] })]

test('counters that are open at the same times for the same people stand together', () => {
  const [monday] = daysAtAGlance('2026-12-07', 1, lines, COUNTERS)
  expect(monday?.open.map(({ isPublic, times, resourceIds }) => `${isPublic} ${times.map(({ from, to }) => `${from}-${to}`).join(' ')} ${resourceIds.map(id => id.slice(-1)).join('')}`))
    .toEqual(['true 08:00-12:00 13:00-16:00 1', 'false 08:00-12:00 13:00-16:00 2', 'false 08:00-16:00 3'])
  expect(monday?.gone.map(({ title }) => title)).toEqual(['Mittag'])
})

test('on a holiday nobody is there', () => {
  const [friday] = daysAtAGlance('2026-12-25', 1, lines, COUNTERS)
  expect(friday).toMatchObject({ day: '2026-12-25', open: [] })
})

test('the next days of a line, and none where it is over', () => {
  expect(nextDays(someHours({ weekdays: [6], weeksOfMonth: [1] }), '2026-12-06', 2)).toEqual(['2027-01-02', '2027-02-06'])
  expect(nextDays(someHours({ toDay: '2026-06-30' }), '2026-12-06', 2)).toEqual([])
})
