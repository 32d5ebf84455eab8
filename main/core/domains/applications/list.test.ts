import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIST_FIELDS, VIEWS, SORTABLE_FIELDS, type ListQuery } from '../../../../shared/contract/applications.ts'
import { OUTCOMES, APPLICATION_STATUSES, type Application } from '../../../../shared/domains/applications/tables.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { deleteBase, putBase, replaceOverlay } from '../../cache/rows.ts'
import type { Cache } from '../../cache/open.ts'
import { temporaryFolder, testCache } from '../../cache/testing.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'
import { modelList, type Model } from './testing.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const NAMES = ['Änne Ärmel', 'Anton Arm', 'Großkopf', 'Grosser', 'Özdemir', 'Oz', 'Übel', 'Uhl', 'Zander'] as const
const PLACES = ['Lüderitz', 'Ludwigslust', 'Weißewarte', 'Weiden'] as const
const ME = anActor('lead')
const OTHER = PersonId.parse('0192a000-0000-7000-8000-0000000000a2')

const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)

const anyRow = fc.record({
  number: fc.integer({ min: 1, max: 60 }),
  applicantName: fc.constantFrom(...NAMES),
  locality: fc.constantFrom(...PLACES),
  status: fc.constantFrom(...APPLICATION_STATUSES),
  outcome: fc.option(fc.constantFrom(...OUTCOMES)),
  holder: fc.constantFrom(null, { assigneeId: ME.personId, assigneeName: 'Östlich' }, { assigneeId: OTHER, assigneeName: 'Otto' }),
  receivedAt: fc.integer({ min: 0, max: 40 }).map(hours => instantFromMs(NOW - hours * 3_600_000)),
  dueAt: fc.option(fc.integer({ min: -3, max: 3 }).map(days => instantFromMs(NOW + days * 86_400_000))),
  suspendedAt: fc.option(fc.constant(instantFromMs(NOW - 86_400_000))),
  unreadMessages: fc.integer({ min: 0, max: 1 }),
}).map(({ holder, ...row }): Application => anApplication({
  ...row, ...(holder ?? { assigneeId: null, assigneeName: null }), id: idOf(row.number), version: 1,
  subject: `Antrag ${row.applicantName}`, searchText: `${row.applicantName} ${row.locality}`,
}))

const EVERYTHING: ListQuery = {
  view: 'all',
  search: '',
  sort: { field: 'number', direction: 'asc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null },
}

const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('base' as const), row: anyRow }),
  fc.record({ kind: fc.constant('overlay' as const), row: anyRow }),
  fc.record({ kind: fc.constant('settled' as const), row: anyRow }),
  fc.record({ kind: fc.constant('left' as const), row: anyRow }),
)

const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  view: fc.constantFrom(...VIEWS),
  search: fc.constantFrom('', '', '', 'gross', 'Änn', 'wei', 'oz'),
  sort: fc.record({ field: fc.constantFrom(...SORTABLE_FIELDS), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  filters: fc.record({
    status: fc.subarray([...APPLICATION_STATUSES]),
    outcome: fc.subarray([...OUTCOMES]),
    serviceId: fc.constant([]),
    locality: fc.subarray([...PLACES]),
    departmentId: fc.constant([]),
    assigneeId: fc.subarray([ME.personId, OTHER]),
    receivedFrom: fc.constantFrom(null, '2026-11-21'),
    receivedTo: fc.constantFrom(null, '2026-11-21'),
  }),
})

describe('the list', () => {
  const folder = temporaryFolder()
  let cache: Cache
  let queries: ApplicationQueries

  beforeAll(() => {
    cache = testCache(join(folder.path, 'cache.db'))
    putBase(cache.db, 'departments', { id: anApplication().departmentId, scope: 'town', version: 1, name: 'Ordnung', position: 1, letterhead: null })
    queries = createApplicationQueries({ cache, now: () => NOW, actor: () => ME })
  })

  afterAll(async () => {
    await queries.close()
    cache.close()
    folder[Symbol.dispose]()
  })

  test('equals a plain model whatever changes, is sorted, filtered or searched for', async () => {
    // Few lists and many rounds: each list is open while rows change, and asked again.
    const rounds = fc.array(fc.tuple(fc.array(anyStep, { maxLength: 12 }), fc.nat(20)), { minLength: 2, maxLength: 12 })
    const lists = fc.array(anyQuery, { minLength: 1, maxLength: 3 })
    const model: Model = { base: new Map(), overlay: new Map() }
    await fc.assert(
      fc.asyncProperty(rounds, lists, async (steps, queried) => {
        for (const [index, [changes, start]] of steps.entries()) {
          for (const change of changes) apply(change)
          const query = queried[index % queried.length] ?? EVERYTHING
          const expected = modelList(model, query, ME, NOW)
          const whole = await queries.list({ ...query, start: 0, end: 1_000 })
          expect({ query, numbers: numbersOf(whole.rows) }).toEqual({ query, numbers: expected })
          const block = await queries.list({ ...query, start, end: start + 5 })
          expect(block).toEqual({ rows: whole.rows.slice(start, start + 5), total: expected.length, capped: false })
        }
      }),
      { numRuns: 80 },
    )

    function apply({ kind, row }: { readonly kind: 'base' | 'overlay' | 'settled' | 'left'; readonly row: Application }): void {
      if (kind === 'base') {
        putBase(cache.db, 'applications', row)
        model.base.set(row.id, row)
      } else if (kind === 'overlay') {
        if (!model.base.has(row.id)) return
        replaceOverlay(cache.db, { table: 'applications', id: row.id }, row)
        model.overlay.set(row.id, row)
      } else {
        replaceOverlay(cache.db, { table: 'applications', id: row.id }, null)
        model.overlay.delete(row.id)
        if (kind === 'settled') return
        deleteBase(cache.db, 'applications', row.id)
        model.base.delete(row.id)
      }
    }
  })
})

const numbersOf = (rows: readonly (readonly unknown[])[]): readonly unknown[] => rows.map(row => row[LIST_FIELDS.indexOf('number')])
