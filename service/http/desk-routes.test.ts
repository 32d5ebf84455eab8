import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedChecksum, FeedReply } from '../../shared/wire/feed.ts'
import { SessionReply } from '../../shared/wire/session.ts'
import { CLIENT_WIRE_HEADER, WIRE_HEADERS } from '../../shared/wire/version.ts'
import { TEST_APPLICATION, testService, type TestService } from '../testing.ts'

const DESK = '0192a000-0000-7000-8000-00000000de5c'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const get = async (url: string, login = 'clerk.ordnung') => service.app.inject({ method: 'GET', url, headers: await service.bearer(login) })

const claim = (id: string, more: object = {}) => ({
  id, name: 'applications.claim', version: 1, input: { applicationId: TEST_APPLICATION.id }, basedOn: [{ table: 'applications', id: TEST_APPLICATION.id, version: 1 }], after: [], recordedAt: '2026-11-22T09:00:00.000Z', ...more,
})

describe('session', () => {
  test('says who is signed in, which scopes they have, and gives a desk the same secret each time', async () => {
    const [first, second, other] = await Promise.all([get(`/v1/session?desk=${DESK}`), get(`/v1/session?desk=${DESK}`), get(`/v1/session?desk=${DESK.replace('5c', '5d')}`)])
    const session = SessionReply.parse(first.json())
    expect(session.scopes.map(({ scope }) => scope)).toEqual(['town', `person:${session.personId}`, 'department:ordnung', 'channel:ordnung'])
    expect(session.deskSecret).toBe(second.json().deskSecret)
    expect(session.deskSecret).not.toBe(other.json().deskSecret)
  })

  test('every reply carries server, dataset and wire', async () => {
    for (const reply of [await get(`/v1/session?desk=${DESK}`), await service.app.inject('/nowhere'), await service.app.inject('/v1/session')])
      for (const header of Object.values(WIRE_HEADERS)) expect(reply.headers[header], header).toBeTruthy()
  })

  test('sends away who is not signed in, expired, unknown or meant for somebody else', async () => {
    const codeFor = async (headers: Record<string, string>) =>
      (await service.app.inject({ url: `/v1/session?desk=${DESK}`, headers })).json().code
    expect([
      await codeFor({}),
      await codeFor({ authorization: 'Basic eA==' }),
      await codeFor({ authorization: 'Bearer nonsense' }),
      await codeFor(await service.bearer('clerk.ordnung', { expiresIn: -60 })),
      await codeFor(await service.bearer('clerk.ordnung', { audience: 'urn:other' })),
      await codeFor(await service.bearer('nobody')),
    ]).toEqual(['session/signed-out', 'session/signed-out', 'session/signed-out', 'session/expired', 'session/signed-out', 'session/unknown-account'])
  })

  test('a desk that is too old is told to update', async () => {
    const headers = { ...(await service.bearer('clerk.ordnung')), [CLIENT_WIRE_HEADER]: '0' }
    const reply = await service.app.inject({ url: `/v1/session?desk=${DESK}`, headers })
    expect([reply.statusCode, reply.json().code]).toEqual([426, 'sync/client-too-old'])
  })
})

describe('commands and feed', () => {
  test('a command is answered once, its outcome can be asked for, and the feed carries it', async () => {
    const id = '0192a000-0000-7000-8000-0000000c0001'
    const headers = await service.bearer('clerk.ordnung')
    const push = () => service.app.inject({ method: 'POST', url: '/v1/commands', headers, payload: { commands: [claim(id)] } })
    const first = await push()
    expect(first.json().answers).toMatchObject([{ kind: 'applied', id }])
    expect((await push()).json()).toEqual(first.json())
    expect((await get(`/v1/commands/${id}`)).json()).toEqual({ kind: 'known', answer: first.json().answers[0] })
    expect((await get(`/v1/commands/${id}`, 'lead.ordnung')).json()).toEqual({ kind: 'unknown' })

    const position: number = first.json().answers[0].position
    const reply = FeedReply.parse((await get(`/v1/feed?scope=department:ordnung&after=${position - 1}`)).json())
    expect(reply.entries.map(({ table, position: at }) => [table, at])).toEqual([['applications', position], ['application_events', position]])
    expect(reply).toMatchObject({ after: position - 1, upTo: position, count: 2, more: false, checksum: feedChecksum(reply.entries) })
  })

  test('a refused command is an answer and no HTTP error', async () => {
    const headers = await service.bearer('clerk.bau')
    const reply = await service.app.inject({ method: 'POST', url: '/v1/commands', headers, payload: { commands: [claim('0192a000-0000-7000-8000-0000000c0002')] } })
    expect([reply.statusCode, reply.json().answers[0]]).toEqual([200, expect.objectContaining({ kind: 'refused', current: [] })])
  })

  test('a foreign scope and a cursor that never was are refused', async () => {
    expect((await get('/v1/feed?scope=department:bau&after=0')).json().code).toBe('sync/scope-forbidden')
    expect((await get('/v1/feed?scope=town&after=999999')).json().code).toBe('sync/cursor-too-old')
  })
})

test('refusals say what to do in German and English', async () => {
  const reply = await get('/v1/feed?scope=department:bau&after=0')
  expect(reply.json()).toEqual({
    code: 'sync/scope-forbidden', facts: {},
    message: { de: 'Dieser Bereich gehört nicht zu Ihren Rechten. Laden Sie die Sitzung neu.', en: 'This scope is not among your rights. Load the session again.' },
  })
})
