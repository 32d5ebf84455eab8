import { expect, test } from 'vitest'
import { updateInPlace } from './grid-update.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly tags: readonly string[]
}

const row = (id: string, name = '', tags: readonly string[] = []): Row => ({ id, name, tags })

/** A grid that holds these rows and notes which of them it is told to draw anew. */
function gridOf(rows: readonly Row[]) {
  const drawn: Row[] = []
  return { drawn, getDisplayedRowCount: () => rows.length, getDisplayedRowAtIndex: (index: number) => ({ data: rows[index], updateData: (data: Row) => void drawn.push(data) }) }
}

const read = (rows: readonly Row[], total = rows.length, capped = false) => [{ startRow: 0, endRow: 100, block: { rows, total, capped } }]

test('only rows that have changed are drawn anew', () => {
  const grid = gridOf([row('a'), row('b', 'Anna'), row('c', '', ['Messe'])])
  expect(updateInPlace(grid, read([row('a'), row('b', 'Bernd'), row('c', '', ['Messe', 'Eilt'])]))).toBe(true)
  expect(grid.drawn).toEqual([row('b', 'Bernd'), row('c', '', ['Messe', 'Eilt'])])
})

test.each([
  ['has come', read([row('new'), row('a'), row('b')])],
  ['has gone', read([row('b')])],
  ['has moved', read([row('b'), row('a')])],
  ['stands in a part that is not read', read([row('a'), row('b')], 3)],
  ['may have gone at an end nobody knows', read([row('a'), row('b')], 2, true)],
])('where a row %s, nothing is drawn in place', (_what, blocks) => {
  const grid = gridOf([row('a'), row('b')])
  expect([updateInPlace(grid, blocks), grid.drawn]).toEqual([false, []])
})
