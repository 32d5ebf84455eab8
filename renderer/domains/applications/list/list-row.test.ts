import { expect, test } from 'vitest'
import { LIST_FIELDS } from '../../../../shared/contract/applications.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { isDueSoon, isOverdue, restingSince, toListRow } from './list-row.ts'

test('gives the cells of a row array their names', () => {
  const application = anApplication({ unreadMessages: 2, tags: ['eilig'] })
  const cells = LIST_FIELDS.map(field => (field === 'tags' ? JSON.stringify(application.tags) : application[field]))
  expect(toListRow([...cells, 'Bello', 3])).toEqual({ ...Object.fromEntries(LIST_FIELDS.map(field => [field, application[field]])), values: ['Bello', 3] })
})

test('overdue is what is past its target and not decided', () => {
  const dueAt = '2026-11-20T09:00:00.000Z'
  const now = Date.parse('2026-11-20T09:00:01.000Z')
  expect([
    isOverdue({ dueAt, status: 'in-progress' }, now), isOverdue({ dueAt, status: 'decided' }, now),
    isOverdue({ dueAt: null, status: 'received' }, now), isOverdue({ dueAt, status: 'received' }, now - 2_000),
  ]).toEqual([true, false, false, false])
})

test('soon is today and the three days after, as long as there is time', () => {
  const now = Date.parse('2026-11-20T09:00:00.000Z')
  const soon = (dueAt: string | null, status: 'received' | 'decided' = 'received'): boolean => isDueSoon({ dueAt, status }, now)
  expect([soon('2026-11-20T22:59:59.999Z'), soon('2026-11-23T22:59:59.999Z')]).toEqual([true, true])
  expect([soon('2026-11-24T22:59:59.999Z'), soon('2026-11-20T08:00:00.000Z'), soon(null), soon('2026-11-20T22:59:59.999Z', 'decided')]).toEqual([false, false, false, false])
})

test('the clock of a decided case stands no longer, whatever was asked for', () => {
  const suspendedAt = '2026-11-12T09:00:00.000Z'
  expect([restingSince({ suspendedAt, status: 'in-progress' }), restingSince({ suspendedAt: null, status: 'received' }), restingSince({ suspendedAt, status: 'decided' })]).toEqual([suspendedAt, null, null])
})
