import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import type { House, HouseStanding } from '../operate/house.ts'
import { BACKUP_TASK, noteOutcome, REHEARSAL_TASK } from '../operate/outcomes.ts'
import { systemClock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import { addTestTown, TEST_TOWN, testDatabase } from '../store/testing.ts'
import { PROBLEMS } from './health-problems.ts'
import { healthOf, type HealthProblem } from './health.ts'
import { homePage } from './home-page.ts'

const HOUR_MS = 3_600_000
const GB = 1024 ** 3
let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await addTestTown(database)
})
afterAll(() => database.close())

const WELL: HouseStanding = { certificate: { expiresAt: instantFromMs(systemClock.nowMs() + 90 * 24 * HOUR_MS), isRenewalRefused: false }, freeBytes: 50 * GB, isProgramReplaced: false }
const endingIn = (hours: number) => ({ expiresAt: instantFromMs(systemClock.nowMs() + hours * HOUR_MS), isRenewalRefused: false })

const houseOf = (standing: Partial<HouseStanding>): House => ({ certificate: null, journal: null, standing: async () => ({ ...WELL, ...standing }), close: () => undefined })

const problemsOf = async (standing: Partial<HouseStanding>, { upHours = 1, clock = systemClock, isDemo = false }: { readonly upHours?: number; readonly clock?: Clock; readonly isDemo?: boolean } = {}): Promise<readonly HealthProblem[]> =>
  (await healthOf({ db: database.db, townId: TEST_TOWN, clock, startedAtMs: clock.nowMs() - upHours * HOUR_MS, liveStreams: () => 0, house: houseOf(standing), isDemo })).problems

test.each<[string, Partial<HouseStanding>, readonly HealthProblem[]]>([
  ['all is well', {}, []],
  ['twenty days left', { certificate: endingIn(20 * 24) }, ['certificate-expiring']],
  ['expired since an hour', { certificate: endingIn(-1) }, ['certificate-expired']],
  ['a renewal that does not fit', { certificate: { ...endingIn(90 * 24), isRenewalRefused: true } }, ['certificate-refused']],
  ['little room', { freeBytes: 4 * GB }, ['disk-nearly-full']],
  ['no room', { freeBytes: GB / 4 }, ['disk-full']],
  ['another program on the disk', { isProgramReplaced: true }, ['program-replaced']],
  ['several at once, the gravest first', { isProgramReplaced: true, freeBytes: 0, certificate: endingIn(-1) }, ['certificate-expired', 'disk-full', 'program-replaced']],
])('the machine: %s', async (_, standing, problems) => {
  expect(await problemsOf(standing)).toEqual(problems)
})

test('no backup for two days is told, a failed one at once and beside it, and a fresh one ends both; nobody backs up a demo', async () => {
  const noted = (outcome: string | null, hoursAgo: number) => noteOutcome(database.db, BACKUP_TASK, outcome, instantFromMs(systemClock.nowMs() - hoursAgo * HOUR_MS))
  const told: (readonly HealthProblem[])[] = [(await problemsOf({}, { upHours: 49 })).filter(problem => problem.startsWith('backup')), (await problemsOf({}, { upHours: 51 })).filter(problem => problem.startsWith('backup'))]
  for (const [outcome, hoursAgo] of [['written 1', 51], [null, 1], ['written 1', 2], [null, 1], ['written 1', 1]] as const) {
    await noted(outcome, hoursAgo)
    told.push(await problemsOf({}))
  }
  expect(told).toEqual([[], ['backup-old'], ['backup-old'], ['backup-old', 'backup-failed'], [], ['backup-failed'], []])
  await noted('written 1', 51)
  expect(await problemsOf({}, { isDemo: true })).toEqual([])
  await noted('written 1', 1)
})

test('after a failure the page goes on to say when a backup succeeded last', async () => {
  const succeededAt = instantFromMs(systemClock.nowMs() - 3 * HOUR_MS)
  await noteOutcome(database.db, BACKUP_TASK, 'written 1', succeededAt)
  await noteOutcome(database.db, BACKUP_TASK, null, instantFromMs(systemClock.nowMs()))
  const { backupAt } = await healthOf({ db: database.db, townId: TEST_TOWN, clock: systemClock, startedAtMs: systemClock.nowMs(), liveStreams: () => 0, house: null, isDemo: false })
  await noteOutcome(database.db, BACKUP_TASK, 'written 1', instantFromMs(systemClock.nowMs()))
  expect(backupAt).toBe(succeededAt)
})

test('a rehearsal that failed is told until one succeeds', async () => {
  const told: (readonly HealthProblem[])[] = []
  for (const outcome of [null, 'whole']) {
    await noteOutcome(database.db, REHEARSAL_TASK, outcome, instantFromMs(systemClock.nowMs()))
    told.push(await problemsOf({}))
  }
  expect(told).toEqual([['rehearsal-failed'], []])
})

test('a clock that is two minutes off the database’s is told', async () => {
  expect(await problemsOf({}, { clock: { nowMs: () => systemClock.nowMs() + 2 * 60_000 } })).toContain('clock-differs')
})

test('the page says green, yellow or red in words, with the way out', async () => {
  const page = async (standing: Partial<HouseStanding>): Promise<string> => {
    const details = await healthOf({ db: database.db, townId: TEST_TOWN, clock: systemClock, startedAtMs: systemClock.nowMs(), liveStreams: () => 0, house: houseOf(standing), isDemo: false })
    return homePage('Tangerhütte', { state: details.state, details }, [])
  }
  expect(await page({})).toContain('Grün: alles in Ordnung')
  expect(await page({ freeBytes: 4 * GB })).toMatch(/state look.*Gelb: .*Schaffen Sie Platz/s)
  expect(await page({ certificate: endingIn(-1) })).toMatch(/state bad.*Rot: .*Legen Sie ein neues an seine Stelle/s)
})

test('every problem has its sentences', () => {
  for (const [problem, { de, en }] of Object.entries(PROBLEMS)) expect([de.endsWith('.') || /: [\w .-]+$/.test(de) || de.endsWith(')'), en.length > 20], problem).toEqual([true, true])
})
