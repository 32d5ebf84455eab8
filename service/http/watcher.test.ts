import { afterAll, beforeAll, expect, test } from 'vitest'
import { testService, type TestService } from '../testing.ts'

const TOKEN = 'watching-the-town-hall-0123456789'
const ELSEWHERE = '10.0.0.9'

let withToken: TestService
let without: TestService
beforeAll(async () => {
  withToken = await testService({ metricsToken: TOKEN })
  without = await testService()
})
afterAll(async () => {
  await withToken.close()
  await without.close()
})

const metrics = async (service: TestService, remoteAddress: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
  (await service.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode

test('this machine reads the metrics, whether or not there is a token', async () => {
  const statuses: number[] = []
  for (const service of [withToken, without])
    for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) statuses.push(await metrics(service, address))
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('others read them with the token only, and never where none is set', async () => {
  expect(await metrics(withToken, ELSEWHERE, { authorization: `Bearer ${TOKEN}` })).toBe(200)
  for (const headers of [{}, { authorization: `Bearer ${TOKEN}x` }, { authorization: 'Bearer ' }, { authorization: `Basic ${TOKEN}` }, await withToken.bearer('administrator')])
    expect(await metrics(withToken, ELSEWHERE, headers)).toBe(401)
  for (const headers of [{}, { authorization: `Bearer ${TOKEN}` }, { authorization: 'Bearer null' }]) expect(await metrics(without, ELSEWHERE, headers)).toBe(401)
})

test('nobody becomes this machine by a proxy that stands on it, nor by claiming so', async () => {
  const proxied = await testService({ behindProxy: true })
  const statuses: number[] = []
  for (const service of [without, proxied])
    for (const [address, name, value] of [
      ['127.0.0.1', 'x-forwarded-for', ELSEWHERE], ['127.0.0.1', 'forwarded', `for=${ELSEWHERE}`], [ELSEWHERE, 'x-forwarded-for', '127.0.0.1'],
    ] as const) statuses.push(await metrics(service, address, { [name]: value }))
  await proxied.close()
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401])
})

test('everybody else learns from health and home page only whether the service is ready', async () => {
  const health = await without.app.inject({ url: '/health', remoteAddress: ELSEWHERE })
  const page = await without.app.inject({ url: '/', remoteAddress: ELSEWHERE })
  expect(health.json()).toEqual({ state: 'ready' })
  expect(page.body).toContain('Der Dienst ist bereit.')
  for (const part of ['Verbundene Arbeitsplätze', 'Läuft ohne Pause', 'E-Mails, die warten', '/metrics']) expect(page.body).not.toContain(part)
  expect((await without.app.inject('/')).body).toContain('Verbundene Arbeitsplätze')
})
