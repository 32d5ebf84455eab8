import type { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AttachmentId, derivedUuid, MessageId } from '../../../shared/ids.ts'
import { LiveEvent } from '../../../shared/wire/feed.ts'
import { commitChanges } from '../../store/commit.ts'
import { setGrants } from '../../store/rights.ts'
import { accountOf, TEST_APPLICATION, TEST_TOWN, testApplication, testService, type TestService } from '../../testing.ts'
import { instantFromMs } from '../../../shared/time.ts'

let service: TestService
beforeEach(async () => {
  service = await testService()
})
afterEach(() => service.close())

/** One desk's live stream, event by event. */
async function listen(login: string, expiresIn = 600) {
  const reply = await service.app.inject({ method: 'GET', url: '/v1/live', headers: await service.bearer(login, { expiresIn }), payloadAsStream: true })
  const events = eventsIn(reply.stream())
  return {
    headers: reply.headers,
    next: async () => LiveEvent.parse((await events.next()).value),
    /** The next event of a kind, others left out. */
    nextOf: async <Kind extends LiveEvent['kind']>(kind: Kind) => {
      for (;;) {
        const event = LiveEvent.parse((await events.next()).value)
        if (event.kind === kind) return event as Extract<LiveEvent, { kind: Kind }>
      }
    },
    isOver: async () => (await events.next()).done === true,
  }
}

async function* eventsIn(stream: Readable): AsyncGenerator<unknown, undefined> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = text.slice(0, end)
      text = text.slice(end + 2)
      yield JSON.parse(message.slice(message.indexOf('data: ') + 6))
    }
  }
  return undefined
}

test('says hello with the head first, then sends changes of the own scopes in order and without gaps', async () => {
  const desk = await listen('clerk.ordnung')
  expect(desk.headers['content-type']).toBe('text/event-stream')
  const hello = await desk.next()
  expect(hello).toMatchObject({ kind: 'hello', head: 1 })
  const positions: number[] = []
  for (const number of [1, 2, 3, 4, 5]) {
    await service.change([{ table: 'applications', row: testApplication(10 + number, 'bau') }])
    positions.push(await service.change([{ table: 'applications', row: testApplication(20 + number) }]))
  }
  const seen: number[] = []
  for (let upTo = 1; seen.length < positions.length; ) {
    const { reply } = await desk.nextOf('changes')
    expect(reply.scope).toBe('department:ordnung')
    expect(reply.after).toBe(upTo)
    upTo = reply.upTo
    seen.push(...reply.entries.map(entry => entry.position))
  }
  expect(seen).toEqual(positions)
})

test('two desks get the same change, each with its own scope epoch', async () => {
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: instantFromMs(service.clock.nowMs()) }
  const [clerk, lead] = [await listen('clerk.ordnung'), await listen('lead.ordnung')]
  await service.database.db.transaction().execute(trx => setGrants(trx, origin, accountOf('lead.ordnung'), {
    grants: [{ role: 'lead', departmentId: TEST_APPLICATION.departmentId }, { role: 'clerk', departmentId: TEST_APPLICATION.departmentId }],
  }))
  await lead.nextOf('rights-changed')
  await service.change([{ table: 'applications', row: testApplication(30) }])
  const nextIn = async (desk: typeof clerk) => {
    for (;;) {
      const { reply } = await desk.nextOf('changes')
      if (reply.scope === 'department:ordnung') return reply
    }
  }
  const [one, other] = [await nextIn(clerk), await nextIn(lead)]
  expect([one.scopeEpoch, other.scopeEpoch]).toEqual(['1', '2'])
  expect(one.checksum).toBe(other.checksum)
})

test('changes too large for the stream become a hint to pull up to the head', async () => {
  const desk = await listen('clerk.ordnung')
  const rows = Array.from({ length: 30 }, (_, index) => ({
    table: 'messages',
    row: {
      id: MessageId.parse(derivedUuid('test/message', String(index))), scope: TEST_APPLICATION.scope, version: 0,
      applicationId: TEST_APPLICATION.id, personId: TEST_APPLICATION.personId, direction: 'to-citizen', subject: 'Lang',
      text: 'x'.repeat(8_000), attachmentIds: Array.of<AttachmentId>(), authorId: null, authorName: null, sentAt: TEST_APPLICATION.receivedAt, providedAt: null, retrievedAt: null,
    },
  }) as const)
  const position = await service.change(rows)
  expect(await desk.nextOf('behind')).toEqual({ kind: 'behind', scope: 'department:ordnung', upTo: position })
})

