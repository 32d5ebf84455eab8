import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../shared/contract/reports.ts'
import type { Application, ApplicationEvent, Decision } from '../../shared/domains/applications/tables.ts'
import { aDecision, aForm, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { PERSON_FIGURES_KEY, personFiguresId } from '../../shared/domains/reports/person-figures.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, ApplicationId, DecisionId, DepartmentId, EventId, PersonId, ServiceId } from '../../shared/ids.ts'
import { instantFromMs, plusDays, type Instant } from '../../shared/time.ts'
import type { Cache } from '../../main/core/cache/open.ts'
import { putBase, replaceOverlay } from '../../main/core/cache/rows.ts'
import { temporaryFolder, testCache } from '../../main/core/cache/testing.ts'
import { createReportQueries, type ReportQueries } from '../../main/core/domains/reports/queries.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const ORDNUNG = DepartmentId.parse('ordnung')
const LEAD = anActor('lead', '2')
const QUERY = { departmentId: null, period: { from: '2026-10-24', to: '2026-11-22' } }
const idOf = (kind: number, number: number): string => `0192a000-0000-7000-800${kind}-${String(number).padStart(12, '0')}`
const caseId = (number: number) => ApplicationId.parse(idOf(0, number))
const clerk = (digit: number) => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`)
const ago = (days: number): Instant => plusDays(instantFromMs(NOW), -days)

let cache: Cache
let queries: ReportQueries
let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
  cache = testCache(join(folder.path, 'cache.db'))
  putBase(cache.db, 'departments', { id: ORDNUNG, scope: 'town', version: 1, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null })
  putBase(cache.db, 'services', aTownService())
  putBase(cache.db, 'forms', aForm())
  putBase(cache.db, 'staff', aStaffAccount())
  queries = createReportQueries({ cache, now: () => NOW, actor: () => LEAD })
})

afterEach(async () => {
  await queries.close()
  cache.close()
  folder[Symbol.dispose]()
})

const put = (number: number, overrides: Partial<Application> = {}): void =>
  void putBase(cache.db, 'applications', anApplication({ number, id: caseId(number), ...overrides }))

/** Cases decided the day before yesterday after so many days each, by five clerks in turn. */
function putDecided(first: number, days: readonly number[], overrides: Partial<Application> = {}): void {
  for (const [index, taken] of days.entries()) {
    const received = ago(2 + taken)
    put(first + index, { status: 'decided', outcome: 'granted', receivedAt: received, decidedAt: ago(2), dueAt: plusDays(received, 14), assigneeId: clerk(index % 5), ...overrides })
  }
}

const putEvent = (number: number, of: number, kind: ApplicationEvent['kind'], at: Instant, text: string | null = null): void =>
  void putBase(cache.db, 'application_events', {
    id: EventId.parse(idOf(1, number)), scope: 'department:ordnung', version: 1, applicationId: caseId(of), kind, at,
    actorId: clerk(1), actorName: 'A', actingFor: null, actingForName: null, text, commandId: null,
  })

const agree = (isOn: boolean): void => {
  const value = { isOn, agreement: 'Dienstvereinbarung vom 3. Mai 2026', byName: 'L', at: ago(9) }
  putBase(cache.db, 'preferences', { id: personFiguresId(ORDNUNG), scope: 'department:ordnung', version: 2, accountId: AccountId.parse(idOf(9, 1)), key: PERSON_FIGURES_KEY, value })
}

async function report(): Promise<Report> {
  const answer = await queries.report(QUERY)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

test('open cases are counted as they stand, own pending changes included', async () => {
  put(1, { receivedAt: ago(1), dueAt: ago(-3) })
  put(2, { receivedAt: ago(20), dueAt: ago(2), status: 'in-progress', assigneeId: clerk(1) })
  put(3, { receivedAt: ago(120), status: 'in-progress', assigneeId: clerk(1), suspendedAt: ago(5) })
  put(4, { receivedAt: ago(3), status: 'closed', closedAt: ago(1) })
  expect((await report()).standing).toEqual({ open: 3, unassigned: 1, proposed: 0, overdue: 1, waiting: 1 })
  expect((await report()).ages.map(({ count }) => count)).toEqual([1, 0, 1, 0, 1])
  replaceOverlay(cache.db, { table: 'applications', id: caseId(1) }, anApplication({ number: 1, id: caseId(1), receivedAt: ago(1), status: 'proposed', assigneeId: clerk(2) }))
  expect((await report()).standing).toEqual({ open: 3, unassigned: 0, proposed: 1, overdue: 1, waiting: 1 })
})

test('days are those of Germany, whatever the hour in UTC', async () => {
  put(1, { receivedAt: '2026-10-23T21:59:00.000Z' as Instant })
  put(2, { receivedAt: '2026-10-23T22:00:00.000Z' as Instant, channel: 'paper' })
  put(3, { receivedAt: '2026-11-22T22:59:59.000Z' as Instant })
  put(4, { receivedAt: '2026-11-22T23:00:00.000Z' as Instant })
  const { now, before, parts } = await report()
  expect([before.received, now.received, now.channels]).toEqual([1, 2, { portal: 1, 'state-portal': 0, paper: 1, telephone: 0 }])
  expect(parts.map(part => part.received)).toEqual([1, 0, 0, 0, 1])
})

test('the time in which the clock stood does not count as worked', async () => {
  putDecided(1, [10, 10, 10, 10, 10])
  for (const number of [1, 2, 3]) {
    putEvent(number * 10, number, 'asked', ago(9))
    putEvent(number * 10 + 1, number, 'asked', ago(8))
    putEvent(number * 10 + 2, number, 'resumed', ago(5))
  }
  expect((await report()).now.work).toMatchObject({ decided: 5, medianDays: 6, p90Days: 10 })
})

test('times, deadlines and proposals sent back, per service and in total', async () => {
  putDecided(1, [1, 2, 3, 4, 20])
  putBase(cache.db, 'decisions', returnedDecision(1))
  const { now, returns } = await report()
  const figures = { decided: 5, medianDays: 3, p90Days: 20, deadlines: { kept: 4, all: 5 }, returned: 1, rejected: 0 }
  expect(now).toMatchObject({ work: figures, services: [{ serviceId: 'dog-registration', ...figures }], hiddenServices: 0 })
  expect(returns).toMatchObject([{ reference: 'TGH-2026-004711', reason: 'Die Rasse fehlt.' }])
})

const returnedDecision = (of: number): Decision =>
  aDecision({ id: DecisionId.parse(idOf(2, of)), applicationId: caseId(of), state: 'returned', settledBy: LEAD.personId, settledAt: ago(3), settleReason: 'Die Rasse fehlt.' })

test('work of fewer than five persons or on fewer than five cases is not shown, nor is what would tell it by subtraction', async () => {
  putDecided(1, [1, 2, 3, 4, 5, 6])
  putDecided(10, [7, 8, 9], { serviceId: ServiceId.parse('fishing-licence') })
  const { now } = await report()
  expect([now.work?.decided, now.services, now.hiddenServices]).toEqual([9, [], 2])
  expect((await report()).returns).toEqual([])
})

test('where only two persons work, nothing is said of how; with an agreement it is', async () => {
  for (const number of [1, 2, 3, 4, 5, 6]) put(number, { status: 'decided', decidedAt: ago(2), assigneeId: clerk(number % 2) })
  const hidden = await report()
  expect([hidden.now.work, hidden.now.closed, hidden.parts.every(({ decided }) => decided === null), hidden.people]).toEqual([null, null, true, null])
  agree(true)
  expect((await report()).now).toMatchObject({ work: { decided: 6 }, services: [{ decided: 6 }] })
})

test('load per person only with an agreement, and off again without', async () => {
  put(1, { status: 'in-progress', assigneeId: clerk(1), dueAt: ago(1) })
  expect((await report()).people).toBeNull()
  agree(true)
  expect((await report()).people).toEqual([{ personId: clerk(1), name: 'Katrin Sommer', open: 1, overdue: 1, waiting: 0 }])
  agree(false)
  expect((await report()).people).toBeNull()
})

test('which questions were asked for is read from the words of the form', async () => {
  put(1)
  putEvent(1, 1, 'asked', ago(3), 'Bitte nennen Sie uns den Rufnamen des Hundes.\nRufname des Hundes')
  putEvent(2, 1, 'asked', ago(2), 'Bitte melden Sie sich.')
  putEvent(3, 1, 'asked', ago(90), 'Nachname')
  expect((await report()).asked).toMatchObject([{ label: { de: 'Rufname des Hundes' }, count: 1 }, { label: null, count: 1 }])
})

test('only leads get a report, and only about departments they lead', async () => {
  expect(await queries.report({ ...QUERY, departmentId: DepartmentId.parse('bau') })).toMatchObject({ ok: false, error: { code: 'commands/not-allowed' } })
  const asClerk = createReportQueries({ cache, now: () => NOW, actor: () => anActor('clerk') })
  expect(await asClerk.report(QUERY)).toMatchObject({ ok: false, error: { code: 'commands/not-allowed' } })
  expect(asClerk.departments()).toMatchObject([{ id: 'ordnung', isLed: false, personFigures: null }])
})
