import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formSort, LIST_FIELDS, VIEWS, SORTABLE_FIELDS, type ListQuery } from '../../../../shared/contract/applications.ts'
import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import { OUTCOMES, APPLICATION_STATUSES, type Application } from '../../../../shared/domains/applications/tables.ts'
import { aForm, anApplication } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, FormId, PersonId, ServiceId } from '../../../../shared/ids.ts'
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

const DOGS = ServiceId.parse('dog-registration')
const OTHER_SERVICE = ServiceId.parse('market-stall')
const FORM_KEYS = ['dogName', 'weight', 'bornOn', 'sex', 'isChipped'] as const
const DOG_FORM = aForm({
  sortable: [...FORM_KEYS],
  schema: {
    type: 'object',
    properties: {
      dogName: { type: 'string' }, weight: { type: 'number' }, bornOn: { type: 'string', format: 'date' }, sex: { type: 'string', enum: ['male', 'female'] },
      isChipped: { type: 'boolean' },
    },
  },
})

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
  followUpAt: fc.option(fc.integer({ min: -2, max: 2 }).map(days => instantFromMs(NOW + days * 86_400_000))),
  followUpOnAnswer: fc.boolean(),
  serviceId: fc.constantFrom(DOGS, OTHER_SERVICE),
  form: fc.record({
    dogName: fc.constantFrom(...NAMES, ''), weight: fc.double({ min: -5, max: 90, noNaN: true }), bornOn: fc.constantFrom('2024-02-29', '2025-01-01', '2026-11-22'),
    sex: fc.constantFrom('male', 'female'), isChipped: fc.boolean(),
  }, { requiredKeys: [] }),
}).map(({ holder, ...row }): Application => anApplication({
  ...row, ...(holder ?? { assigneeId: null, assigneeName: null }), id: idOf(row.number), version: 1, formId: row.serviceId === DOGS ? DOG_FORM.id : FormId.parse('market-stall@1'),
  subject: `Antrag ${row.applicantName}`, searchText: `${row.applicantName} ${row.locality}`,
}))

const EVERYTHING: ListQuery = {
  view: 'all',
  search: '',
  sort: { field: 'number', direction: 'asc' },
  filters: { status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [] },
}

const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('base' as const), row: anyRow }),
  fc.record({ kind: fc.constant('overlay' as const), row: anyRow }),
  fc.record({ kind: fc.constant('settled' as const), row: anyRow }),
  fc.record({ kind: fc.constant('left' as const), row: anyRow }),
)

const anyFormFilter: fc.Arbitrary<FormFilter> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), key: fc.constant('dogName'), how: fc.constantFrom('begins' as const, 'contains' as const), text: fc.constantFrom('Gro', 'ß', 'ss', 'OZ', 'Ü', 'an') }),
  fc.record({ kind: fc.constant('number' as const), key: fc.constant('weight'), from: fc.constantFrom(null, 0, 10.5), to: fc.constantFrom(null, 40) }),
  fc.record({ kind: fc.constant('date' as const), key: fc.constant('bornOn'), from: fc.constantFrom(null, '2024-03-01'), to: fc.constantFrom(null, '2025-01-01') }),
  fc.record({ kind: fc.constant('choice' as const), key: fc.constant('sex'), values: fc.subarray(['male', 'female'], { minLength: 1 }) }),
  fc.record({ kind: fc.constant('yes-no' as const), key: fc.constant('isChipped'), value: fc.boolean() }),
)

const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  view: fc.constantFrom(...VIEWS),
  search: fc.constantFrom('', '', '', 'gross', 'Änn', 'wei', 'oz'),
  sort: fc.record({ field: fc.constantFrom(...SORTABLE_FIELDS, ...FORM_KEYS.map(formSort)), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  filters: fc.record({
    form: fc.oneof({ weight: 3, arbitrary: fc.constant<FormFilter[]>([]) }, fc.array(anyFormFilter, { maxLength: 2 })),
    dueFrom: fc.constantFrom(null, null, '2026-11-21'),
    dueTo: fc.constantFrom(null, null, '2026-11-24'),
    restsUntil: fc.constantFrom(null, null, '2026-11-21', '2026-11-20'),
    decidedFrom: fc.constantFrom(null, null, '2026-11-21'),
    decidedTo: fc.constantFrom(null, null, '2026-11-22'),
    channel: fc.constantFrom([], [], ['portal' as const], ['state-portal' as const], ['paper' as const, 'telephone' as const]),
    status: fc.subarray([...APPLICATION_STATUSES]),
    outcome: fc.subarray([...OUTCOMES]),
    serviceId: fc.constantFrom([DOGS], [DOGS], [OTHER_SERVICE], []),
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
    putBase(cache.db, 'departments', { id: anApplication().departmentId, scope: 'town', version: 1, name: 'Ordnung', position: 1, letterhead: null, closedAt: null })
    putBase(cache.db, 'forms', DOG_FORM)
    putBase(cache.db, 'forms', { ...DOG_FORM, id: FormId.parse('market-stall@1'), serviceId: OTHER_SERVICE })
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
