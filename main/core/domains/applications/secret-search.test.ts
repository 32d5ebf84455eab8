import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import { aForm, anApplication } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'
import { secretNumbers } from './secret-cases.ts'

const SECRET = PersonId.parse(derivedUuid('secret-search', 'secret'))
const OTHER = PersonId.parse(derivedUuid('secret-search', 'other'))
const idOf = (number: number) => ApplicationId.parse(derivedUuid('secret-search', String(number)))
const STREET_FORM = aForm({ sortable: ['street'], schema: { type: 'object', properties: { street: { type: 'string' } } } })
const DOG = { subject: 'Hundesteuer: Bello', locality: 'Uetz', searchText: 'Dorfstraße 3 anne@example.org 0393593170', form: { street: 'Dorfstraße 3' } }
const numbered = (number: number, overrides: Partial<Application>) => anApplication({ number, id: idOf(number), reference: `TGH-${number}`, ...DOG, ...overrides })

const ALL: ListQuery = {
  view: 'all', search: '', sort: { field: 'number', direction: 'asc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: ApplicationQueries

beforeEach(() => {
  opened = cacheOfItsOwn()
  const { db } = opened.cache
  putBase(db, 'applications', numbered(1, { personId: SECRET, applicantName: 'Änne Großkopf' }))
  putBase(db, 'applications', numbered(2, { personId: OTHER, applicantName: 'Bernd Alt' }))
  putBase(db, 'secrecies', { id: SECRET, scope: TOWN_SCOPE, version: 1, until: '2099-01-01' })
  queries = createApplicationQueries({ cache: opened.cache, now: () => Date.UTC(2026, 10, 24, 9), actor: () => anActor('clerk', '2') })
})

afterEach(async () => {
  await queries.close()
  opened.remove()
})

const hits = (text: string): readonly string[] => queries.search({ text, limit: 10 }).hits.map(({ reference }) => reference)
const listed = async (query: Partial<ListQuery>): Promise<readonly number[]> => queries.numbers({ ...ALL, ...query })

test.each([
  ['uetz', ['TGH-2']], ['Dorfstraße 3', ['TGH-2']], ['rfstra', ['TGH-2']], ['anne@example', ['TGH-2']], ['0393593170', ['TGH-2']], ['großkopf uetz', []],
  ['großkopf', ['TGH-1']], ['oßko', ['TGH-1']], ['TGH-1', ['TGH-1']], ['bello', ['TGH-2', 'TGH-1']], ['änne hundesteuer', ['TGH-2', 'TGH-1']],
])('looking for %s finds by name, reference and subject; whoever stands under secrecy by nothing else', async (text, references) => {
  expect(hits(text)).toEqual(references)
  expect(await listed({ search: text })).toEqual(references.map(reference => Number(reference.slice(-1))).toSorted((one, other) => one - other))
})

test('a filter by place or by what was filled in leaves them out, any other does not', async () => {
  const { db } = opened.cache
  const { serviceId } = STREET_FORM
  putBase(db, 'forms', STREET_FORM)
  const byForm = { ...ALL.filters, serviceId: [serviceId], form: [{ key: 'street', kind: 'text', how: 'begins', text: 'Dorf' } as const] }
  expect(await listed({ filters: { ...ALL.filters, locality: ['Uetz'] } })).toEqual([2])
  expect(await listed({ filters: { ...ALL.filters, status: [numbered(1, {}).status] } })).toEqual([1, 2])
  expect(await listed({ filters: { ...byForm, form: [] } })).toEqual([1, 2])
  expect(await listed({ filters: byForm })).toEqual([2])
})

test('a search too broad to be gathered on the spot keeps them back too', async () => {
  const { db } = opened.cache
  db.transaction(() => {
    for (let number = 3; number < 1_105; number++) putBase(db, 'applications', numbered(number, { personId: OTHER }))
  })()
  const found = await listed({ search: 'uetz', sort: { field: 'applicantName', direction: 'asc' } })
  expect([found.length, found.includes(1)]).toEqual([1_103, false])
  expect((await listed({ search: 'bello', sort: { field: 'applicantName', direction: 'asc' } })).includes(1)).toBe(true)
})

test('a case is known by its person, by its mark, and while it is only pending here', () => {
  const { db } = opened.cache
  putBase(db, 'secrecy_marks', { id: derivedUuid('secret-search', 'mark'), scope: 'department:ordnung', version: 1, recordTable: 'applications', recordId: idOf(2), personId: SECRET })
  replaceOverlay(db, { table: 'applications', id: idOf(9) }, numbered(9, { personId: SECRET }))
  expect([...secretNumbers(db)]).toEqual([1, 2, 9])
})
