import { expect, test } from 'vitest'
import { LIST_FIELDS } from '../../../../shared/contract/applications.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { isOverdue, toListRow } from './list-row.ts'

test('gives the cells of a row array their names', () => {
  const application = anApplication({ unreadMessages: 2 })
  expect(toListRow(LIST_FIELDS.map(field => application[field]))).toEqual(Object.fromEntries(LIST_FIELDS.map(field => [field, application[field]])))
})

test('overdue is what is past its target and not decided', () => {
  const dueAt = '2026-11-20T09:00:00.000Z'
  const now = Date.parse('2026-11-20T09:00:01.000Z')
  expect([
    isOverdue({ dueAt, status: 'in-progress' }, now), isOverdue({ dueAt, status: 'decided' }, now),
    isOverdue({ dueAt: null, status: 'received' }, now), isOverdue({ dueAt, status: 'received' }, now - 2_000),
  ]).toEqual([true, false, false, false])
})
