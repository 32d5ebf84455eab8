import { expect, test } from 'vitest'
import type { Changed } from '../../../shared/contract/status.ts'
import { joinChanges } from './changed.ts'

const named = (from: number, count: number): Changed => ({ tables: ['messages'], ids: Array.from({ length: count }, (_, index) => `id-${from + index}`) })

test.each<[string, Changed, Changed, Changed]>([
  ['names what either names', { tables: ['messages'], ids: ['a', 'b'] }, { tables: ['applications', 'messages'], ids: ['b', 'c'] }, { tables: ['messages', 'applications'], ids: ['a', 'b', 'c'] }],
  ['reads all again where either does', { tables: ['messages'], ids: [] }, { tables: ['applications'], ids: ['c'] }, { tables: ['messages', 'applications'], ids: [] }],
  ['reads all again where too many are named', named(0, 300), named(300, 300), { tables: ['messages'], ids: [] }],
  ['leaves a change alone that nothing comes to', { tables: [], ids: [] }, { tables: ['messages'], ids: ['a'] }, { tables: ['messages'], ids: ['a'] }],
])('a joined change %s', (_name, earlier, later, joined) => {
  expect(joinChanges(earlier, later)).toEqual(joined)
})

test('however many changes come, what waits stays small', () => {
  const all = Array.from({ length: 2_000 }, (_, index) => named(index * 7, 7))
  expect(all.reduce(joinChanges)).toEqual({ tables: ['messages'], ids: [] })
})
