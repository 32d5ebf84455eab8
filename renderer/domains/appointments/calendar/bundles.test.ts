import { expect, test } from 'vitest'
import { anAppointment, aResource } from '../../../../shared/domains/appointments/testing.ts'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { blockOf, type Block } from './blocks.ts'
import { placedIn } from './bundles.ts'
import type { Column } from './columns.ts'

const DAY = '2026-12-07'
const wall = onTheWall(DAY)
const idOf = (n: number): AppointmentId => AppointmentId.parse(`0192a000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`)
const block = (n: number, from: number, to: number): Block => blockOf({ ...anAppointment({ id: idOf(n), startsAt: wall.at(from), endsAt: wall.at(to) }), isPending: false })
const columnOf = (blocks: readonly Block[], more: Partial<Column> = {}): Column =>
  ({ key: DAY, day: DAY, resource: null, holiday: undefined, open: [], closed: [], free: [], wanted: undefined, blocks, ...more })
const ten = Array.from({ length: 10 }, (_, index) => block(index + 1, 540, 555))
const told = (column: Column) => placedIn(column).bundles.map(({ from, to, count }) => [from, to, count])

test('three at once stand side by side; of more, two do, and the others are one bundle each half hour', () => {
  expect([placedIn(columnOf(ten.slice(0, 3))).blocks.length, told(columnOf(ten.slice(0, 3)))]).toEqual([3, []])
  const four = columnOf([...ten.slice(0, 4), block(20, 552, 575), block(21, 552, 575), block(22, 570, 590), block(23, 570, 590), block(24, 570, 590)])
  expect(placedIn(four).blocks.map(({ appointment }) => Number(appointment.id.slice(-2)))).toEqual([1, 2, 22, 23, 24])
  expect(told(four)).toEqual([[540, 570, 4]])
  expect(told(columnOf(ten))).toEqual([[540, 555, 8]])
})

test('nobody is lost: drawn or counted, and what is drawn keeps off the strip of the bundles', () => {
  const { blocks, bundles, lanes } = placedIn(columnOf(ten))
  expect(blocks.length + bundles.reduce((sum, { count }) => sum + count, 0)).toBe(10)
  expect([...lanes.values()]).toEqual([{ lane: 0, lanes: 3 }, { lane: 1, lanes: 3 }])
})

test('what somebody looks for is drawn, and at a counter of its own nothing is bundled', () => {
  expect(placedIn(columnOf(ten, { wanted: idOf(9) })).blocks.map(({ appointment }) => appointment.id)).toContain(idOf(9))
  expect(told(columnOf(ten, { resource: aResource(1) }))).toEqual([])
})
