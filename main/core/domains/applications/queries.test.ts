import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SORTABLE_FIELDS, VIEWS, type ListQuery } from '../../../../shared/contract/applications.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import { aDecision, aForm, anApplication, aTownService } from '../../../../shared/domains/applications/testing.ts'
import { anActor, aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, DepartmentId, PersonId, ServiceId } from '../../../../shared/ids.ts'
import { refuse } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Cache } from '../../cache/open.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { filterConditions, viewConditions } from './condition.ts'
import { listedRowSql } from './list-rows.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'
import { SORTS } from './sorting.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const LEAD = anActor('lead', '2')
const AUTHOR = PersonId.parse('0192a000-0000-7000-8000-0000000000a1')
const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const numbered = (number: number, overrides: Partial<Application> = {}) => anApplication({ number, id: idOf(number), ...overrides })

const ALL: ListQuery = {
  view: 'all',
  search: '',
  sort: { field: 'number', direction: 'desc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}

describe('questions about applications', () => {
  let cache: Cache
  let queries: ApplicationQueries
  let remove: () => void

  beforeEach(() => {
    ;({ cache, remove } = cacheOfItsOwn())
    putBase(cache.db, 'departments', { id: DepartmentId.parse('ordnung'), scope: 'town', version: 1, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null })
    queries = createApplicationQueries({ cache, now: () => NOW, actor: () => LEAD })
  })

  afterEach(async () => {
    await queries.close()
    remove()
  })

  const put = (...rows: readonly Application[]): void => rows.forEach(row => putBase(cache.db, 'applications', row))
  const found = (text: string): string[] => queries.search({ text, limit: 10 }).hits.map(hit => hit.applicantName)

  test.each([
    ['großk', ['Änne Großkopf']], ['GROSSK', ['Änne Großkopf']], ['anne', ['Änne Großkopf']], ['Änn', ['Änne Großkopf']],
    ['kopf', ['Änne Großkopf']], ['oßko', ['Änne Großkopf']], ['muhl', ['Jörg Mühlenbach']], ['lenba', ['Jörg Mühlenbach']],
    ['jörg müh', ['Jörg Mühlenbach']], ['bello', ['Änne Großkopf']], ['kop zzz', []], ['-', []], ['"*(', []],
  ])('a search for %s finds umlauts and parts of words', (text, names) => {
    put(numbered(1), numbered(2, { applicantName: 'Jörg Mühlenbach', subject: 'Gewerbe', locality: 'Uetz', searchText: '' }))
    expect(found(text)).toEqual(names)
  })

  test('a reference number is found by any of its beginnings, newest first', () => {
    put(numbered(1, { reference: 'TGH-2025-000001' }), numbered(2, { reference: 'TGH-2026-000002' }))
    expect(queries.search({ text: 'TGH-20', limit: 10 }).hits.map(hit => hit.reference)).toEqual(['TGH-2026-000002', 'TGH-2025-000001'])
    expect(queries.search({ text: 'tgh-2026-0', limit: 10 }).hits.map(hit => hit.reference)).toEqual(['TGH-2026-000002'])
  })

  test('a hit says how its case was decided, an own pending decision included', () => {
    put(numbered(1, { status: 'decided', outcome: 'refused' }), numbered(2))
    replaceOverlay(cache.db, { table: 'applications', id: idOf(2) }, numbered(2, { status: 'decided', outcome: 'granted' }))
    const { hits } = queries.search({ text: 'Änne', limit: 10 })
    expect(hits.map(({ status, outcome }) => [status, outcome])).toEqual([['decided', 'granted'], ['decided', 'refused']])
  })

  test('counts say when they were counted, by the clock of the desk', async () => {
    expect((await queries.count()).at).toBe(instantFromMs(NOW))
  })

  test('views are counted, own pending changes included', async () => {
    const due = (days: number): Instant => instantFromMs(NOW + days * 86_400_000)
    put(
      numbered(1, { dueAt: due(-1) }), numbered(2, { unreadMessages: 2, dueAt: due(1) }), numbered(3, { status: 'decided', dueAt: due(-9) }),
      numbered(4, { status: 'proposed', assigneeId: AUTHOR, decisionId: aDecision().id }),
      numbered(5, { status: 'in-progress', assigneeId: LEAD.personId, suspendedAt: due(-2) }),
    )
    putBase(cache.db, 'decisions', aDecision())
    expect((await queries.count()).counts).toEqual({ all: 5, mine: 1, unassigned: 2, 'to-release': 1, overdue: 1, waiting: 1, unread: 1, team: 4, 'follow-up': 0, mentioned: 0, attention: 0 })
    replaceOverlay(cache.db, { table: 'applications', id: idOf(1) }, numbered(1, { status: 'in-progress', assigneeId: LEAD.personId, dueAt: due(-1) }))
    replaceOverlay(cache.db, { table: 'decisions', id: aDecision().id }, aDecision({ authors: [LEAD.personId] }))
    expect((await queries.count()).counts).toEqual({ all: 5, mine: 2, unassigned: 1, 'to-release': 0, overdue: 1, waiting: 1, unread: 1, team: 4, 'follow-up': 0, mentioned: 0, attention: 0 })
  })

  test('however often it is asked, no count is answered with less than was saved before', async () => {
    const asked: Promise<unknown>[] = []
    const wanted: unknown[] = []
    for (let number = 1; number <= 12; number++) {
      put(numbered(number))
      asked.push(queries.count().then(({ counts }) => counts.all >= number))
      wanted.push(true)
    }
    expect(await Promise.all(asked)).toEqual(wanted)
    expect((await queries.count()).counts.all).toBe(12)
  })

  test('a case comes whole, in order, with what is pending on it', () => {
    put(numbered(1, { formId: aForm().id }))
    putBase(cache.db, 'forms', aForm())
    putBase(cache.db, 'services', aTownService())
    const insert = cache.db.prepare("INSERT INTO outbox (id, name, envelope, state, recorded_at, tentative) VALUES ('c1', 'applications.approve', '{}', 'pending', '', 1)")
    const { lastInsertRowid } = insert.run()
    cache.db.prepare("INSERT INTO outbox_records (sequence, table_name, record_id) VALUES (?, 'applications', ?)").run(lastInsertRowid, idOf(1))
    expect(queries.get(idOf(1))).toEqual({
      ok: true,
      value: {
        application: numbered(1, { formId: aForm().id }), form: aForm(), service: aTownService(), departmentName: 'Ordnungsamt', decision: null,
        department: expect.objectContaining({ id: 'ordnung', letterhead: null }), letterTemplates: [], textBlocks: [], earlierDecisions: [],
        events: [], messages: [], attachments: [], tasks: [], comments: [], pending: [{ id: 'c1', name: 'applications.approve', tentative: true }],
      },
    })
    expect(queries.get(idOf(2))).toEqual(refuse('applications/not-found'))
  })

  test('filters and services come in German order', () => {
    put(numbered(1, { locality: 'Uetz' }), numbered(2, { locality: 'Überberg' }), numbered(3, { locality: 'Uchtdorf' }))
    putBase(cache.db, 'staff', aStaffAccount())
    putBase(cache.db, 'services', aTownService({ id: ServiceId.parse('zoo'), title: { de: 'Zoo', en: 'Zoo' } }))
    putBase(cache.db, 'services', aTownService({ id: ServiceId.parse('oel'), title: { de: 'Öllager', en: 'Oil' } }))
    expect(queries.facets()).toEqual({
      localities: ['Überberg', 'Uchtdorf', 'Uetz'], departments: [{ id: 'ordnung', name: 'Ordnungsamt', isClosed: false }], staff: [{ personId: AUTHOR, name: 'Katrin Sommer' }],
    })
    expect(queries.services().services.map(({ id }) => id)).toEqual(['oel', 'zoo'])
  })

  test('a row is located where the list shows it, and nowhere when it is filtered out', async () => {
    put(numbered(1, { applicantName: 'Ä' }), numbered(2, { applicantName: 'Z' }), numbered(3, { applicantName: 'B', status: 'decided' }))
    const byName: ListQuery = { ...ALL, sort: { field: 'applicantName', direction: 'asc' } }
    expect(await queries.locate({ ...byName, id: idOf(2) })).toEqual({ index: 2 })
    expect(await queries.locate({ ...byName, filters: { ...ALL.filters, status: ['received'] }, id: idOf(2) })).toEqual({ index: 1 })
    expect(await queries.locate({ ...byName, filters: { ...ALL.filters, status: ['received'] }, id: idOf(3) })).toEqual({ index: null })
  })

  test('a broad search is listed newest first up to 1,001 rows, and whole in another order', async () => {
    const many = cache.db.transaction(() => put(...Array.from({ length: 1_200 }, (_, index) => numbered(index + 1))))
    many()
    const newest = await queries.list({ ...ALL, search: 'bello', start: 0, end: 3 })
    expect({ total: newest.total, capped: newest.capped, first: newest.rows[0]?.[1] }).toEqual({ total: 1_001, capped: true, first: 1_200 })
    const oldest = await queries.list({ ...ALL, search: 'bello', sort: { field: 'number', direction: 'asc' }, start: 1_100, end: 1_200 })
    expect({ total: oldest.total, rows: oldest.rows.length, last: oldest.rows.at(-1)?.[1] }).toEqual({ total: 1_200, rows: 100, last: 1_200 })
  })

  test('what many rows hold inside a word is listed in any order and with filters', async () => {
    const rows = Array.from({ length: 1_010 }, (_, index) => numbered(index + 1, { status: index % 2 === 0 ? 'decided' : 'received' }))
    cache.db.transaction(() => put(...rows))()
    const inside: ListQuery = { ...ALL, search: 'oßkop', sort: { field: 'subject', direction: 'asc' }, filters: { ...ALL.filters, status: ['received'] } }
    const { rows: listed, total, capped } = await queries.list({ ...inside, start: 0, end: 5 })
    expect([listed.length, total, capped]).toEqual([5, 501, true])
  })

  test('the first rows of a new order come at once, the total with the next block', async () => {
    const many = cache.db.transaction(() => put(...Array.from({ length: 1_500 }, (_, index) => numbered(index + 1))))
    many()
    replaceOverlay(cache.db, { table: 'applications', id: idOf(1_500) }, numbered(1_500, { status: 'in-progress' }))
    const query: ListQuery = { ...ALL, filters: { ...ALL.filters, status: ['received'] } }
    const first = await queries.list({ ...query, start: 0, end: 2 })
    expect({ numbers: first.rows.map(row => row[1]), capped: first.capped }).toEqual({ numbers: [1_499, 1_498], capped: true })
    const next = await queries.list({ ...query, start: 2, end: 4 })
    expect({ numbers: next.rows.map(row => row[1]), total: next.total, capped: next.capped }).toEqual({ numbers: [1_497, 1_496], total: 1_499, capped: false })
  })

  describe('each question is answered by an index', () => {
    const planOf = (sql: string, values: readonly unknown[]): string =>
      cache.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map(({ detail }) => detail).join('; ')

    test.each(SORTABLE_FIELDS.filter(field => field !== 'number' && field !== 'reference'))('the order by %s', (field) => {
      const { column, index } = SORTS[field]
      expect(planOf(`SELECT number FROM applications ORDER BY ${column}, number`, [])).toBe(`SCAN applications USING COVERING INDEX ${index ?? ''}`)
    })

    test.each(VIEWS.filter(view => view !== 'all'))('the view %s', (view) => {
      const [condition] = viewConditions(view, { actor: LEAD, nowMs: NOW, departments: ['ordnung'] })
      expect(planOf(`SELECT number FROM applications WHERE ${condition?.sql ?? ''}`, condition?.values ?? [])).toMatch(/applications USING (COVERING )?INDEX (sqlite_autoindex_)?applications_/)
    })

    test('the rows of a block, from the narrow index', () => {
      expect(planOf(listedRowSql([]), [1])).toBe('SEARCH applications USING COVERING INDEX applications_listed (number=?)')
    })

    test('every column filter', () => {
      const filters: ListQuery['filters'] = {
        status: ['received'], outcome: ['granted'], serviceId: [aTownService().id], locality: ['Uetz'], departmentId: [DepartmentId.parse('ordnung')],
        assigneeId: [AUTHOR], receivedFrom: '2026-01-01', receivedTo: '2026-02-01', dueFrom: '2026-01-01', dueTo: '2026-02-01',
        restsUntil: '2026-11-01', decidedFrom: '2026-01-01', decidedTo: '2026-02-01', channel: ['paper'], form: [],
        isLate: true, closedFrom: '2026-01-01', closedTo: '2026-02-01', sentBack: { from: '2026-01-01', to: '2026-02-01', how: 'either' }, askedFor: { from: '2026-01-01', to: '2026-02-01', label: 'Name' },
      }
      const plans = filterConditions({ filters }, [1, 2]).map(({ sql, values }) => planOf(`SELECT number FROM applications WHERE ${sql}`, values))
      expect(plans.map(plan => /SEARCH applications USING (COVERING )?INDEX/.test(plan))).toEqual(Array.from({ length: 15 }, () => true))
    })
  })
})
