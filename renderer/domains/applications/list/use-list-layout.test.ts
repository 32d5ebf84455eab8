import { expect, test } from 'vitest'
import type { GridLayout } from '../../../ui/grid-open.ts'
import { completed } from './use-list-layout.ts'

const column = (colId: string, width = 100): GridLayout[number] => ({ colId, width, hide: false, sort: null, flex: null })

test('columns nobody has arranged yet stand behind the one before them, arranged ones stay', () => {
  const layout = [column('dueAt', 80), column('subject', 300)]
  const columns = ['subject', 'form:breed', 'form:weight', 'dueAt', 'tags'].map(id => ({ id, width: 100, isHidden: id === 'tags' }))
  expect(completed(layout, columns)).toEqual([column('dueAt', 80), { ...column('tags'), hide: true }, column('subject', 300), column('form:breed'), column('form:weight')])
})
