import { expect, test } from 'vitest'
import { outdatedBy } from './invalidation.ts'

const NOTHING = { list: false, facets: false, services: false, cases: 'none' }

test.each([
  ['some applications', { tables: ['applications'], ids: ['a', 'b'] }, { ...NOTHING, list: true, facets: true, cases: ['a', 'b'] }],
  ['any applications', { tables: ['applications'], ids: [] }, { ...NOTHING, list: true, facets: true, cases: 'all' }],
  ['an application with its message', { tables: ['applications', 'messages'], ids: ['a', 'm'] }, { ...NOTHING, list: true, facets: true, cases: 'all' }],
  ['a message', { tables: ['messages'], ids: ['m'] }, { ...NOTHING, cases: 'all' }],
  ['staff', { tables: ['staff'], ids: [] }, { ...NOTHING, facets: true }],
  ['services', { tables: ['services'], ids: [] }, { list: true, facets: false, services: true, cases: 'all' }],
  ['forms', { tables: ['forms'], ids: [] }, { ...NOTHING, services: true, cases: 'all' }],
  ['departments', { tables: ['departments'], ids: [] }, { ...NOTHING, facets: true, cases: 'all' }],
  ['nothing', { tables: [], ids: [] }, NOTHING],
] as const)('after a change of %s', (_what, changed, outdated) => {
  expect(outdatedBy({ tables: [...changed.tables], ids: [...changed.ids] })).toEqual(outdated)
})
