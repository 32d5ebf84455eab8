import { expect, test } from 'vitest'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { anAppointment } from '../../../../shared/domains/appointments/testing.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { blockOf, clockOf, stretchOn } from './blocks.ts'

const at = (text: string) => instantFromMs(Date.parse(text))

test('an appointment stands where the clock in Tangerhütte shows it, summer and winter', () => {
  expect(stretchOn('2026-12-07', at('2026-12-07T08:00:00Z'), at('2026-12-07T08:15:00Z'))).toEqual({ from: 540, to: 555 })
  expect(stretchOn('2026-07-07', at('2026-07-07T07:00:00Z'), at('2026-07-07T07:15:00Z'))).toEqual({ from: 540, to: 555 })
})

test('09:00 is 09:00 on the days on which the clocks change', () => {
  for (const day of ['2026-03-29', '2026-10-25']) {
    const wall = onTheWall(day)
    expect(stretchOn(day, wall.at(540), wall.at(570))).toEqual({ from: 540, to: 570 })
  }
})

test('the hour that is skipped is no part of it, the hour that comes twice never turns it around', () => {
  expect(stretchOn('2026-03-29', at('2026-03-29T00:30:00Z'), at('2026-03-29T01:15:00Z'))).toEqual({ from: 90, to: 195 })
  expect(stretchOn('2026-10-25', at('2026-10-25T00:30:00Z'), at('2026-10-25T01:15:00Z'))).toEqual({ from: 150, to: 195 })
})

test('what goes on after midnight ends at midnight', () => {
  expect(stretchOn('2026-12-07', at('2026-12-07T22:00:00Z'), at('2026-12-08T01:00:00Z'))).toEqual({ from: 1_380, to: 1_440 })
  expect(stretchOn('2026-10-25', at('2026-10-25T22:00:00Z'), at('2026-10-26T01:00:00Z'))).toEqual({ from: 1_380, to: 1_440 })
})

test('the same appointment is the same block', () => {
  const appointment = { ...anAppointment(), isPending: false }
  expect(blockOf(appointment)).toBe(blockOf(appointment))
  expect(blockOf(appointment)).toMatchObject({ day: '2026-12-07', from: 540, to: 555 })
})

test('minutes as the clock shows them', () => {
  expect([clockOf(0), clockOf(545), clockOf(1_440)]).toEqual(['00:00', '09:05', '24:00'])
})
