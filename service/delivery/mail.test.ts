import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import { aSubmission, dogAnswers, townForCitizens, type TestTown, TOWN_ID } from '../intake/testing.ts'
import { createEmailDelivery } from './deliver-email.ts'
import { createSmtpTransport, type MailTransport } from './smtp.ts'
import { aLog } from './testing.ts'
import { createWorker, type Worker } from './worker.ts'

let town: TestTown
let sink: MailSink
let transport: MailTransport

beforeAll(async () => {
  town = await townForCitizens()
  return () => town.database.close()
})

beforeEach(async () => {
  await town.database.db.deleteFrom('jobs').execute()
  sink = await startMailSink({ port: 0 })
  transport = createSmtpTransport(sink.smtpUrl)
})

afterEach(async () => {
  transport.close()
  await sink.close()
})

function mailWorker(through: MailTransport = transport): Worker {
  const sender = { townName: 'Stadt Tangerhütte', from: 'postfach@tangerhuette.example' }
  const { database, clock, mailboxKeys } = town
  const email = createEmailDelivery({ database, clock, transport: through, sender, mailboxKeys, portalUrl: () => 'http://portal.example' })
  return createWorker({ database, townId: TOWN_ID, clock, deliver: new Map([['email', email]]), log: aLog(), random: () => 0 })
}

async function submit(form = dogAnswers()): Promise<string> {
  const result = await town.intake.submit(aSubmission({ form }))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.mailbox
}

test('the citizen gets one e-mail that says only that something is waiting, and where', async () => {
  const mailbox = await submit()
  await mailWorker().runDue()
  await mailWorker().runDue()
  const [mail, ...more] = sink.messages()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ to: ['aenne@example.org'], from: 'postfach@tangerhuette.example' })
  expect(mail?.text).toContain(`http://portal.example/portal/mailboxes/${mailbox}`)
  for (const secret of ['Änne', 'Großkopf', 'Bello', 'Hund', 'TGH-', 'Lüderitz', 'Ordnung', 'Antrag'])
    expect(`${mail?.subject} ${mail?.text}`).not.toContain(secret)
})

test('who dies between handing over and writing it down sends again under the same Message-ID', async () => {
  await submit()
  const handedOver = Promise.withResolvers<void>()
  const dying: MailTransport = {
    ...transport,
    send: async mail => {
      await transport.send(mail)
      handedOver.resolve()
      return new Promise<never>(() => {})
    },
  }
  void mailWorker(dying).runDue()
  await handedOver.promise
  town.clock.set(town.clock.nowMs() + 60_000)
  await mailWorker().runDue()
  const ids = sink.messages().map(mail => mail.messageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^<[0-9a-f]{40}@tangerhuette\.example>$/)
})

test('an application that has no mailbox yet gets one with its first e-mail', async () => {
  await submit()
  await town.database.db.deleteFrom('mailboxes').execute()
  await mailWorker().runDue()
  const key = /mailboxes\/([\w-]{43})/.exec(sink.messages()[0]?.text ?? '')?.[1] ?? ''
  expect(await town.mailboxes.get(key)).toMatchObject({ ok: true, value: { application: { subject: 'Hundeanmeldung: Bello' } } })
})

test('whoever gave no address gets no e-mail, and nobody waits for it', async () => {
  const { email: _, ...form } = dogAnswers()
  await submit(form)
  expect(await mailWorker().runDue()).toBe(1)
  expect(sink.messages()).toEqual([])
  expect(await town.database.db.selectFrom('jobs').select('state').execute()).toEqual([{ state: 'done' }])
})

test('a mail server that is away is asked again later', async () => {
  await submit()
  const away = createSmtpTransport('smtp://127.0.0.1:1')
  expect(await mailWorker(away).runDue()).toBe(1)
  away.close()
  town.clock.set(town.clock.nowMs() + 5_000)
  await mailWorker().runDue()
  expect(sink.messages()).toHaveLength(1)
})

test('the sink shows what came in, as page and as JSON, and nothing of it is run', async () => {
  await transport.send({ messageId: '<one@example.org>', from: 'a@example.org', to: 'b@example.org', subject: '<script>alert(1)</script>', text: 'Grüße' })
  const page = await (await fetch(sink.url)).text()
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
  const answer = await fetch(new URL('messages.json', sink.url))
  expect(await answer.json()).toMatchObject({ messages: [{ messageId: '<one@example.org>', to: ['b@example.org'], text: expect.stringContaining('Grüße') }] })
  expect((await fetch(new URL('elsewhere', sink.url))).status).toBe(404)
})
