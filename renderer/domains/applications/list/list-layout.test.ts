import { expect, test } from 'vitest'
import type { GridLayout } from '../../../ui/grid-open.ts'
import { completed, isArranged, sortedAs, withHidden, withSort } from './list-layout.ts'

const column = (colId: string, width = 100): GridLayout[number] => ({ colId, width, hide: false, sort: null, flex: null })

test('columns nobody has arranged yet stand behind the one before them, arranged ones stay', () => {
  const layout: GridLayout = [{ ...column('dueAt', 80), sort: 'asc' }, column('subject', 300)]
  const columns = ['subject', 'form:breed', 'form:weight', 'dueAt', 'tags'].map(id => ({ id, width: 100, isHidden: id === 'tags' }))
  expect(completed(layout, columns)).toEqual([{ ...column('dueAt', 80), sort: 'asc' }, { ...column('tags'), hide: true }, column('subject', 300), column('form:breed'), column('form:weight')])
})

test('whoever only sorts has arranged nothing: width and choice of the columns stay those of the list', () => {
  const sorted = withSort([column('status'), { ...column('dueAt', 77), sort: 'asc' }])
  expect([isArranged(undefined), isArranged([]), isArranged(sorted), isArranged([column('status')])]).toEqual([false, false, false, true])
  expect(completed(sorted, [{ id: 'status', width: 140 }, { id: 'subject', width: 160, share: 2 }, { id: 'dueAt', width: 120, isHidden: true }])).toEqual([
    { colId: 'status', width: 140, hide: false, flex: null, sort: null },
    { colId: 'subject', flex: 2, hide: false, sort: null },
    { colId: 'dueAt', width: 120, hide: true, flex: null, sort: 'asc' },
  ])
})

test('without a sort of one\'s own the list keeps its own, and a saved view begins with what was saved', () => {
  expect(completed([], [{ id: 'status', width: 140 }])).toEqual([{ colId: 'status', width: 140, hide: false, flex: null }])
  expect(sortedAs([{ ...column('status'), sort: 'asc' }, column('dueAt')], { field: 'dueAt', direction: 'desc' })).toEqual([column('status'), { ...column('dueAt'), sort: 'desc' }])
})

test('columns of a form that is not shown are kept as they were arranged', () => {
  expect(withHidden([column('status')], [column('status', 50), { ...column('form:breed', 60), sort: 'asc' }])).toEqual([column('status'), column('form:breed', 60)])
})
