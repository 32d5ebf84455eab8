import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { enqueue } from '../delivery/jobs.ts'
import { Receipt, Submission } from '../../shared/wire/public.ts'
import { CommandAnswers, CommandBatch } from '../../shared/wire/commands.ts'
import { OPERATION_NOTES } from './openapi-notes.ts'
import { createTown } from '../store/towns.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'

interface Described {
  readonly responses: object
  readonly parameters?: unknown
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> }
}

/** Texts and lists in a schema that may be of any length. */
function unlimitedIn(schema: unknown, place = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, ...own } = schema as Record<string, unknown>
  const isOpenText = type === 'string' && !['maxLength', 'enum', 'const', 'format', 'pattern'].some(key => key in own)
  const isOpenList = type === 'array' && !('maxItems' in own)
  const inside = Object.entries(own).filter(([key]) => key !== 'example').flatMap(([key, part]) => unlimitedIn(part, `${place}.${key}`))
  return isOpenText || isOpenList ? [place, ...inside] : inside
}

let service: TestService
beforeAll(async () => {
  service = await testService({ publicRequestsPerMinute: 5, deskRequestsPerMinute: 20 })
})
afterAll(() => service.close())

describe('pages', () => {
  test('the home page names the town, its state and where to go', async () => {
    const page = await service.app.inject('/')
    expect(page.headers['content-type']).toContain('text/html')
    for (const part of ['Zentraldienst Tangerhütte', 'Der Dienst ist bereit.', 'href="/docs"', 'href="/portal"']) expect(page.body).toContain(part)
  })

  test('health is for machines, and says no more than whether the service is ready', async () => {
    const asked = await service.app.inject('/health')
    expect([asked.statusCode, asked.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(asked.json()).toEqual({ state: 'ready' })
  })

  test('home page and metrics say what somebody should look at, in words and for machines', async () => {
    const { db } = service.database
    const at = instantFromMs(service.clock.nowMs())
    const ended = { town_id: TEST_TOWN, begun_at: at, ended_at: at }
    await db.insertInto('maintenance').values([{ ...ended, task: 'audit', outcome: 'tampered 3' }, { ...ended, task: 'feed', outcome: null }]).execute()
    await db.transaction().execute(trx => enqueue(trx, TEST_TOWN, [{ kind: 'email', key: 'message/1', payload: {}, personId: null }], at))
    service.clock.move(2 * 3_600_000)
    const page = await service.app.inject('/')
    const metrics = await service.app.inject('/metrics')
    await db.deleteFrom('maintenance').execute()
    await db.deleteFrom('jobs').execute()
    for (const part of ['Das Protokoll wurde verändert.', 'Eine wiederkehrende Aufgabe ist fehlgeschlagen.', 'E-Mails warten seit über einer Stunde.', '2 Stunden, 0 Minuten'])
      expect(page.body).toContain(part)
    expect(metrics.body).toContain('rathaus_jobs{state="waiting"} 1')
    expect(metrics.body).toContain(`rathaus_jobs_oldest_seconds{town="${TEST_TOWN}"} ${Date.parse(at) / 1000}`)
    expect((await service.app.inject('/metrics')).body).not.toContain('rathaus_jobs_oldest_seconds{')
    expect(metrics.body).toContain('rathaus_audit_intact 0')
  })

  test('the readable interface page loads everything from this service', async () => {
    const page = await service.app.inject('/docs')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href|url)["']?\s*[=:]\s*["']?(https?:)?\/\/|<script/i)
    const { paths } = (await service.app.inject('/openapi.json')).json()
    for (const path of Object.keys(paths)) expect(page.body).toContain(path)
    for (const part of ['intake/attachment-too-large', 'sync/cursor-too-old', 'at most 200', 'TGH-2026-004711']) expect(page.body).toContain(part)
  })

  test('every operation names its refusals, every request its limits and an example', async () => {
    const document = (await service.app.inject('/openapi.json')).json()
    const operations = Object.entries<Record<string, Described>>(document.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, operation })))
    expect(operations.map(({ name }) => name).toSorted()).toEqual(Object.keys(OPERATION_NOTES).toSorted())
    for (const { name, operation } of operations) {
      expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(['400', '429', '500']))
      expect(unlimitedIn(operation.requestBody), name).toEqual([])
      expect(unlimitedIn(operation.parameters), name).toEqual([])
      const json = operation.requestBody?.content['application/json']
      expect(json === undefined || 'example' in json, name).toBe(true)
    }
  })

  test('the examples are what the contracts take', () => {
    expect(CommandBatch.safeParse(OPERATION_NOTES['post /v1/commands']?.request).success).toBe(true)
    expect(CommandAnswers.safeParse(OPERATION_NOTES['post /v1/commands']?.reply).success).toBe(true)
    expect(Submission.safeParse(OPERATION_NOTES['post /public/v1/submissions']?.request).success).toBe(true)
    expect(Receipt.safeParse(OPERATION_NOTES['post /public/v1/submissions']?.reply).success).toBe(true)
  })

  test('the interface is described as OpenAPI 3.1 with every route below /v1, /public/v1 and /portal/v1', async () => {
    const document = (await service.app.inject('/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1\./)
    const described = Object.entries<object>(document.paths).flatMap(([path, item]) => Object.keys(item).map(method => `${method.toUpperCase()} ${path}`))
    const served = service.routes.filter(({ url }) => /^(\/public|\/portal)?\/v1\//.test(url)).map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual(served.toSorted())
    expect(document.components.schemas.Refusal.required).toEqual(['code', 'facts', 'message'])
  })

  test('metrics count requests by route and commands by outcome, and name nobody', async () => {
    const headers = await service.bearer('clerk.ordnung')
    const command = { id: '0192a000-0000-7000-8000-0000000c0009', name: 'no.such', version: 1, input: {}, basedOn: [], after: [], recordedAt: '2026-11-22T09:00:00.000Z' }
    await service.app.inject({ method: 'POST', url: '/v1/commands', headers, payload: { commands: [command] } })
    const { body } = await service.app.inject('/metrics')
    expect(body).toContain('rathaus_commands_total{command="unknown",outcome="refused",code="commands/unknown"} 1')
    expect(body).toContain('rathaus_feed_position{town="tangerhuette"} 1')
    expect(body).toMatch(/rathaus_http_request_seconds_count\{method="POST",route="\/v1\/commands",status="200"\} 1/)
    expect(body).toContain('rathaus_jobs{state="waiting"} 0')
    expect(body).not.toMatch(/no\.such|clerk\.ordnung|0192a000/)
  })

  test('metrics say nothing of another town in the same database', async () => {
    const other = { id: TownId.parse('nachbarstadt'), name: 'Nachbarstadt', reference_prefix: 'NBS', recovery_key: `${'A'.repeat(43)}=`, demo: false }
    await service.database.db.transaction().execute(async trx => {
      await createTown(trx, other)
      await enqueue(trx, other.id, [{ kind: 'email', key: 'message/other', payload: {}, personId: null }], instantFromMs(service.clock.nowMs()))
    })
    const { body } = await service.app.inject('/metrics')
    expect(body).not.toContain('nachbarstadt')
    expect(body).toContain('rathaus_jobs{state="waiting"} 0')
  })
})

describe('limits', () => {
  test('an address that asks too often is told how long to wait', async () => {
    const statuses: number[] = []
    for (let asked = 0; asked < 6; asked++) statuses.push((await service.app.inject({ url: '/public/v1/services', remoteAddress: '10.0.0.9' })).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    const refused = await service.app.inject({ url: '/public/v1/services', remoteAddress: '10.0.0.9' })
    expect(refused.json()).toMatchObject({ code: 'request/too-many', facts: { seconds: expect.any(Number) } })
    expect((await service.app.inject({ url: '/public/v1/services', remoteAddress: '10.0.0.10' })).statusCode).toBe(200)
    expect((await service.app.inject({ url: '/oidc/.well-known/openid-configuration', remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
  })

  test('whoever has the town write to strangers comes to an end of it, and everybody else does not', async () => {
    const limited = await testService({ publicRequestsPerMinute: 12 })
    const ask = async (url: string, remoteAddress: string) =>
      (await limited.app.inject({ method: 'POST', url, remoteAddress, payload: { language: 'de', topicIds: ['none'], localities: [], email: 'a@example.org' } }))
    const [portal, api] = ['/portal/info', '/public/v1/alerts/subscriptions']
    const answers = [await ask(portal, '10.0.0.9'), await ask('/portal/inf%6F?x=1', '10.0.0.9'), await ask(api, '10.0.0.9'), await ask(api, '10.0.0.9'), await ask(portal, '10.0.0.9'), await ask(api, '10.0.0.9')]
    expect([answers.map(({ statusCode }) => statusCode), (await ask(api, '10.0.0.10')).statusCode, Number(answers[5]?.headers['retry-after']) > 3_000]).toEqual([[422, 422, 422, 422, 429, 429], 422, true])
    expect((await limited.app.inject({ url: '/portal/info', remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
    await limited.close()
  })

  test('an address that is written in another way is answered too', async () => {
    for (const url of ['/public/v1/%73ervices', '/public/v1/alerts/%74opics']) expect((await service.app.inject({ url, remoteAddress: '10.0.0.11' })).json()).toMatchObject({ code: 'request/not-found' })
  })

  test('behind a proxy only the address that the proxy itself adds counts, whatever a caller claims', async () => {
    const proxied = await testService({ publicRequestsPerMinute: 3, behindProxy: true })
    const ask = async (claimed: string) =>
      (await proxied.app.inject({ url: '/public/v1/services', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': `${claimed}, 198.51.100.7` } })).statusCode
    const statuses: number[] = []
    for (let asked = 0; asked < 4; asked++) statuses.push(await ask(`203.0.113.${asked}`))
    await proxied.close()
    expect(statuses).toEqual([200, 200, 200, 429])
  })

  test('a town hall of sixty behind one address can sign in at eight o’clock, and guessing stays slow', async () => {
    const remoteAddress = '10.0.0.77'
    const pages: number[] = []
    for (let asked = 0; asked < 60; asked++) pages.push((await service.app.inject({ url: '/oidc/assets/kern.css', remoteAddress })).statusCode)
    expect(new Set(pages)).toEqual(new Set([200]))
    const guesses: number[] = []
    for (let asked = 0; asked < 7; asked++)
      guesses.push((await service.app.inject({ method: 'POST', url: '/oidc/interaction/none', remoteAddress, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'login=a&password=b' })).statusCode)
    expect(guesses.slice(0, 5)).not.toContain(429)
    expect(guesses.at(-1)).toBe(429)
    const refused = await service.app.inject({ method: 'POST', url: '/oidc/interaction/none', remoteAddress })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('desks are counted by account, however many stand behind one address', async () => {
    const ask = async (login: string) => (await service.app.inject({ url: '/v1/feed?scope=town&after=1', headers: await service.bearer(login) })).statusCode
    const statuses: number[] = []
    for (let asked = 0; asked < 21; asked++) statuses.push(await ask('lead.ordnung'))
    expect(statuses.slice(-2)).toEqual([200, 429])
    expect(await ask('clerk.bau')).toBe(200)
  })

  test('a body above one megabyte is refused, except where attachments come', async () => {
    const payload = { commands: [{ filler: 'x'.repeat(1_200_000) }] }
    const desk = await service.app.inject({ method: 'POST', url: '/v1/commands', headers: await service.bearer('clerk.bau'), payload })
    expect([desk.statusCode, desk.json().code]).toEqual([413, 'request/too-large'])
    const submission = await service.app.inject({ method: 'POST', url: '/public/v1/submissions', payload, remoteAddress: '10.0.0.11' })
    expect(submission.json().code).toBe('request/invalid')
  })

  test('the pages’ content policy forbids what is not needed, and nothing tells which software runs', async () => {
    const page = await service.app.inject('/')
    expect(page.headers['x-powered-by']).toBeUndefined()
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/)
  })
})
