// The rows of the matrix of routes and roles stand in testing.ts beside this file: tests/towns asks them of a foreign town too.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { TownId } from '../../shared/ids.ts'
import { fillTable } from '../store/records.ts'
import { createTown } from '../store/towns.ts'
import { TEST_APPLICATION, testService, type TestService } from '../testing.ts'
import { askedAbout, DESKS, isOpen, MATRIX_LOGINS, OPEN, PHYSICIAN, type Outcome, type Row } from './testing.ts'

const FOREIGN_LOGIN = 'clerk.of.another.town'

let service: TestService
beforeAll(async () => {
  service = await testService()
  await service.change([PHYSICIAN])
  for (const changes of askedAbout(service.clock.nowMs())) await service.change(changes)
  await service.database.db.transaction().execute(async trx => {
    const townId = TownId.parse('stendal')
    await createTown(trx, { id: townId, name: 'Stendal', reference_prefix: 'SDL', recovery_key: '', demo: false })
    await fillTable(trx, townId, 'staff', [aStaffAccount({ login: FOREIGN_LOGIN })], 1)
  })
})
afterAll(() => service.close())

const ask = async ({ request }: Row, headers: Readonly<Record<string, string>>): Promise<Outcome> => {
  const options = request()
  const reply = await service.app.inject({ ...options, headers: { ...options.headers, ...headers } })
  if (options.payloadAsStream) {
    reply.stream().destroy()
    return reply.statusCode
  }
  if (reply.headers['content-type']?.toString().startsWith('application/json') && reply.headers['content-encoding'] === undefined) {
    const body: { code?: string; answers?: readonly { kind: string; code?: string }[] } = reply.json()
    const [answer] = body.answers ?? []
    return answer ? (answer.code ?? answer.kind) : (body.code ?? reply.statusCode)
  }
  return reply.statusCode
}

test('every route is either open on purpose or stands in the matrix', () => {
  const names = service.routes.map(({ method, url }) => `${method} ${url}`)
  expect(names.filter(name => !isOpen(name) && !Object.hasOwn(DESKS, name))).toEqual([])
  expect([...Object.keys(DESKS), ...OPEN].filter(name => !names.includes(name))).toEqual([])
})

test.each(OPEN)('%s: open to all, and no role opens more of it', async name => {
  const [method = 'GET', path = ''] = name.split(' ')
  const request = { method: method as 'POST', url: path.replaceAll(/:\w+/g, TEST_APPLICATION.id), ...(method === 'GET' ? {} : { payload: {} }) }
  const { statusCode } = await service.app.inject(request)
  for (const login of MATRIX_LOGINS) expect([login, (await service.app.inject({ ...request, headers: await service.bearer(login) })).statusCode]).toEqual([login, statusCode])
  expect([401, 403]).not.toContain(statusCode)
})

test.each(MATRIX_LOGINS)('%s: figures of the process are for whoever watches it', async login => {
  const request = { url: '/metrics', remoteAddress: '192.0.2.7' }
  expect((await service.app.inject(request)).statusCode).toBe(401)
  expect((await service.app.inject({ ...request, headers: await service.bearer(login) })).statusCode).toBe(401)
})

test.each(Object.entries(DESKS))('%s: each role gets exactly what it may', async (_, row) => {
  const outcomes: Outcome[] = []
  for (const login of MATRIX_LOGINS) outcomes.push(await ask(row, await service.bearer(login)))
  expect(outcomes).toEqual(row.outcomes)
})

test.each(Object.keys(DESKS))('%s: nobody gets in without a sign-in for this town', async name => {
  const row = DESKS[name]
  if (!row) throw new Error('no such row')
  const plain = { ...row, request: () => ({ ...row.request(), payloadAsStream: false }) }
  expect([
    await ask(plain, {}),
    await ask(plain, { authorization: 'Bearer a.b.c' }),
    await ask(plain, await service.bearer('clerk.ordnung', { audience: 'urn:another:service' })),
    await ask(plain, await service.bearer('clerk.ordnung', { expiresIn: -60 })),
    await ask(plain, await service.bearer(FOREIGN_LOGIN)),
  ]).toEqual(['session/signed-out', 'session/signed-out', 'session/signed-out', 'session/expired', 'session/unknown-account'])
})
