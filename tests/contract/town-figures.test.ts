import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, DepartmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import { departmentScope } from '../../shared/scope.ts'
import { instantFromMs, plusDays, type Instant } from '../../shared/time.ts'
import { fillTable } from '../../service/store/records.ts'
import { TEST_TOWN, testService, type TestService } from '../../service/testing.ts'
import { townFigures } from '../../service/domains/reports/town-figures.ts'

const PERIOD = { from: '2026-10-24', to: '2026-11-22' }
let service: TestService
let now: Instant

const ago = (days: number): Instant => plusDays(now, -days)
let number = 100

function aCase(department: string, overrides: Partial<Application>): Application {
  number += 1
  const departmentId = DepartmentId.parse(department)
  return anApplication({
    id: ApplicationId.parse(derivedUuid('town-figures', String(number))), number, reference: `TGH-2026-${String(number).padStart(6, '0')}`, departmentId, scope: departmentScope(departmentId),
    receivedAt: ago(20), dueAt: null, ...overrides,
  })
}

const person = (digit: number): PersonId => PersonId.parse(derivedUuid('person', String(digit)))

/** Closed, since only a release makes a case decided in the database; the moment of a decision is what counts here. */
const ended = (department: string, by: number, overrides: Partial<Application> = {}): Application =>
  aCase(department, { status: 'closed', decidedAt: ago(2), closedAt: ago(2), assigneeId: person(by), ...overrides })

beforeAll(async () => {
  service = await testService()
  now = instantFromMs(service.clock.nowMs())
  const rows = [
    aCase('bau', { receivedAt: ago(100), dueAt: ago(1), assigneeId: person(1), status: 'in-progress' }),
    aCase('bau', { channel: 'paper', suspendedAt: ago(3) }),
    aCase('bau', { status: 'proposed', assigneeId: person(2), dueAt: ago(-1) }),
    ...[1, 2, 3, 4, 5].map(by => ended('bau', by, { dueAt: by === 1 ? ago(3) : ago(1) })),
    ended('bau', 1, { decidedAt: ago(40) }),
    ...[1, 2].map(by => ended('ordnung', by)),
  ]
  await service.database.db.transaction().execute(trx => fillTable(trx, TEST_TOWN, 'applications', rows, 1))
})
afterAll(() => service.close())

test('the town is told per department and in total; work of too few is hidden, and nothing tells it by subtraction', async () => {
  const { total, departments } = await townFigures(service.database.db, TEST_TOWN, PERIOD, now)
  const bau = departments.find(({ departmentId }) => departmentId === 'bau')
  expect(bau).toMatchObject({ open: 3, unassigned: 1, proposed: 1, overdue: 1, waiting: 1, oldestAt: ago(100), received: 8, digital: 7 })
  // Two in one department are too few, and would be all that is left of the total without the other one.
  expect(departments.map(({ work }) => work).filter(work => work !== null && work.decided > 0)).toEqual([])
  expect(total.work).toEqual({ decided: 7, late: 1 })
  expect([total.open, total.overdue, total.received]).toEqual([4, 1, departments.reduce((sum, { received }) => sum + received, 0)])
  expect(JSON.stringify({ total, departments })).not.toContain(person(1))
})

test('where all groups are large enough every department tells what it decided', async () => {
  const more = [3, 4, 5].map(by => ended('ordnung', by, { dueAt: ago(5) }))
  await service.database.db.transaction().execute(trx => fillTable(trx, TEST_TOWN, 'applications', more, 2))
  const { total, departments } = await townFigures(service.database.db, TEST_TOWN, PERIOD, now)
  const workOf = (id: string) => departments.find(({ departmentId }) => departmentId === id)?.work
  // Only three cases of the one had a period: neither part of that sum is told.
  expect([workOf('bau'), workOf('ordnung'), total.work]).toEqual([{ decided: 5, late: null }, { decided: 5, late: null }, { decided: 10, late: 4 }])
})
