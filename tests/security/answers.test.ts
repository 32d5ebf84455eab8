import { afterAll, beforeAll, expect, test } from 'vitest'
import { testService, type TestService } from '../../service/testing.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const FOREIGN = 'https://evil.example'
/** What is meant for every page in the world: keys and lists by which papers are checked, and warnings. */
const FOR_EVERYBODY = /^\/(public\/v1\/(alerts|drills)|\.well-known\/(service-card-keys|service-card-list|vaccination-keys)$)/

const plain = (): readonly string[] => service.routes.filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url) && url !== '/v1/live').map(({ url }) => url)

test.each(['TRACE', 'CONNECT', 'PATCH', 'PROPFIND'])('methods that nobody needs are refused before anything is looked up: %s', async method => {
  for (const url of ['/', '/v1/session', '/public/v1/services', '/oidc/token', '/nowhere']) {
    const reply = await service.app.inject({ method: method as 'GET', url, headers: { 'x-canary': 'ZZCANARY' } })
    expect([url, reply.statusCode]).toEqual([url, 405])
    expect(reply.body).not.toContain('ZZCANARY')
  }
})

test('no answer lets the page of another site read it, but those that are meant for everybody', async () => {
  const open: string[] = []
  for (const url of plain()) {
    const { headers } = await service.app.inject({ url, headers: { origin: FOREIGN, ...(await service.bearer('administrator')) } })
    expect(headers['access-control-allow-credentials'], url).toBeUndefined()
    if (headers['access-control-allow-origin'] !== undefined) open.push(url)
  }
  expect(open.filter(url => !FOR_EVERYBODY.test(url))).toEqual([])
})

test('a page of another site is not told that it may send', async () => {
  for (const url of ['/v1/commands', '/v1/session', '/public/v1/submissions']) {
    const { headers, statusCode } = await service.app.inject({ method: 'OPTIONS', url, headers: { origin: FOREIGN, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } })
    expect([url, statusCode >= 400, headers['access-control-allow-origin'], headers['access-control-allow-methods']]).toEqual([url, true, undefined, undefined])
  }
})

test('every page says that it is what it says, is framed by nobody and tells nobody where somebody comes from', async () => {
  for (const url of plain()) {
    const { headers } = await service.app.inject({ url })
    expect([url, headers['x-content-type-options'], headers['x-powered-by'], headers['server']]).toEqual([url, 'nosniff', undefined, undefined])
    if (!String(headers['content-type']).startsWith('text/html')) continue
    expect([url, headers['referrer-policy'], headers['content-security-policy']]).toEqual([url, 'no-referrer', expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/)])
  }
})

test('what somebody sends to be refused is not sent back', async () => {
  const canary = 'ZZCANARY<script>'
  const requests = [
    { url: `/${encodeURIComponent(canary)}` }, { url: `/v1/feed?scope=${encodeURIComponent(canary)}&after=0`, headers: await service.bearer('clerk.ordnung') },
    { method: 'POST' as const, url: '/public/v1/submissions', payload: { serviceId: canary, answers: { [canary]: canary } } },
    { method: 'POST' as const, url: '/v1/commands', headers: { 'content-type': canary.replaceAll(/[<>]/g, '') }, payload: canary },
  ]
  for (const request of requests) {
    const { body, statusCode } = await service.app.inject(request)
    expect([request.url, statusCode >= 400, body.includes('ZZCANARY')]).toEqual([request.url, true, false])
  }
})