test('tells of rights that change and sends nothing more of a scope that was lost', async () => {
  const desk = await listen('clerk.ordnung')
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: instantFromMs(service.clock.nowMs()) }
  await service.database.db.transaction().execute(trx => setGrants(trx, origin, accountOf('clerk.ordnung'), { grants: [] }))
  await desk.nextOf('rights-changed')
  expect((await desk.nextOf('changes')).reply.scope).toBe('town')
  await service.change([{ table: 'applications', row: testApplication(40) }])
  await service.dispatcher.beat()
  expect((await desk.next()).kind).toBe('alive')
})

test('sends nothing that was changed after a scope was lost, also when both are read at once', async () => {
  const desk = await listen('clerk.ordnung')
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: instantFromMs(service.clock.nowMs()) }
  await service.database.db.transaction().execute(async trx => {
    await setGrants(trx, origin, accountOf('clerk.ordnung'), { grants: [] })
    await commitChanges(trx, origin, [{ table: 'applications', row: testApplication(41) }])
  })
  await service.dispatcher.settled()
  await service.dispatcher.beat()
  const heard: LiveEvent[] = []
  for (let event = await desk.next(); event.kind !== 'alive'; event = await desk.next()) heard.push(event)
  expect(heard.map(({ kind }) => kind)).toContain('rights-changed')
  expect(heard.flatMap(event => (event.kind === 'changes' ? [event.reply.scope] : []))).toEqual(['town'])
})

test('an account has a few streams at once; one more ends the oldest', async () => {
  const desks = []
  for (let opened = 0; opened < 9; opened++) desks.push(await listen('clerk.ordnung'))
  expect(service.dispatcher.streamCount()).toBe(8)
  const [oldest, second] = desks
  await oldest?.next()
  await oldest?.next()
  expect(await oldest?.isOver()).toBe(true)
  expect((await second?.next())?.kind).toBe('hello')
  expect((await (await listen('lead.ordnung')).next()).kind).toBe('hello')
})

test('ends a stream whose token has run out, after telling the desk to begin anew', async () => {
  const desk = await listen('clerk.ordnung', -2)
  const goesOn = await listen('clerk.ordnung')
  await service.dispatcher.beat()
  await desk.nextOf('rights-changed')
  expect(await desk.isOver()).toBe(true)
  await goesOn.nextOf('alive')
})

test('ends the stream of an account that is switched off', async () => {
  const desk = await listen('clerk.ordnung')
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: instantFromMs(service.clock.nowMs()) }
  await service.database.db.transaction().execute(trx => setGrants(trx, origin, accountOf('clerk.ordnung'), { active: false }))
  await desk.nextOf('rights-changed')
  expect(await desk.isOver()).toBe(true)
  expect(service.dispatcher.streamCount()).toBe(0)
})

test('shows who looks at a record to those in its scope only, for thirty seconds', async () => {
  const put = async (login: string, record: object | null) =>
    service.app.inject({ method: 'PUT', url: '/v1/presence', headers: await service.bearer(login), payload: { record } })
  const [colleague, stranger] = [await listen('lead.ordnung'), await listen('clerk.bau')]
  for (const desk of [colleague, stranger]) expect((await desk.nextOf('presence')).present).toEqual([])
  const record = { table: 'applications', id: TEST_APPLICATION.id }
  expect((await put('clerk.bau', record)).json().code).toBe('commands/record-missing')
  expect((await put('clerk.ordnung', record)).statusCode).toBe(200)
  expect((await colleague.nextOf('presence')).present).toMatchObject([{ name: 'clerk.ordnung', ...record, scope: 'department:ordnung' }])
  expect((await stranger.nextOf('presence')).present).toEqual([])
  service.clock.move(31_000)
  expect((await listen('lead.ordnung').then(desk => desk.nextOf('presence'))).present).toEqual([])
})

test('closing the service ends the streams', async () => {
  const desk = await listen('clerk.ordnung')
  service.dispatcher.close()
  await desk.next()
  await desk.next()
  expect(await desk.isOver()).toBe(true)
})
