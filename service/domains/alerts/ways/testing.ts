import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentHash } from '../../../../shared/canonical.ts'
import type { Channel, Content } from '../../../../shared/domains/alerts/content.ts'
import { aContent, aTopic, aTownsSettings } from '../../../../shared/domains/alerts/testing.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { AlertId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { CommandAnswer, CommandOnWire } from '../../../../shared/wire/commands.ts'
import type { Settings } from '../../../settings.ts'
import { TEST_TOWN, testService, type TestService } from '../../../testing.ts'

const HOUR_MS = 3_600_000

/** A whole service with a topic for every way, to which nobody has subscribed yet. */
export async function townWithTopic(settings: Partial<Settings> = {}): Promise<TestService> {
  const town = await testService(settings)
  await town.change([{ table: 'alert_topics', row: aTopic({ channels: ['email', 'sms', 'feed', 'display', 'web-hook'] }) }, { table: 'alert_settings', row: aTownsSettings() }])
  return town
}

/** Somebody who subscribed to the topic, for all of the town; their id. */
export async function subscribe(town: TestService, channel: Channel, address: string, language: 'de' | 'en' = 'de'): Promise<string> {
  const id = randomUUID()
  await town.database.db.insertInto('subscribers').values({
    town_id: TEST_TOWN, id, mode: 'live', channel, address, language, topic_ids: [aTopic().id], localities: [], state: 'active', created_at: instantFromMs(town.clock.nowMs()),
  }).execute()
  return id
}

export async function command(town: TestService, login: string, name: string, input: Json, basedOn: CommandOnWire['basedOn'] = []): Promise<CommandAnswer> {
  const sent = { id: randomUUID(), name, version: 1, input, basedOn, after: [], recordedAt: instantFromMs(town.clock.nowMs()) }
  const reply = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(login), payload: { commands: [sent] } })
  const [answer] = reply.json<{ readonly answers: readonly CommandAnswer[] }>().answers
  if (!answer) throw new Error(reply.body)
  return answer
}

interface Submitted {
  readonly id: AlertId
  readonly release: () => Promise<CommandAnswer>
}

/** Written by one person and given to the other one. */
export async function submitted(town: TestService, more: Partial<Content> = {}, mode: Alert['mode'] = 'live'): Promise<Submitted> {
  const content = aContent({ endsAt: instantFromMs(town.clock.nowMs() + HOUR_MS), situationAt: null, ...more })
  await command(town, 'clerk.ordnung', 'alerts.begin', { topicId: content.topicId, mode, content })
  const { id } = await town.database.db.selectFrom('alerts').select('id').orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
  const seen = { alertId: id, contentHash: contentHash(content) }
  await command(town, 'clerk.ordnung', 'alerts.submit', seen)
  return { id: AlertId.parse(id), release: () => command(town, 'lead.ordnung', 'alerts.release', { ...seen, typed: mode === 'live' ? 'echt' : 'übung' }) }
}

/** Written by one person, released by another; the id. */
export async function released(town: TestService, more: Partial<Content> = {}, mode: Alert['mode'] = 'live'): Promise<AlertId> {
  const { id, release } = await submitted(town, more, mode)
  const answer = await release()
  if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer))
  return id
}

export interface Posted {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface HookSink {
  readonly url: string
  /** Oldest first. */
  posted(): readonly Posted[]
  close(): Promise<void>
}

/** Somebody's program on loopback that is told of messages; answers with these statuses one after the other, and with the last of them from then on. */
export async function startHookSink(statuses: readonly number[] = [204]): Promise<HookSink> {
  const kept: Posted[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const status = statuses[Math.min(kept.length, statuses.length - 1)] ?? 204
      kept.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    posted: () => [...kept],
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
