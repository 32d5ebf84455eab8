import { afterEach, expect, test } from 'vitest'
import { problemsOfForm, problemsOfMeaning } from '../../../../shared/formats/cap/check.ts'
import { textOf } from '../../../../shared/formats/cap/element.ts'
import { readXml } from '../../../../shared/formats/cap/xml.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { released, startHookSink, submitted, townWithTopic, type HookSink } from './testing.ts'
import { hookSignature } from './by-web-hook.ts'
import { enter } from './entered.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

const LIVE = `whsec_${Buffer.from('the secret of all warnings').toString('base64')}`
const DRILL = `whsec_${Buffer.from('another secret, for drills').toString('base64')}`

async function townWithHooks(statuses?: readonly number[]): Promise<{ readonly town: TestService; readonly live: HookSink; readonly drill: HookSink }> {
  const [live, drill] = [await startHookSink(statuses), await startHookSink()]
  open.push(() => live.close(), () => drill.close())
  const town = await townWithTopic({ alertHooks: [live.url], alertHookSecret: LIVE, drillHooks: [drill.url], drillHookSecret: DRILL })
  open.push(() => town.close())
  return { town, live, drill }
}

const send = (town: TestService): Promise<number> => town.outgoing.alerts.sender.runDue()
const signed = ({ headers, body }: ReturnType<HookSink['posted']>[number], secret: string): boolean =>
  headers['webhook-signature'] === hookSignature(secret, String(headers['webhook-id']), String(headers['webhook-timestamp']), body)

test('a program gets the CAP file with the signature of warnings, whatever the topic, and a drill goes to another one with another', async () => {
  const { town, live, drill } = await townWithHooks()
  const id = await released(town, { channels: ['web-hook'] })
  const exercise = await released(town, { channels: ['web-hook'] }, 'training')
  await send(town)
  expect([live.posted().length, drill.posted().length]).toEqual([1, 1])
  const [[warning], [practice]] = [live.posted(), drill.posted()]
  expect(warning?.headers).toMatchObject({ 'content-type': 'application/cap+xml; charset=utf-8', 'webhook-id': `tangerhuette.${id}` })
  expect(practice?.headers['webhook-id']).toBe(`tangerhuette.UEBUNG.${exercise}`)
  const [cap, capOfDrill] = [warning, practice].map(posted => readXml(posted?.body ?? ''))
  if (!cap || !capOfDrill || !warning || !practice) throw new Error('no CAP')
  expect([problemsOfForm(cap), problemsOfMeaning(cap), textOf(cap, 'status'), textOf(capOfDrill, 'status')]).toEqual([[], [], 'Actual', 'Exercise'])
  expect([signed(warning, LIVE), signed(warning, DRILL), signed(practice, DRILL), signed({ ...warning, body: warning.body.replace('Fire', 'Met') }, LIVE)]).toEqual([true, false, true, false])
})

test('who is away is tried again under the same name, and who sends elsewhere is not followed', async () => {
  const { town, live } = await townWithHooks([503, 302])
  await released(town, { channels: ['web-hook'] })
  await send(town)
  town.clock.move(60_000)
  await send(town)
  expect(live.posted().map(({ headers }) => headers['webhook-id'])).toEqual([live.posted()[0]?.headers['webhook-id'], live.posted()[0]?.headers['webhook-id']])
  expect(await town.database.db.selectFrom('alert_deliveries').select(['state', 'reason', 'attempts']).execute()).toEqual([{ state: 'failed', reason: 'http 302', attempts: 2 }])
})

test('an address that left the settings is told nothing more', async () => {
  const { town, live } = await townWithHooks()
  await town.database.db.updateTable('subscribers').set({ address: 'https://former.example/' }).where('mode', '=', 'live').execute()
  await enter(town.database.db, { townId: TEST_TOWN, mode: 'live', channel: 'web-hook', addresses: [live.url] }, instantFromMs(town.clock.nowMs()))
  await released(town, { channels: ['web-hook'] })
  expect(await send(town)).toBe(1)
  expect(live.posted()).toHaveLength(1)
})

test('a message that no way can carry is not released, and one that a single way can is', async () => {
  const town = await townWithTopic()
  open.push(() => town.close())
  const mute = await submitted(town, { channels: ['email', 'sms'] })
  expect(await mute.release()).toMatchObject({ kind: 'refused', code: 'alerts/no-way', facts: { fields: 'channels' } })
  expect(await (await submitted(town, { channels: ['email', 'feed'] })).release()).toMatchObject({ kind: 'applied' })
})
