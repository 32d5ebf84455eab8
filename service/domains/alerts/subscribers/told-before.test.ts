import { afterEach, expect, test } from 'vitest'
import { contentHash } from '../../../../shared/canonical.ts'
import { aContent } from '../../../../shared/domains/alerts/testing.ts'
import { TopicId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Audience } from '../../../../shared/wire/alerts.ts'
import { startMailSink } from '../../../demo/mail-sink.ts'
import { TEST_TOWN } from '../../../testing.ts'
import { command, released, subscribe, townWithTopic } from '../ways/testing.ts'
import { endSubscription } from './end-subscription.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

test('whoever was warned hears that it is over, whatever they have chosen since, unless they have left', async () => {
  const sink = await startMailSink({ port: 0 })
  open.push(() => sink.close())
  const town = await townWithTopic({ smtpUrl: sink.smtpUrl })
  open.push(() => town.close())
  const { db } = town.database
  const ids = new Map<string, string>()
  for (const name of ['stays', 'moves', 'other-topic', 'leaves', 'elsewhere']) ids.set(name, await subscribe(town, 'email', `${name}@example.org`))
  const choose = (name: string, choice: { readonly localities?: readonly string[]; readonly topic_ids?: readonly TopicId[] }) =>
    db.updateTable('subscribers').set(choice).where('town_id', '=', TEST_TOWN).where('id', '=', ids.get(name) ?? '').execute()
  for (const name of ids.keys()) await choose(name, { localities: [name === 'elsewhere' ? 'Uchtdorf' : 'Tangerhütte'] })
  const told = async (): Promise<readonly string[]> => {
    const before = sink.messages().length
    await town.outgoing.alerts.sender.runDue()
    return sink.messages().slice(before).flatMap(({ to }) => to.map(address => address.split('@')[0] ?? '')).toSorted()
  }
  const id = await released(town, { channels: ['email'] })
  expect(await told()).toEqual(['leaves', 'moves', 'other-topic', 'stays'])
  await choose('moves', { localities: ['Uchtdorf'] })
  await choose('other-topic', { topic_ids: [TopicId.parse('freibaeder')] })
  await endSubscription(db, TEST_TOWN, ids.get('leaves') ?? '', 'ended', instantFromMs(town.clock.nowMs()))
  const content = aContent({ channels: ['email'], situationAt: null, endsAt: instantFromMs(town.clock.nowMs() + 3_600_000) })
  const counted = async (earlier: readonly string[]): Promise<number> => {
    const payload = { topicId: content.topicId, mode: 'live', areas: content.areas, channels: content.channels, earlier }
    const reply = await town.app.inject({ method: 'POST', url: '/v1/alerts/audience', headers: await town.bearer('clerk.ordnung'), payload })
    return reply.json<Audience>().ways.reduce((sum, { people }) => sum + people, 0)
  }
  expect([await counted([]), await counted([id])]).toEqual([1, 3])
  await command(town, 'clerk.ordnung', 'alerts.follow-up', { alertId: id, kind: 'all-clear', content })
  const { id: over } = await db.selectFrom('alerts').select('id').where('kind', '=', 'all-clear').executeTakeFirstOrThrow()
  const seen = { alertId: over, contentHash: contentHash(content) }
  await command(town, 'clerk.ordnung', 'alerts.submit', seen)
  expect(await command(town, 'lead.ordnung', 'alerts.release', { ...seen, typed: 'ECHT' })).toMatchObject({ kind: 'applied' })
  expect(await told()).toEqual(['moves', 'other-topic', 'stays'])
})
