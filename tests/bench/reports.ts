import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aDecision } from '../../shared/domains/applications/testing.ts'
import type { ApplicationEvent } from '../../shared/domains/applications/tables.ts'
import { periodNamed } from '../../shared/domains/reports/periods.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import { DecisionId, DepartmentId, derivedUuid, EventId, type ApplicationId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { plusDays, type Instant } from '../../shared/time.ts'
import type { Cache } from '../../main/core/cache/open.ts'
import { putBase } from '../../main/core/cache/rows.ts'
import { createReportQueries } from '../../main/core/domains/reports/queries.ts'
import { fillCache } from './big-cache.ts'
import { benchRow, median, type Bench } from './row.ts'
import { NOW_MS, staffPerson } from './town-rows.ts'
import { TOPICS } from './town-words.ts'

const ROWS = 100_000
const GOAL_MS = 300
const TIMES = 9
const DEPARTMENTS = [...new Set(TOPICS.map(([, department]) => department))].map(id => DepartmentId.parse(id))

/** One case in twelve was asked for something, one in twenty came back from its release. */
const [ASKED_EVERY, RETURNED_EVERY] = [12, 20]

/** A year's report of somebody who leads the whole town, who has it in front of them with every change of the period. */
export const bench: Bench = {
  name: 'reports',
  rows: ['reports-year-100k'],
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    const cache = await fillCache(join(folder, 'cache.db'), ROWS)
    try {
      return [benchRow('reports-year-100k', 'ms', median(await yearsOf(cache)), GOAL_MS, 1)]
    } finally {
      cache.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** How long a year's report takes, over and over; the first one, which starts the thread, is left out. */
async function yearsOf(cache: Cache): Promise<readonly number[]> {
  cache.db.transaction(() => putWork(cache))()
  const lead = anActor('lead', '1', { personId: staffPerson(0), grants: DEPARTMENTS.map(departmentId => ({ role: 'lead', departmentId, viaPersonId: null, viaName: null })) })
  const queries = createReportQueries({ cache, now: () => NOW_MS, actor: () => lead })
  const query = { departmentId: null, period: periodNamed('year', germanDayAt(NOW_MS)) }
  const times: number[] = []
  for (let count = 0; count <= TIMES; count++) {
    const start = performance.now()
    const report = await queries.report(query)
    if (!report.ok || report.value.now.received === 0) throw new Error('there is no report')
    times.push(performance.now() - start)
  }
  await queries.close()
  process.stderr.write(`reports: ${times.map(ms => ms.toFixed(0)).join(' ')} ms\n`)
  return times.slice(1)
}

function putWork({ db }: Cache): void {
  for (const [position, id] of DEPARTMENTS.entries()) putBase(db, 'departments', { id, scope: TOWN_SCOPE, version: 1, name: id, position, letterhead: null, closedAt: null })
  const cases = db.prepare<[], { id: ApplicationId; scope: `department:${string}`; number: number; receivedAt: Instant }>('SELECT id, scope, number, received_at AS receivedAt FROM applications').all()
  for (const { id, scope, number, receivedAt } of cases) {
    const event = (kind: ApplicationEvent['kind'], days: number, text: string | null): ApplicationEvent => ({
      id: EventId.parse(derivedUuid(`bench/${kind}`, id)), scope, version: number, applicationId: id, kind, at: plusDays(receivedAt, days), actorId: staffPerson(1), actorName: 'A',
      actingFor: null, actingForName: null, text, commandId: null,
    })
    if (number % ASKED_EVERY === 0) for (const row of [event('asked', 2, 'Bitte reichen Sie nach: lastName, birthDate.'), event('resumed', 4, null)]) putBase(db, 'application_events', row)
    if (number % RETURNED_EVERY === 0) putBase(db, 'decisions', aDecision({
      id: DecisionId.parse(derivedUuid('bench/decision', id)), scope, version: number, applicationId: id, state: 'returned', settledAt: plusDays(receivedAt, 3), settleReason: 'Bitte begründen.',
    }))
  }
}
