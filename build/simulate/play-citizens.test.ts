import { beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { DEMO_SERVICES } from '../../service/demo/services/list.ts'
import { townForCitizens, TOWN_ID, type TestTown } from '../../service/intake/testing.ts'
import { citizensApp } from '../../service/portal/testing.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { instantFromMs } from '../../shared/time.ts'
import { readSimulateArguments } from './arguments.ts'
import { playCitizens, type Act } from './play-citizens.ts'

let town: TestTown
let app: FastifyInstance
let serviceUrl: string
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx =>
    commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(0) }, DEMO_SERVICES.flatMap(({ service, forms }) => [
      { table: 'services' as const, row: { ...service, scope: 'town', version: 0 } },
      ...forms.map(form => ({ table: 'forms' as const, row: { ...form, scope: 'town', version: 0 } })),
    ])))
  app = await citizensApp(town)
  serviceUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  return async () => {
    await app.close()
    await town.database.close()
  }
})

const play = (overrides: { count?: number; seed?: number; signal?: AbortSignal; serviceUrl?: string; onAct?: (act: Act) => void }) =>
  playCitizens({
    serviceUrl, ratePerMinute: 1e9, seed: 7, signal: new AbortController().signal, nowMs: town.clock.nowMs, onAct: () => {}, ...overrides,
  })

test('citizens hand in believable applications for nearly every service, with papers, read and write back; nothing is refused', async () => {
  const acts: Act[] = []
  const played = await play({ count: 150, onAct: act => acts.push(act) })
  const submitted = acts.filter(act => act.kind === 'submitted')
  expect(played).toMatchObject({ failed: 0, submitted: submitted.length })
  expect(played.submitted + played.opened + played.replied + played.looked).toBe(150)
  expect(played.opened, 'seed 7').toBeGreaterThan(5)
  expect(played.replied, 'seed 7').toBeGreaterThan(0)
  // The rare ones come up seldom; that every form can be filled in is tested where the forms are.
  expect(new Set(submitted.map(act => act.serviceId)).size).toBeGreaterThan(DEMO_SERVICES.length * 0.8)
  expect(submitted.some(act => act.attachments > 0)).toBe(true)
  const stored = await town.database.db.selectFrom('applications').select(expression => expression.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  expect(stored.count).toBe(submitted.length)
  const people = await town.database.db.selectFrom('people').select(expression => expression.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  expect(people.count, 'some citizens come again').toBeLessThan(submitted.length)
})

test('the same seed plays the same citizens, under new keys', async () => {
  const subjects = async (): Promise<readonly string[]> => {
    const { submitted } = await play({ count: 6, seed: 11 })
    const newest = await town.database.db.selectFrom('applications').select(['subject', 'applicant_name']).orderBy('number', 'desc').limit(submitted).execute()
    return newest.map(row => `${row.applicant_name}, ${row.subject}`)
  }
  const first = await subjects()
  expect(first.length).toBeGreaterThan(2)
  expect(await subjects()).toEqual(first)
})

test('playing ends as soon as it is told to', async () => {
  const stop = new AbortController()
  const acts: Act[] = []
  const played = await play({
    signal: stop.signal,
    onAct: act => {
      acts.push(act)
      if (acts.length === 3) stop.abort()
    },
  })
  expect(Object.values(played).reduce((sum, count) => sum + count, 0)).toBe(3)
})

test('what is wrong with the arguments is told all at once', () => {
  expect(readSimulateArguments(['--service', 'ftp://x', '--rate=-1', '--seed', 'a'])).toMatchObject({
    ok: false, error: [expect.stringContaining('--service'), expect.stringContaining('--rate'), expect.stringContaining('--seed')],
  })
  expect(readSimulateArguments([])).toMatchObject({ ok: false, error: [expect.stringContaining('--service')] })
  expect(readSimulateArguments(['--service', 'http://127.0.0.1:1', '--fast'])).toMatchObject({ ok: false })
  expect(readSimulateArguments(['--service', 'http://127.0.0.1:1', '--rate', '30'])).toMatchObject({ ok: true, value: { rate: 30, seed: 1 } })
})
