import { afterEach, expect, test } from 'vitest'
import { startSmsSink, type Behaviour, type SmsSink } from '../../../demo/sms-sink.ts'
import type { TestService } from '../../../testing.ts'
import { AlertId } from '../../../../shared/ids.ts'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import { contentHash } from '../../../../shared/canonical.ts'
import { shortPrefix, shortText } from '../../../../shared/domains/alerts/renditions.ts'
import { aContent, aWording } from '../../../../shared/domains/alerts/testing.ts'
import { mobileLength, smsParts } from '../../../../shared/formats/gsm.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { command, released, subscribe, townWithTopic } from './testing.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function townWithGateway(behaves: (message: { readonly to: string }) => Behaviour = () => 'takes'): Promise<{ readonly town: TestService; readonly sink: SmsSink }> {
  const sink = await startSmsSink({ behaves })
  open.push(() => sink.close())
  const town = await townWithTopic({ smsGatewayUrl: sink.url, smsGatewayToken: sink.token })
  open.push(() => town.close())
  return { town, sink }
}

const send = (town: TestService): Promise<number> => town.outgoing.alerts.sender.runDue()
const number = (index: number): string => `+4917612345${String(index).padStart(3, '0')}`

async function progress(town: TestService, id: AlertId): Promise<WayProgress | undefined> {
  const reply = await town.app.inject({ url: `/v1/alerts/${id}/progress`, headers: await town.bearer('lead.ordnung') })
  return reply.json<{ readonly ways: readonly WayProgress[] }>().ways.find(({ channel }) => channel === 'sms')
}

test('everybody gets the short words of their language, and what the gateway kept is what was approved', async () => {
  const { town, sink } = await townWithGateway()
  for (let index = 0; index < 40; index++) await subscribe(town, 'sms', number(index), index % 2 === 0 ? 'de' : 'en')
  const id = await released(town, { channels: ['sms'], wordings: [aWording(), aWording({ language: 'en', short: 'Fire at the railway: close windows.' })] })
  await send(town)
  expect(sink.messages()).toHaveLength(40)
  expect(new Set(sink.messages().map(({ text }) => text))).toEqual(new Set(['Brand an der Bahn in Tangerhütte: Fenster schließen, Bahnhof meiden.', 'Fire at the railway: close windows.']))
  expect(await progress(town, id)).toMatchObject({ state: 'done', handed: 40, failed: 0, readBack: 'same' })
})

test('what the gateway gets is what was counted, for every kind of message, and three SMS are three', async () => {
  const { town, sink } = await townWithGateway()
  await subscribe(town, 'sms', number(1))
  const wordings = [aWording({ short: 'Fenster zu.' })]
  const first = await released(town, { channels: ['sms'], wordings })
  await send(town)
  const followed: string[] = []
  let before = first
  for (const kind of ['update', 'cancel', 'all-clear'] as const) {
    const room = 3 * 153 - shortPrefix({ mode: 'live', kind }, 'de').length
    const content = aContent({ channels: ['sms'], situationAt: null, endsAt: instantFromMs(town.clock.nowMs() + 3_600_000), wordings: [aWording({ short: 'ü'.repeat(room) })] })
    await command(town, 'clerk.ordnung', 'alerts.follow-up', { alertId: before, kind, content })
    const later = await town.database.db.selectFrom('alerts').select('id').orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
    const seen = { alertId: later.id, contentHash: contentHash(content) }
    expect(await command(town, 'clerk.ordnung', 'alerts.submit', seen)).toMatchObject({ kind: 'applied' })
    expect(await command(town, 'lead.ordnung', 'alerts.release', { ...seen, typed: 'echt' })).toMatchObject({ kind: 'applied' })
    await send(town)
    before = AlertId.parse(later.id)
    followed.push(shortText({ mode: 'live', kind }, { language: 'de', short: 'ü'.repeat(room) }))
  }
  expect(sink.messages().map(({ text }) => text)).toEqual(['Fenster zu.', ...followed])
  expect(followed.map(text => [smsParts(text), mobileLength(text).units])).toEqual([[3, 459], [3, 459], [3, 459]])
})

test('where the gateway keeps something else the sending stops, says so, and goes on when somebody tries again', async () => {
  let behaviour: Behaviour = 'changes'
  const asked: string[] = []
  const { town, sink } = await townWithGateway(({ to }) => { asked.push(to); return behaviour })
  for (let index = 0; index < 60; index++) await subscribe(town, 'sms', number(index))
  const id = await released(town, { channels: ['sms'] })
  await send(town)
  // One of them was handed over before anybody could know, and was taken back; it was asked for once to keep it and once to show it.
  expect([asked.length, new Set(asked).size]).toEqual([2, 1])
  expect(sink.messages()).toEqual([])
  expect(await progress(town, id)).toMatchObject({ state: 'stopped', handed: 0, waiting: 0, failed: 60, readBack: 'different', reasons: [{ reason: 'read-back', people: 60 }] })
  behaviour = 'takes'
  const retried = await town.app.inject({ method: 'POST', url: `/v1/alerts/${id}/retry`, headers: await town.bearer('lead.ordnung'), payload: { channel: 'sms' } })
  expect(retried.statusCode).toBe(200)
  await send(town)
  expect(new Set(sink.messages().map(({ to }) => to)).size).toBe(60)
})

test('a number that is refused for good stays one, whoever is busy is asked again under the same key, and what cannot be read back is said', async () => {
  let isBusy = true
  const { town, sink } = await townWithGateway(({ to }) => (to === number(0) ? 'refuses' : isBusy ? 'is-busy' : 'hides'))
  for (let index = 0; index < 3; index++) await subscribe(town, 'sms', number(index))
  const id = await released(town, { channels: ['sms'] })
  await send(town)
  expect(await progress(town, id)).toMatchObject({ state: 'open', waiting: 2, failed: 1, reasons: [{ reason: 'http 422', people: 1 }] })
  isBusy = false
  town.clock.move(60_000)
  await send(town)
  expect(sink.messages().map(({ to }) => to).toSorted()).toEqual([number(1), number(2)])
  expect(await progress(town, id)).toMatchObject({ state: 'done', handed: 2, failed: 1, readBack: 'unreadable' })
})

test('a drill has no way to telephones, and without a gateway nobody pretends', async () => {
  const { town, sink } = await townWithGateway()
  await subscribe(town, 'sms', number(1))
  const id = await released(town, { channels: ['sms', 'email', 'feed'] }, 'training')
  await send(town)
  expect(sink.messages()).toEqual([])
  expect(await progress(town, id)).toMatchObject({ handed: 0 })
  const query = { topicId: 'gefahren', mode: 'training', areas: [{ kind: 'locality', name: 'Tangerhütte' }], channels: ['sms', 'email', 'feed'], earlier: [] }
  const audience = await town.app.inject({ method: 'POST', url: '/v1/alerts/audience', headers: await town.bearer('lead.ordnung'), payload: query })
  expect(audience.json()).toMatchObject({ away: ['sms', 'email'] })
})
