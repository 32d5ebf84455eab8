import { afterEach, beforeEach, expect, test } from 'vitest'
import { formSort, LIST_FIELDS, type ListQuery } from '../../../../shared/contract/applications.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import { aForm, anApplication } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { deleteBase, putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'

const SECRET = PersonId.parse(derivedUuid('secret-sorting', 'secret'))
const OTHER = PersonId.parse(derivedUuid('secret-sorting', 'other'))
const FORM = aForm({ sortable: ['street'], schema: { type: 'object', properties: { street: { type: 'string' } } } })
const idOf = (number: number) => ApplicationId.parse(derivedUuid('secret-sorting', String(number)))
const at = (number: number, locality: string, overrides: Partial<Application> = {}) => anApplication({
  number, id: idOf(number), reference: `TGH-${number}`, personId: OTHER, applicantName: 'Bernd Alt', subject: 'Hundesteuer', locality, searchText: '', form: { street: `${locality}er Weg` }, ...overrides,
})

const ALL: ListQuery = {
  view: 'all', search: '', sort: { field: 'number', direction: 'asc' },
  filters: { status: [], outcome: [], serviceId: [FORM.serviceId], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}
const FIELDS = ['locality', formSort('street')] as const
const secrecy = { id: SECRET, scope: TOWN_SCOPE, version: 1, until: '2099-01-01' }

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: ApplicationQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  const { db } = opened.cache
  putBase(db, 'forms', FORM)
  for (const row of [at(1, 'Bellingen'), at(2, 'Grieben', { personId: SECRET }), at(3, 'Uetz'), at(4, 'Grieben')]) putBase(db, 'applications', row)
  putBase(db, 'secrecies', secrecy)
  queries = createApplicationQueries({ cache: opened.cache, now: () => Date.UTC(2026, 10, 24, 9), actor: () => anActor('clerk', '2') })
})
afterEach(async () => {
  await queries.close()
  opened.remove()
})

const sorted = (field: ListQuery['sort']['field'], direction: 'asc' | 'desc', more: Partial<ListQuery> = {}): Promise<readonly number[]> => queries.numbers({ ...ALL, sort: { field, direction }, ...more })

test.each(FIELDS)('sorted by %s, whoever stands under secrecy comes last in both directions, wherever they live', async field => {
  expect([await sorted(field, 'asc'), await sorted(field, 'desc')]).toEqual([[1, 4, 3, 2], [3, 4, 1, 2]])
  expect([await sorted(field, 'asc', { search: 'hundesteuer' }), await sorted(field, 'desc', { search: 'hundesteuer' })]).toEqual([[1, 4, 3, 2], [3, 4, 1, 2]])
})

test.each(FIELDS)('sorted by %s, a case that somebody is just working on, or that has just changed, tells no more', async field => {
  const { db } = opened.cache
  await sorted(field, 'asc')
  putBase(db, 'applications', at(2, 'Bellingen', { personId: SECRET, version: 2 }))
  expect(await sorted(field, 'asc')).toEqual([1, 4, 3, 2])
  replaceOverlay(db, { table: 'applications', id: idOf(2) }, at(2, 'Bellingen', { personId: SECRET }))
  replaceOverlay(db, { table: 'applications', id: idOf(9) }, at(9, 'Demker', { personId: SECRET }))
  expect([await sorted(field, 'asc'), await sorted(field, 'desc')]).toEqual([[1, 4, 3, 2, 9], [3, 4, 1, 9, 2]])
})

test.each(FIELDS)('sorted by %s, an open list follows when a secrecy ends and begins again', async field => {
  const { db } = opened.cache
  await sorted(field, 'asc')
  deleteBase(db, 'secrecies', SECRET)
  expect(await sorted(field, 'asc')).toEqual([1, 2, 4, 3])
  putBase(db, 'secrecies', secrecy)
  expect(await sorted(field, 'asc')).toEqual([1, 4, 3, 2])
})

test.each(FIELDS)('sorted by %s, the first rows of a long list, before all of it is sorted, leave them to the end too', async field => {
  const { db } = opened.cache
  db.transaction(() => {
    for (let number = 10; number < 1_400; number++) putBase(db, 'applications', at(number, 'Grieben'))
  })()
  const first = await queries.list({ ...ALL, sort: { field, direction: 'asc' }, start: 0, end: 20 })
  expect(first.rows.map(row => row[LIST_FIELDS.indexOf('number')])).toEqual([1, 4, ...Array.from({ length: 18 }, (_, index) => 10 + index)])
  expect((await sorted(field, 'desc')).at(-1)).toBe(2)
})

test('a place where only somebody under secrecy lives is none to filter by, until the secrecy ends', () => {
  const { db } = opened.cache
  putBase(db, 'applications', at(5, 'Uchtdorf', { personId: SECRET }))
  const places = () => queries.facets().localities
  expect(places()).toEqual(['Bellingen', 'Grieben', 'Uetz'])
  deleteBase(db, 'secrecies', SECRET)
  expect(places()).toEqual(['Bellingen', 'Grieben', 'Uchtdorf', 'Uetz'])
})
