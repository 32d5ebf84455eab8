import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApplicationQueries, type ApplicationQueries } from '../../main/core/domains/applications/queries.ts'
import { createReportQueries, type ReportQueries } from '../../main/core/domains/reports/queries.ts'
import type { Cache } from '../../main/core/cache/open.ts'
import { putBase, replaceOverlay } from '../../main/core/cache/rows.ts'
import { temporaryFolder, testCache } from '../../main/core/cache/testing.ts'
import { NO_FILTERS } from '../../renderer/domains/applications/list/filters.ts'
import type { RowsBehind } from '../../renderer/domains/reports/figure-data.ts'
import type { FigureWords } from '../../renderer/domains/reports/figure-words.ts'
import * as figures from '../../renderer/domains/reports/figures.ts'
import { periodTiles, standingTiles } from '../../renderer/domains/reports/tile-data.ts'
import { createTexts } from '../../renderer/texts/texts.ts'
import type { Report } from '../../shared/contract/reports.ts'
import { aDecision, aForm, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { CHANNELS, type Application } from '../../shared/domains/applications/tables.ts'
import { PERSON_FIGURES_KEY, personFiguresId } from '../../shared/domains/reports/person-figures.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, ApplicationId, DecisionId, DepartmentId, derivedUuid, EventId, FormId, PersonId, ServiceId } from '../../shared/ids.ts'
import { unreachable } from '../../shared/result.ts'
import { departmentScope } from '../../shared/scope.ts'
import { instantFromMs, plusDays, type Instant } from '../../shared/time.ts'
import { createRandom } from '../bench/random.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const HOUR = 3_600_000
const CASES = 700
const PERIOD = { from: '2026-10-24', to: '2026-11-22' }
const LED = ['ordnung', 'bau'].map(id => DepartmentId.parse(id))
const DEPARTMENTS = [...LED, DepartmentId.parse('soziales')]
const SERVICES = ['dog-registration', 'fishing-licence', 'house-number'].map(id => ServiceId.parse(id))
const TEXTS = ['Bitte: Rufname des Hundes', 'Der Nachname fehlt, und der Rufname des Hundes.', 'Bitte melden Sie sich.', 'Den Lageplan bitte.']
const LEAD = anActor('lead', '2', {
  grants: [...LED.map(departmentId => ({ role: 'lead' as const, departmentId, viaPersonId: null, viaName: null })), { role: 'clerk', departmentId: DepartmentId.parse('soziales'), viaPersonId: null, viaName: null }],
})
const random = createRandom(Number(process.env['FC_SEED'] ?? 11))
const idOf = (kind: string, number: number): string => derivedUuid(`reports-rows/${kind}`, String(number))
const person = (digit: number): PersonId => PersonId.parse(idOf('person', digit))

let folder: ReturnType<typeof temporaryFolder>
let cache: Cache
let reports: ReportQueries
let applications: ApplicationQueries

beforeAll(() => {
  folder = temporaryFolder()
  cache = testCache(join(folder.path, 'cache.db'))
  const { db } = cache
  for (const [position, id] of DEPARTMENTS.entries()) putBase(db, 'departments', { id, scope: 'town', version: 1, name: id, position, letterhead: null, closedAt: null })
  for (const id of SERVICES) putBase(db, 'services', aTownService({ id, documents: [{ de: 'Lageplan', en: 'Site plan' }] }))
  for (const serviceId of SERVICES) putBase(db, 'forms', aForm({ id: FormId.parse(`${serviceId}@1`), serviceId }))
  for (const digit of [0, 1, 2, 3, 4, 5, 6, 7]) putBase(db, 'staff', aStaffAccount({ id: AccountId.parse(idOf('account', digit)), personId: person(digit), login: `p${digit}` }))
  const agreement = { isOn: true, agreement: 'Dienstvereinbarung vom 3. Mai 2026', byName: 'L', at: instantFromMs(NOW) }
  putBase(db, 'preferences', { id: personFiguresId(DepartmentId.parse('ordnung')), scope: 'department:ordnung', version: 2, accountId: AccountId.parse(idOf('account', 0)), key: PERSON_FIGURES_KEY, value: agreement })
  db.transaction(() => { for (let number = 1; number <= CASES; number++) putCase(number) })()
  const parts = { cache, now: () => NOW, actor: () => LEAD }
  reports = createReportQueries(parts)
  applications = createApplicationQueries(parts)
})

afterAll(async () => {
  await Promise.all([reports.close(), applications.close()])
  cache.close()
  folder[Symbol.dispose]()
})

/** Some hours before now, so that days in Germany and in UTC differ at times. */
const hoursAgo = (most: number): Instant => instantFromMs(NOW - random.below(most) * HOUR)

function aCase(number: number): Application {
  const departmentId = random.pick(DEPARTMENTS)
  const serviceId = random.pick(SERVICES)
  const receivedAt = hoursAgo(2_400)
  const base = { number, id: ApplicationId.parse(idOf('case', number)), reference: `TGH-2026-${number}`, departmentId, scope: departmentScope(departmentId), serviceId, formId: FormId.parse(`${serviceId}@1`), receivedAt }
  const due = { dueAt: random.below(4) === 0 ? null : plusDays(receivedAt, 14), channel: random.pick(CHANNELS) }
  const by = { assigneeId: person(random.below(8)), assigneeName: 'A' }
  const kind = random.pick(['open', 'held', 'proposed', 'decided', 'decided', 'decided', 'closed'] as const)
  switch (kind) {
    case 'open': return anApplication({ ...base, ...due })
    case 'held': return anApplication({ ...base, ...due, ...by, status: 'in-progress', suspendedAt: random.below(3) === 0 ? hoursAgo(200) : null })
    case 'proposed': return anApplication({ ...base, ...due, ...by, status: 'proposed', outcome: 'granted' })
    case 'decided': return anApplication({ ...base, ...due, ...by, status: 'decided', outcome: 'granted', decidedAt: plusDays(receivedAt, random.below(25)) })
    case 'closed': return anApplication({ ...base, ...due, status: 'closed', closedAt: plusDays(receivedAt, random.below(25)) })
    default: return unreachable(kind)
  }
}

function putCase(number: number): void {
  const row = aCase(number)
  const { id, scope } = row
  putBase(cache.db, 'applications', row)
  // A change of one's own that is not transferred yet.
  if (random.below(12) === 0) replaceOverlay(cache.db, { table: 'applications', id }, { ...aCase(number), departmentId: row.departmentId, scope, serviceId: row.serviceId, formId: row.formId })
  for (let count = random.below(3); count > 0; count--) putBase(cache.db, 'application_events', {
    id: EventId.parse(idOf('event', number * 10 + count)), scope, version: 1, applicationId: id, kind: 'asked', at: hoursAgo(2_000), actorId: person(1), actorName: 'A', actingFor: null, actingForName: null,
    text: random.pick(TEXTS), commandId: null,
  })
  for (let count = random.below(3); count > 0; count--) putBase(cache.db, 'decisions', aDecision({
    id: DecisionId.parse(idOf('decision', number * 10 + count)), scope, applicationId: id, state: random.pick(['returned', 'rejected', 'approved'] as const), settledAt: hoursAgo(2_000), settleReason: 'Bitte begründen.',
  }))
}

async function reportOn(departmentId: DepartmentId | null): Promise<Report> {
  const answer = await reports.report({ departmentId, period: PERIOD })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

interface Told {
  readonly name: string
  /** As it stands on the screen; undefined where it is no count of cases but a time or a share of them. */
  readonly value: string | undefined
  readonly behind: RowsBehind
}

/** Everything on the screen that leads to cases. */
function everythingTold(report: Report, words: FigureWords): readonly Told[] {
  const tiles = [...standingTiles(report, words), ...periodTiles(report, words)].flatMap(({ id, now, before }) => [now, before].flatMap(value =>
    value?.behind ? [{ name: `tile ${id}`, value: ['median', 'p90'].includes(id) ? undefined : value.value, behind: value.behind }] : []))
  const all = Object.values(figures).map(figureOf => figureOf(report, words))
  const cells = all.flatMap(({ id, rows, series }) => rows.flatMap(row => row.behind.flatMap((behind, index) => {
    const format = series[index]?.format
    const count = row.values[index] ?? null
    const isCount = format?.(7) === '7'
    return behind ? [{ name: `${id} ${row.id} ${series[index]?.id}`, value: isCount && count !== null ? String(count) : undefined, behind }] : []
  })))
  return [...tiles, ...cells]
}

async function rowsOf({ view, filters }: RowsBehind): Promise<number> {
  const query = { view, search: '', sort: { field: 'number', direction: 'desc' }, filters: { ...NO_FILTERS, ...filters } } as const
  const first = await applications.list({ ...query, start: 0, end: 10 })
  // The first rows come before all of them are counted.
  return first.capped ? (await applications.list({ ...query, start: 10, end: 20 })).total : first.total
}

test.each([['all departments led', null], ['one department', LED[0] ?? null]])('%s: every number on the screen leads to exactly as many cases', async (_, departmentId) => {
  const report = await reportOn(departmentId)
  const words: FigureWords = { t: createTexts('de').t, language: 'de', serviceTitle: id => id, departmentIds: departmentId ? [departmentId] : LED, agreedIds: LED.slice(0, 1) }
  const told = everythingTold(report, words)
  const wrong: unknown[] = []
  for (const { name, value, behind } of told) {
    const rows = await rowsOf(behind)
    if (rows !== behind.count || (value !== undefined && value !== String(rows))) wrong.push({ name, value, count: behind.count, rows })
  }
  expect(wrong).toEqual([])
  // Every kind of figure is among them.
  const kinds = new Set(told.map(({ name }) => name.split(' ')[0]))
  expect([...kinds].toSorted((one = '', other = '') => (one < other ? -1 : 1))).toEqual(['ages', 'asked', 'channels', 'people', 'returns', 'services', 'stuck', 'throughput', 'tile'])
  expect(new Set(told.filter(({ name }) => name.startsWith('tile')).map(({ name }) => name.slice(5))).size).toBe(12)
  expect(told.length).toBeGreaterThan(100)
})

test('whatever counts cases and is not nothing leads to them', async () => {
  const report = await reportOn(null)
  const words: FigureWords = { t: createTexts('de').t, language: 'de', serviceTitle: id => id, departmentIds: LED, agreedIds: LED.slice(0, 1) }
  const without = Object.values(figures).flatMap(figureOf => figureOf(report, words)).flatMap(({ id, rows, series }) => rows.flatMap(row => row.values.flatMap((value, index) =>
    value !== null && value > 0 && !row.behind[index] ? [`${id} ${row.id} ${series[index]?.id}`] : [])))
  expect(without).toEqual([])
  expect([...standingTiles(report, words), ...periodTiles(report, words)].filter(({ now }) => now && now.value !== '0' && !now.behind).map(({ id }) => id)).toEqual([])
})
