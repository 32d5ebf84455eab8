import { expect, test } from 'vitest'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { anAppointment, counterId } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { blockOf } from './blocks.ts'
import { cellsInView, cellTowards, findCell, firstCell, type Direction } from './cells.ts'
import type { Column } from './columns.ts'

const DAY = '2026-12-07'

/** A column with an appointment at each of these minutes and a free half hour after the last. */
function columnWith(key: string, ...minutes: readonly number[]): Column {
  const blocks = minutes.map(minute => blockOf({
    ...anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000${key}${String(minute).padStart(4, '0')}`), startsAt: onTheWall(DAY).at(minute), endsAt: onTheWall(DAY).at(minute + 15) }), isPending: false,
  }))
  const from = Math.max(...minutes) + 15
  return { key, day: DAY, resource: null, holiday: undefined, open: [], closed: [], wanted: undefined, blocks, free: [{ from, to: from + 30, resourceId: counterId(1) }] }
}

const columns = [columnWith('1', 480, 540), { ...columnWith('2', 500), blocks: [], free: [] }, columnWith('3', 495, 555)]

/** Where the keys lead, as column and minute. */
function walked(from: number, ...directions: readonly Direction[]): readonly (readonly [number, number] | undefined)[] {
  let place = findCell(columns, columns[0]?.blocks.find(block => block.from === from)?.appointment.id)
  return directions.map(direction => {
    const next = place && cellTowards(columns, place, direction)
    place = findCell(columns, next?.key) ?? place
    return next && place && [place.column, next.from] as const
  })
}

test('up and down go through appointments and free times of a column and stop at its ends', () => {
  expect(walked(480, 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual([[0, 540], [0, 555], undefined])
  expect(walked(540, 'End', 'Home', 'ArrowUp')).toEqual([[0, 555], [0, 480], undefined])
})

test('left and right go to the nearest time of the next column that has any', () => {
  expect(walked(540, 'ArrowRight', 'ArrowLeft', 'ArrowLeft')).toEqual([[2, 555], [0, 555], undefined])
})

test('the keyboard begins at what is not over yet, and at the first of all when everything is', () => {
  expect(firstCell(columns, DAY, 500)?.from).toBe(540)
  expect(firstCell(columns, '2026-12-08', 0)?.from).toBe(480)
  expect(firstCell([], DAY, 0)).toBeUndefined()
})

test('only what is in view is drawn, as much of it as there is time for, and the active cell always', () => {
  const [column] = columns
  const drawn = (most: number, active?: string): readonly number[] => (column ? cellsInView(column, { from: 530, to: 560 }, most, active).map(({ from }) => from) : [])
  expect(drawn(10)).toEqual([540, 555])
  expect(drawn(1)).toEqual([540])
  expect(drawn(1, column?.blocks[0]?.appointment.id)).toEqual([480, 540])
})
