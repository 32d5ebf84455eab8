import { beforeAll, beforeEach, expect, test } from 'vitest'
import { PersonId, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { townForCitizens, TOWN_ID, type TestTown } from '../intake/testing.ts'
import { createTown } from '../store/towns.ts'
import { backoffMs } from './backoff.ts'
import { enqueue, type NewJob } from './jobs.ts'
import { backlog, type Job } from './queue.ts'
import { aLog } from './testing.ts'
import { createWorker, type Deliver, type Worker } from './worker.ts'

let town: TestTown
beforeAll(async () => {
  town = await townForCitizens()
  return () => town.database.close()
})
beforeEach(() => town.database.db.deleteFrom('jobs').execute())

const PERSON = PersonId.parse('0192a000-0000-7000-8000-0000000000c1')

const put = (...jobs: readonly (Partial<NewJob> & { readonly key: string })[]): Promise<void> =>
  town.database.db.transaction().execute(trx =>
    enqueue(trx, TOWN_ID, jobs.map(job => ({ kind: 'email', payload: { applicationId: job.key }, personId: PERSON, ...job })), instantFromMs(town.clock.nowMs())))

const workerWith = (deliver: Deliver, log = aLog()): Worker =>
  createWorker({ database: town.database, townId: TOWN_ID, clock: town.clock, deliver: new Map([['email', deliver]]), log, random: () => 0 })

const jobs = () => town.database.db.selectFrom('jobs').selectAll().orderBy('key').execute()

const pass = (ms: number): void => town.clock.set(town.clock.nowMs() + ms)

test('each job is delivered once, urgent ones first, and keeps nothing personal afterwards', async () => {
  await put({ key: 'a' }, { key: 'b', priority: 10 }, { key: 'a' })
  const seen: string[] = []
  const worker = workerWith(async job => (seen.push(job.key), 'done'))
  expect(await worker.runDue()).toBe(2)
  expect(await worker.runDue()).toBe(0)
  expect(seen).toEqual(['b', 'a'])
  expect(await jobs()).toMatchObject([
    { key: 'a', state: 'done', payload: {}, person_id: null, attempts: 1 },
    { key: 'b', state: 'done', payload: {}, person_id: null, attempts: 1 },
  ])
})

test('the mail of another town in the same database is left to its own service', async () => {
  const other = TownId.parse('nachbarstadt')
  await town.database.db.transaction().execute(async trx => {
    await createTown(trx, { id: other, name: 'Nachbarstadt', reference_prefix: 'NBS', recovery_key: 'key', demo: false })
    await enqueue(trx, other, [{ kind: 'email', key: 'a', payload: {}, personId: PERSON }], instantFromMs(town.clock.nowMs()))
  })
  expect(await workerWith(async () => 'done').runDue()).toBe(0)
  expect(await backlog(town.database.db, TOWN_ID)).toMatchObject({ waiting: 0 })
})

test('a job whose transaction fails is never delivered', async () => {
  const failing = town.database.db.transaction().execute(async trx => {
    await enqueue(trx, TOWN_ID, [{ kind: 'email', key: 'a', payload: {}, personId: null }], instantFromMs(town.clock.nowMs()))
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await workerWith(async () => 'done').runDue()).toBe(0)
})

test('what fails is tried again later, each time after a longer while', async () => {
  await put({ key: 'a' })
  const log = aLog()
  const worker = workerWith(async () => {
    throw Object.assign(new Error('550 aenne@example.org'), { code: 'ECONNECTION' })
  }, log)
  const startMs = town.clock.nowMs()
  expect(await worker.runDue()).toBe(1)
  for (const waitMs of [5_000, 10_000, 20_000]) {
    pass(waitMs - 1)
    expect(await worker.runDue()).toBe(0)
    pass(1)
    expect(await worker.runDue()).toBe(1)
  }
  expect(town.clock.nowMs() - startMs).toBe(35_000)
  expect(await jobs()).toMatchObject([{ state: 'waiting', attempts: 4, payload: { applicationId: 'a' } }])
  expect(log.lines.join('\n')).toContain('ECONNECTION')
  expect(log.lines.join('\n')).not.toContain('aenne')
})

test('after thirty failures a job is given up, and the log says so', async () => {
  await put({ key: 'a' })
  const log = aLog()
  const worker = workerWith(async () => {
    throw new Error('never')
  }, log)
  for (let attempt = 0; attempt < 30; attempt++) {
    expect(await worker.runDue()).toBe(1)
    pass(3_600_000)
  }
  expect(await worker.runDue()).toBe(0)
  expect(await jobs()).toMatchObject([{ state: 'failed', payload: {}, person_id: null }])
  expect(log.lines.at(-1)).toContain('delivery.given-up')
})

test('one who asks for a later time gets it', async () => {
  await put({ key: 'a' })
  const outcomes: (ReturnType<Deliver> extends Promise<infer Outcome> ? Outcome : never)[] = [{ retryAfterMs: 90_000 }, 'done']
  const worker = workerWith(async () => outcomes.shift() ?? 'done')
  await worker.runDue()
  pass(89_999)
  expect(await worker.runDue()).toBe(0)
  pass(1)
  expect(await worker.runDue()).toBe(1)
  expect(await backlog(town.database.db, TOWN_ID)).toEqual({ waiting: 0, failed: 0, oldestAt: null })
})

test('two workers share the work, nothing is done twice, and each has at most four in hand', async () => {
  await put(...Array.from({ length: 40 }, (_, index) => ({ key: `job-${index}` })))
  const seen: string[] = []
  const inHand = [0, 0]
  let most = 0
  const worker = (own: 0 | 1): Worker => workerWith(async (job: Job) => {
    inHand[own] = (inHand[own] ?? 0) + 1
    most = Math.max(most, inHand[own])
    await Promise.resolve()
    seen.push(job.key)
    inHand[own] -= 1
    return 'done'
  })
  await Promise.all([worker(0).runDue(), worker(1).runDue()])
  expect(seen.length).toBe(40)
  expect(new Set(seen).size).toBe(40)
  expect(most).toBe(4)
})

test('a worker that dies with a job in hand leaves it to the next one, after its lease', async () => {
  await put({ key: 'a' })
  const keys: string[] = []
  const dying = workerWith(job => (keys.push(job.key), new Promise<never>(() => {})))
  void dying.runDue()
  await expect.poll(() => keys).toEqual(['a'])
  const next = workerWith(async job => (keys.push(job.key), 'done'))
  pass(59_999)
  expect(await next.runDue()).toBe(0)
  pass(1)
  expect(await next.runDue()).toBe(1)
  expect(keys).toEqual(['a', 'a'])
})

test('a running worker is woken by a new job and stops when told to', async () => {
  const seen: string[] = []
  const worker = workerWith(async job => (seen.push(job.key), 'done'))
  worker.start()
  await put({ key: 'a' })
  await expect.poll(() => seen).toEqual(['a'])
  await worker.stop()
  await put({ key: 'b' })
  expect(await worker.runDue()).toBe(0)
})

test('where nothing can be delivered, jobs wait', async () => {
  await put({ key: 'a' })
  const idle = createWorker({ database: town.database, townId: TOWN_ID, clock: town.clock, deliver: new Map(), log: aLog(), random: () => 0 })
  expect(await idle.runDue()).toBe(0)
  expect(await backlog(town.database.db, TOWN_ID)).toEqual({ waiting: 1, failed: 0, oldestAt: instantFromMs(town.clock.nowMs()) })
})

test('the wait doubles up to an hour, less up to half of it by chance', () => {
  expect([1, 2, 3, 10, 11, 50].map(attempts => backoffMs(attempts, 0))).toEqual([5_000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000])
  expect(backoffMs(1, 0.999_999)).toBe(2_500)
})
