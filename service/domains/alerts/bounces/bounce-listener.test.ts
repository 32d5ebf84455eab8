import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import nodemailer from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { AlertId } from '../../../../shared/ids.ts'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { released, subscribe, townWithTopic } from '../ways/testing.ts'
import { createBounceAddresses } from './bounce-addresses.ts'
import { createBounceListener } from './bounce-listener.ts'

const DAY_MS = 86_400_000
const DOMAIN = 'ruecklauf.tangerhuette.example'
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A mail server that takes everything and remembers where a report would go, by recipient. */
async function mailServer(): Promise<{ readonly url: string; readonly reportTo: (address: string) => string }> {
  const senders = new Map<string, string>()
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      for (const { address } of rcptTo) senders.set(address, mailFrom ? mailFrom.address : '')
      stream.resume().on('end', () => done())
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise<void>(resolve => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, reportTo: address => senders.get(address) ?? '' }
}

interface Reporting {
  readonly town: TestService
  readonly reportTo: (address: string) => string
  /** Hands an e-mail to the listener as a mail server would; what it answered. */
  readonly hand: (mail: { readonly to: string | readonly string[]; readonly raw: string; readonly from?: string }) => Promise<string>
}

async function townThatListens(protocol: 'smtp' | 'lmtp' = 'smtp'): Promise<Reporting> {
  const server = await mailServer()
  const town = await townWithTopic({ smtpUrl: server.url, bounceDomain: DOMAIN, bounceListen: `${protocol}://127.0.0.1:0` })
  open.push(() => town.close())
  const { database, clock } = town
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const listener = createBounceListener({ db: database.db, townId: TEST_TOWN, addresses: createBounceAddresses(database, DOMAIN), clock, log, listen: `${protocol}://127.0.0.1:0` })
  const { port } = await listener.start()
  open.push(() => listener.stop())
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, lmtp: protocol === 'lmtp' })
  open.push(async () => transport.close())
  return {
    town, reportTo: server.reportTo,
    hand: async ({ to, raw, from = '' }) => {
      try {
        return (await transport.sendMail({ envelope: { from, to: [to].flat() }, raw })).response.slice(0, 3)
      } catch (error) {
        return String((error as { readonly responseCode?: number }).responseCode)
      }
    },
  }
}

const report = (status: string, { action = 'failed', type = 'multipart/report; report-type=delivery-status' } = {}): string => [
  'From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'Subject: Undelivered', 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0', `Content-Type: ${type};`, '\tboundary="cut"', '',
  '--cut', 'Content-Type: text/plain', '', 'Status: 5.1.1 stands here too.', '--cut', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '',
  'Final-Recipient: rfc822; somebody@example.org', `Action: ${action}`, `Status: ${status}`, 'Diagnostic-Code: smtp; 550', '\tno such user here', '', '--cut--', '',
].join('\r\n')

const stateOf = async ({ database: { db } }: TestService, id: string) =>
  db.selectFrom('subscribers').select(['state', 'address', 'bounces', 'passing_bounces']).where('id', '=', id).executeTakeFirst()

/** Sends one more message to everybody, on another day. */
async function another({ town }: Reporting): Promise<AlertId> {
  town.clock.move(DAY_MS)
  const id = await released(town, { channels: ['email'] })
  await town.outgoing.alerts.sender.runDue()
  return id
}

async function wayOf(town: TestService, id: string): Promise<WayProgress | undefined> {
  const reply = await town.app.inject({ url: `/v1/alerts/${id}/progress`, headers: await town.bearer('lead.ordnung') })
  return reply.json<{ readonly ways: readonly WayProgress[] }>().ways[0]
}

test.each(['smtp', 'lmtp'] as const)('a report by %s that there is nobody stands on the board, and who is nobody three times is given up', async protocol => {
  const reporting = await townThatListens(protocol)
  const { town, reportTo, hand } = reporting
  const [id, other] = [await subscribe(town, 'email', 'aenne@example.org'), await subscribe(town, 'email', 'bernd@example.org')]
  const first = await another(reporting)
  expect(reportTo('aenne@example.org')).toMatch(/^b-[\da-f]{52}@ruecklauf\.tangerhuette\.example$/)
  expect(reportTo('aenne@example.org')).not.toBe(reportTo('bernd@example.org'))
  // Some mail servers write names small, or all in capitals; the same report twice is one.
  for (const to of [reportTo('aenne@example.org').toUpperCase(), reportTo('aenne@example.org')]) expect(await hand({ to, raw: report('5.1.1') })).toBe('250')
  expect(await wayOf(town, first)).toMatchObject({ handed: 1, failed: 1, reasons: [{ reason: 'smtp 5.1.1', people: 1 }] })
  expect(await stateOf(town, id)).toMatchObject({ state: 'active', bounces: 1 })
  for (const status of ['5.1.10', '5.1.2']) {
    await another(reporting)
    await hand({ to: reportTo('aenne@example.org'), raw: report(status) })
  }
  expect([await stateOf(town, id), await stateOf(town, other)]).toMatchObject([{ state: 'bounced', address: '' }, { state: 'active', address: 'bernd@example.org', bounces: 0 }])
})

