import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import { aForm, anApplication } from '../../../../shared/domains/applications/testing.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import type { Comment, SavedView } from '../../../../shared/domains/applications/work-tables.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, CommentId, SavedViewId } from '../../../../shared/ids.ts'
import { personScope } from '../../../../shared/scope.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { getMeta } from '../../cache/meta.ts'
import type { Cache } from '../../cache/open.ts'
import { deleteBase, putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'

const ME = anActor('clerk')
const OTHER = anActor('clerk', '2')
const START = Date.UTC(2026, 10, 22, 8)
const MINUTE_MS = 60_000

const viewId = (digit: string) => SavedViewId.parse(`0192a000-0000-7000-8000-0000000000e${digit}`)
const numbered = (number: number, overrides: Partial<Application> = {}): Application =>
  anApplication({ number, id: ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`), ...overrides })

const query = (overrides: Partial<ListQuery['filters']> = {}, view: ListQuery['view'] = 'all', search = ''): ListQuery => ({
  view, search, sort: { field: 'receivedAt', direction: 'desc' },
  filters: {
    status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null,
    restsUntil: null, form: [], ...overrides,
  },
})

const saved = (digit: string, name: string, asked: object, overrides: Partial<SavedView> = {}): SavedView => ({
  id: viewId(digit), scope: personScope(ME.personId), version: 1, accountId: ME.accountId, ownerId: ME.personId, ownerName: ME.name, name,
  query: asked as SavedView['query'], tellsWhenFilled: false, isDeleted: false, ...overrides,
})

let remove: () => void
let cache: Cache
let queries: ApplicationQueries
let nowMs: number
let everyMinute: (() => void)[]

function openQueries(): ApplicationQueries {
  return createApplicationQueries({
    cache, now: () => nowMs, actor: () => ME,
    timers: { every: (_ms, run) => {
      everyMinute.push(run)
      return () => undefined
    } },
  })
}

beforeEach(() => {
  ;({ cache, remove } = cacheOfItsOwn())
  nowMs = START
  everyMinute = []
  queries = openQueries()
})

afterEach(async () => {
  await queries.close()
  remove()
})

const put = (...rows: readonly Application[]): void => {
  for (const row of rows) putBase(cache.db, 'applications', row)
  queries.changed(['applications'], rows.map(({ id }) => id))
}
const keep = (...views: readonly SavedView[]): void => {
  for (const view of views) putBase(cache.db, 'saved_views', view)
  queries.changed(['saved_views'], views.map(({ id }) => id))
}
const counts = async (): Promise<unknown> => (await queries.savedViews.list()).map(({ name, count }) => [name, count])
const seenEmpty = (): Promise<void> => vi.waitFor(() => expect(getMeta(cache.db, 'views/filled')).toContain('empty'))
const filled = (): readonly string[] => queries.savedViews.filled.value.map(({ name }) => name)

test('counters follow every change: rows of the service, own pending changes, rows that leave', async () => {
  put(numbered(1, { locality: 'Uetz' }), numbered(2, { locality: 'Uetz' }), numbered(3))
  keep(saved('1', 'Uetz', query({ locality: ['Uetz'] })), saved('2', 'Alle', query()))
  expect(await counts()).toEqual([['Alle', 3], ['Uetz', 2]])
  put(numbered(4, { locality: 'Uetz' }), numbered(2, { locality: 'Grieben', version: 2 }))
  replaceOverlay(cache.db, { table: 'applications', id: numbered(1).id }, numbered(1, { locality: 'Bellingen' }))
  expect(await counts()).toEqual([['Alle', 4], ['Uetz', 1]])
  deleteBase(cache.db, 'applications', numbered(4).id)
  replaceOverlay(cache.db, { table: 'applications', id: numbered(1).id }, null)
  expect(await counts()).toEqual([['Alle', 3], ['Uetz', 1]])
})

test('a view of words and of fields of the form is counted too', async () => {
  putBase(cache.db, 'forms', aForm({ sortable: ['dogName'] }))
  put(numbered(1, { form: { dogName: 'Bello' }, formId: aForm().id }), numbered(2, { form: { dogName: 'Äffchen' }, formId: aForm().id }))
  const serviceId = [aForm().serviceId]
  keep(
    saved('1', 'Hunde mit B', query({ serviceId, form: [{ kind: 'text', key: 'dogName', how: 'begins', text: 'b' }] })),
    saved('2', 'Suche', query({}, 'all', 'Änne')),
  )
  expect(await counts()).toEqual([['Hunde mit B', 1], ['Suche', 2]])
})

test('what an older desk cannot read is shown without a count; deleted ones are gone; shared ones come last', async () => {
  put(numbered(1))
  keep(
    saved('1', 'Von morgen', { view: 'by-telepathy' }), saved('2', 'Weg', query(), { isDeleted: true }),
    saved('3', 'Alle im Amt', query(), { scope: 'department:ordnung', ownerId: OTHER.personId, ownerName: OTHER.name }),
  )
  expect(await queries.savedViews.list()).toMatchObject([
    { name: 'Von morgen', query: null, count: 0, isOwn: true, mayChange: true, departmentId: null },
    { name: 'Alle im Amt', count: 1, isOwn: false, mayChange: false, departmentId: 'ordnung', ownerName: OTHER.name },
  ])
})

test('a view tells its owner once when something comes in, and again only after it was empty', async () => {
  keep(saved('1', 'Uetz', query({ locality: ['Uetz'] }), { tellsWhenFilled: true }))
  await seenEmpty()
  const told: (readonly string[])[] = []
  queries.savedViews.filled.subscribe(() => told.push(filled()))
  put(numbered(1, { locality: 'Uetz' }))
  await vi.waitFor(() => expect(filled()).toEqual(['Uetz']))
  put(numbered(2, { locality: 'Uetz' }))
  put(numbered(1, { locality: 'Grieben', version: 2 }), numbered(2, { locality: 'Grieben', version: 2 }))
  await vi.waitFor(() => expect(filled()).toEqual([]))
  nowMs += 5 * MINUTE_MS
  put(numbered(3, { locality: 'Uetz' }))
  await vi.waitFor(() => expect(filled()).toEqual(['Uetz']))
  expect(queries.savedViews.filled.value[0]?.since).toBe(instantFromMs(nowMs))
  expect(told).toEqual([['Uetz'], [], ['Uetz']])
})

test('a view that has something in it when it is saved tells only what comes after it was empty', async () => {
  put(numbered(1, { locality: 'Uetz' }))
  keep(saved('1', 'Uetz', query({ locality: ['Uetz'] }), { tellsWhenFilled: true }), saved('2', 'Alle', query(), { tellsWhenFilled: true }))
  put(numbered(1, { locality: 'Grieben', version: 2 }))
  await vi.waitFor(async () => expect(await counts()).toEqual([['Alle', 1], ['Uetz', 0]]))
  expect(filled()).toEqual([])
  await seenEmpty()
  put(numbered(2, { locality: 'Uetz' }))
  await vi.waitFor(() => expect(filled()).toEqual(['Uetz']))
})

test('time alone fills a view; after a restart what was full before has been so since then', async () => {
  put(numbered(1, { dueAt: instantFromMs(START + MINUTE_MS / 2) }))
  keep(saved('1', 'Zu spät', query({}, 'overdue'), { tellsWhenFilled: true }), saved('2', 'Alle', query(), { tellsWhenFilled: true, ownerId: OTHER.personId }))
  await queries.savedViews.list()
  expect(filled()).toEqual([])
  nowMs += MINUTE_MS
  everyMinute.forEach(run => run())
  await vi.waitFor(() => expect(filled()).toEqual(['Zu spät']))
  await queries.close()
  nowMs += 90 * MINUTE_MS
  queries = openQueries()
  queries.savedViews.look()
  await vi.waitFor(() => expect(filled()).toEqual(['Zu spät']))
  expect(queries.savedViews.filled.value[0]?.since).toBe(instantFromMs(START + MINUTE_MS))
})

test('a mention brings a case into the view of mentions, reading it takes it out', async () => {
  put(numbered(1), numbered(2))
  const mentioned = query({}, 'mentioned')
  const total = async (): Promise<number> => (await queries.list({ ...mentioned, start: 0, end: 10 })).total
  expect(await total()).toBe(0)
  const comment: Comment = {
    id: CommentId.parse('0192a000-0000-7000-8000-0000000000f1'), scope: 'department:ordnung', version: 1, applicationId: numbered(2).id, text: '@Person 1', mentions: [ME.personId],
    seenBy: [], authorId: OTHER.personId, authorName: OTHER.name, at: instantFromMs(START),
  }
  putBase(cache.db, 'comments', comment)
  expect(await total()).toBe(1)
  replaceOverlay(cache.db, { table: 'comments', id: comment.id }, { ...comment, seenBy: [ME.personId] })
  expect(await total()).toBe(0)
})
