import { afterEach, expect, test } from 'vitest'
import { contentHash } from '../../../../shared/canonical.ts'
import { aContent } from '../../../../shared/domains/alerts/testing.ts'
import { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { startMailSink, type MailSink } from '../../../demo/mail-sink.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { command, released, townWithTopic } from '../ways/testing.ts'
import { remindOfAlerts } from './remind.ts'

const HOUR_MS = 3_600_000
const ALL = ['bereitschaft@tangerhuette.example', 'leitung@tangerhuette.example']

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function townWithMail(): Promise<{ readonly town: TestService; readonly sink: MailSink }> {
  const sink = await startMailSink({ port: 0 })
  open.push(() => sink.close())
  const town = await townWithTopic({ smtpUrl: sink.smtpUrl })
  open.push(() => town.close())
  return { town, sink }
}

const now = (town: TestService) => instantFromMs(town.clock.nowMs())

/** Sent by an officer alone; the id. */
async function alone(town: TestService, mode: 'live' | 'training'): Promise<AlertId> {
  const content = aContent({ channels: ['feed'], situationAt: null, endsAt: instantFromMs(town.clock.nowMs() + HOUR_MS) })
  await command(town, 'officer', 'alerts.begin', { topicId: content.topicId, mode, content })
  const { id } = await town.database.db.selectFrom('alerts').select('id').orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
  const answer = await command(town, 'officer', 'alerts.release-alone', { alertId: id, contentHash: contentHash(content), typed: mode === 'live' ? 'ECHT' : 'ÜBUNG', reason: 'Niemand erreichbar' })
  expect(answer).toMatchObject({ kind: 'applied' })
  return AlertId.parse(id)
}

/** Who was written to now, and about what. */
async function told({ town, sink }: { readonly town: TestService; readonly sink: MailSink }): Promise<readonly string[]> {
  const before = sink.messages().length
  await remindOfAlerts(town.database.db, TEST_TOWN, now(town))
  await town.outgoing.worker.runDue()
  return sink.messages().slice(before).map(({ to, subject }) => `${to.join()} ${subject.split(':')[0]}`).toSorted()
}

test('who sends alone is told of to all others at once, every day until somebody else has looked, and a drill is not', async () => {
  const all = await townWithMail()
  const { town, sink } = all
  await alone(town, 'training')
  const id = await alone(town, 'live')
  const reviews = ALL.map(address => `${address} Allein freigegeben, bitte prüfen`)
  expect(await told(all)).toEqual(reviews)
  expect(sink.messages()[0]?.text).toMatch(/^officer hat eine Meldung ohne zweite Person freigegeben .*\nGrund: Niemand erreichbar\n/)
  town.clock.move(HOUR_MS / 2)
  expect(await told(all)).toEqual([])
  town.clock.move(24 * HOUR_MS)
  expect((await told(all)).filter(line => line.includes('Allein'))).toEqual(reviews)
  expect(await command(town, 'officer', 'alerts.review', { alertId: id, verdict: 'confirmed', note: '' })).toMatchObject({ code: 'alerts/own-words' })
  expect(await command(town, 'lead.ordnung', 'alerts.review', { alertId: id, verdict: 'confirmed', note: '' })).toMatchObject({ kind: 'applied' })
  town.clock.move(24 * HOUR_MS)
  expect((await told(all)).filter(line => line.includes('Allein'))).toEqual([])
})

test('a hazard that nobody has called off is reminded of every day, and no more once it is', async () => {
  const all = await townWithMail()
  const { town } = all
  const id = await released(town, { channels: ['feed'] })
  expect(await told(all)).toEqual([])
  town.clock.move(2 * HOUR_MS)
  expect(await told(all)).toEqual(ALL.map(address => `${address} Die Entwarnung fehlt`))
  expect(await told(all)).toEqual([])
  town.clock.move(24 * HOUR_MS)
  // Between the look and the e-mail somebody called it off.
  await remindOfAlerts(town.database.db, TEST_TOWN, now(town))
  const content = aContent({ channels: ['feed'], situationAt: null, endsAt: instantFromMs(town.clock.nowMs() + HOUR_MS) })
  await command(town, 'clerk.ordnung', 'alerts.follow-up', { alertId: id, kind: 'all-clear', content })
  const { id: over } = await town.database.db.selectFrom('alerts').select('id').where('kind', '=', 'all-clear').executeTakeFirstOrThrow()
  await command(town, 'clerk.ordnung', 'alerts.submit', { alertId: over, contentHash: contentHash(content) })
  expect(await command(town, 'lead.ordnung', 'alerts.release', { alertId: over, contentHash: contentHash(content), typed: 'ECHT' })).toMatchObject({ kind: 'applied' })
  expect(await told(all)).toEqual([])
  town.clock.move(24 * HOUR_MS)
  expect(await told(all)).toEqual([])
})