test('a full mailbox is forgiven nine days and not ten, and what a server has against the town is never held against anybody', async () => {
  const reporting = await townThatListens()
  const { town, reportTo, hand } = reporting
  const [full, blocked] = [await subscribe(town, 'email', 'full@example.org'), await subscribe(town, 'email', 'blocked@example.org')]
  for (let day = 1; day <= 10; day++) {
    const id = await another(reporting)
    await hand({ to: reportTo('full@example.org'), raw: report(day % 2 === 0 ? '5.2.2' : '4.4.7') })
    await hand({ to: reportTo('blocked@example.org'), raw: report(day % 2 === 0 ? '5.7.1' : '5.1.8') })
    expect(await wayOf(town, id)).toMatchObject({ handed: 0, failed: 2 })
    expect((await stateOf(town, full))?.state).toBe(day < 10 ? 'active' : 'bounced')
  }
  expect(await stateOf(town, blocked)).toMatchObject({ state: 'active', bounces: 0, passing_bounces: 0 })
})

test('nothing is believed that nobody could know, and nothing else is taken than reports', async () => {
  const reporting = await townThatListens()
  const { town, reportTo, hand } = reporting
  const id = await subscribe(town, 'email', 'aenne@example.org')
  const message = await another(reporting)
  const to = reportTo('aenne@example.org')
  const forged = to.replace(/[\da-f]{4}@/, digits => `${digits.startsWith('0') ? '1' : '0'}${digits.slice(1)}`)
  const madeUp = await createBounceAddresses(town.database, DOMAIN).addressFor(TEST_TOWN, message, randomUUID())
  for (const wrong of [forged, madeUp, to.replace(DOMAIN, 'elsewhere.example'), 'aenne@example.org', `postmaster@${DOMAIN}`]) expect(await hand({ to: wrong, raw: report('5.1.1') })).toBe('550')
  expect(await hand({ to, raw: report('5.1.1'), from: 'somebody@example.org' })).toBe('550')
  expect(await hand({ to, raw: `${report('5.1.1')}${'x'.repeat(300_000)}` })).toBe('552')
  // Taken and thrown away: somebody is on holiday, it takes longer, it arrived, and what nobody can read.
  for (const raw of [
    'From: Aenne <aenne@example.org>\r\nAuto-Submitted: auto-replied\r\nSubject: Im Urlaub\r\n\r\nStatus: 5.1.1\r\nAction: failed\r\n', report('5.1.1', { action: 'delayed' }), report('2.0.0', { action: 'delivered' }),
    report('5.1.1', { type: 'multipart/mixed' }), report('none'), 'Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n'.repeat(200), '\0\r\n',
  ]) expect(await hand({ to, raw })).toBe('250')
  expect([await stateOf(town, id), await wayOf(town, message)]).toMatchObject([{ state: 'active', bounces: 0, passing_bounces: 0 }, { handed: 1, failed: 0 }])
  town.clock.move(15 * DAY_MS)
  expect(await hand({ to, raw: report('5.1.1') })).toBe('550')
})

test('a report that is faster than our own book comes again', async () => {
  const reporting = await townThatListens()
  const { town, reportTo, hand } = reporting
  const id = await subscribe(town, 'email', 'aenne@example.org')
  await another(reporting)
  const setState = (state: 'waiting' | 'handed') => town.database.db.updateTable('alert_deliveries').set({ state }).where('subscriber_id', '=', id).execute()
  await setState('waiting')
  expect(await hand({ to: reportTo('aenne@example.org'), raw: report('5.1.1') })).toBe('451')
  await setState('handed')
  expect(await hand({ to: reportTo('aenne@example.org'), raw: report('5.1.1') })).toBe('250')
  expect(await stateOf(town, id)).toMatchObject({ bounces: 1 })
})
