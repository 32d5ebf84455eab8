import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { startMailSink, type MailSink } from '../../../demo/mail-sink.ts'
import type { Settings } from '../../../settings.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { released, subscribe, townWithTopic } from './testing.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function townWithMail(settings: Partial<Settings> = {}): Promise<{ readonly town: TestService; readonly sink: MailSink }> {
  const sink = await startMailSink({ port: 0 })
  open.push(() => sink.close())
  const town = await townWithTopic({ smtpUrl: sink.smtpUrl, ...settings })
  open.push(() => town.close())
  return { town, sink }
}

const send = (town: TestService): Promise<number> => town.outgoing.alerts.sender.runDue()

test('a subscriber gets the message from the town in their language, with one click to end the subscription', async () => {
  const { town, sink } = await townWithMail()
  await subscribe(town, 'email', 'aenne@example.org')
  const id = await released(town, { channels: ['email'] })
  await send(town)
  const [mail, ...more] = sink.messages()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ to: ['aenne@example.org'], from: 'rathaus@tangerhuette.example', subject: 'Böschungsbrand an der Bahn in Tangerhütte' })
  expect(mail?.text).toContain('Schließen Sie Fenster und Türen.')
  expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@tangerhuette\.example>$/)
  const headers = mail?.raw.replaceAll(/\r\n[ \t]+/g, ' ') ?? ''
  const [, ended = ''] = /^List-Unsubscribe: <http:\/\/localhost(\/portal\/info\/[\w-]{43}\/end)>\r$/m.exec(headers) ?? []
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(headers).toMatch(new RegExp(`^X-Alert-Identifier: tangerhuette\\.${id}\r$`, 'm'))
  expect(headers).toMatch(/^From: =\?UTF-8\?Q\?Stadt_Tangerh/m)
  expect(mail?.text).toContain(`http://localhost${ended.replace(/\/end$/, '')}`)
  const click = await town.app.inject({ method: 'POST', url: ended, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' })
  expect([click.statusCode, await town.database.db.selectFrom('subscribers').select(['state', 'address']).execute()]).toEqual([200, [{ state: 'ended', address: '' }]])
})

test('a drill comes from another name, to those in the list alone, and no subscriber hears of it', async () => {
  const { town, sink } = await townWithMail()
  await subscribe(town, 'email', 'aenne@example.org')
  await released(town, { channels: ['email'] }, 'training')
  await send(town)
  expect(sink.messages().map(({ to, subject }) => [...to, subject])).toEqual([['uebung@tangerhuette.example', 'ÜBUNG – Böschungsbrand an der Bahn in Tangerhütte']])
  const [{ raw, text } = { raw: '', text: '' }] = sink.messages()
  expect(text).toMatch(/^ÜBUNG ÜBUNG ÜBUNG/)
  expect(raw).toMatch(/^From: =\?UTF-8\?Q\?=C3=9CBUNG_/m)
  expect(raw).not.toMatch(/List-Unsubscribe/)
  expect(raw).toMatch(/X-Alert-Identifier:\s+tangerhuette\.UEBUNG\./)
})

test('a service that listens sends by itself as soon as somebody has released, and counts it', async () => {
  const { town, sink } = await townWithMail()
  await town.listen()
  for (const name of ['aenne', 'bernd', 'carla']) await subscribe(town, 'email', `${name}@example.org`)
  await released(town, { channels: ['email'] })
  await expect.poll(async () => (await town.app.inject('/metrics')).body, { timeout: 30_000 }).toContain('rathaus_deliveries_total{kind="alert-email",outcome="done"} 3')
  expect(sink.messages()).toHaveLength(3)
})

test('words of a warning go to another machine encrypted or not at all', async () => {
  const heard: string[] = []
  const plain = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], onMailFrom: ({ address }, _session, done) => { heard.push(address); done() } })
  await new Promise<void>(resolve => plain.listen(0, '127.0.0.2', resolve))
  open.push(() => new Promise<void>(resolve => plain.close(() => resolve())))
  // Whatever is not named as this machine is another one.
  const town = await townWithTopic({ smtpUrl: `smtp://127.0.0.2:${(plain.server.address() as { readonly port: number }).port}` })
  open.push(() => town.close())
  await subscribe(town, 'email', 'aenne@example.org')
  await released(town, { channels: ['email'] })
  await send(town)
  expect([heard, await town.database.db.selectFrom('alert_deliveries').select(['state', 'reason']).execute()]).toEqual([[], [{ state: 'waiting', reason: 'unreachable' }]])
})

const refusal = (text: string): Error => Object.assign(new Error(text), { responseCode: 550 })
const REFUSALS: Readonly<Record<string, Error>> = { nobody: refusal('5.1.1 no such user'), blocked: refusal('5.7.1 your network is on a list') }

test('an address that the mail server refuses for good counts against it; what it has against the town does not and is tried again', async () => {
  const refusing = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(REFUSALS[address.split('@')[0] ?? ''] ?? null),
    onData: (stream, _session, done) => { stream.resume().on('end', () => done()) },
  })
  await new Promise<void>(resolve => refusing.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise<void>(resolve => refusing.close(() => resolve())))
  const { port } = refusing.server.address() as { readonly port: number }
  const town = await townWithTopic({ smtpUrl: `smtp://127.0.0.1:${port}` })
  open.push(() => town.close())
  const nobody = await subscribe(town, 'email', 'nobody@example.org')
  const blocked = await subscribe(town, 'email', 'blocked@example.org')
  await subscribe(town, 'email', 'aenne@example.org')
  await released(town, { channels: ['email'] })
  expect(await send(town)).toBe(3)
  const rows = await town.database.db.selectFrom('alert_deliveries').select(['subscriber_id', 'state', 'reason']).where('town_id', '=', TEST_TOWN).execute()
  expect(rows.toSorted((one, other) => one.state.localeCompare(other.state)).map(({ state, reason }) => [state, reason])).toEqual([['failed', 'smtp 550'], ['handed', null], ['waiting', 'unreachable']])
  const bounces = async (id: string) => (await town.database.db.selectFrom('subscribers').select('bounces').where('id', '=', id).executeTakeFirst())?.bounces
  expect([await bounces(nobody), await bounces(blocked)]).toEqual([1, 0])
})
