import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '../../shared/canonical.ts'
import type { Change } from '../../shared/command.ts'
import { clockOf } from '../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../shared/domains/notices/clock/finality.ts'
import { STANDARD_RULE_SETS } from '../../shared/domains/notices/clock/standard-rule-sets.ts'
import type { Notice, NoticeRun } from '../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeKind, aNoticeRun, aSent } from '../../shared/domains/notices/testing.ts'
import { derivedUuid } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import { createSmtpTransport } from '../delivery/smtp.ts'
import { aLog } from '../delivery/testing.ts'
import { createWorker } from '../delivery/worker.ts'
import { createConsentKeys } from '../domains/notices/mailbox/consent-keys.ts'
import { createConsentDelivery, createNoticeEmailDelivery } from '../domains/notices/mailbox/deliver-emails.ts'
import { fallBack } from '../domains/notices/mailbox/fall-back.ts'
import { forgetUnconfirmedMailboxes } from '../domains/notices/mailbox/forget.ts'
import { provideNotice } from '../domains/notices/mailbox/provide.ts'
import { loadRunRows } from '../domains/notices/run-rows.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, textOf, to, visiting } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const FILE = Buffer.from('%PDF-1.7 the notice as it was approved')

let town: TestTown
let app: FastifyInstance
let sink: MailSink
beforeAll(async () => {
  town = await townForCitizens()
  sink = await startMailSink({ port: 0 })
  await change({ table: 'notice_kinds', row: aNoticeKind() }, { table: 'notice_kinds', row: aNoticeKind({ id: 'hundesteuer', title: 'Hundesteuer', ruleSetId: 'ao' }) }, { table: 'notice_kinds', row: aNoticeKind({ id: 'by-post', title: 'Nur Post', offersMailbox: false }) })
})
afterAll(async () => {
  await sink.close()
  await town.database.close()
})
beforeEach(async () => {
  town.clock.set(START_MS)
  for (const table of ['notice_provisions', 'notices', 'notice_runs', 'consent_keys', 'consent_requests', 'mailbox_consents', 'jobs'] as const) await town.database.db.deleteFrom(table).execute()
  app = await citizensApp(town)
  return () => app.close()
})

const change = (...changes: readonly Change[]) =>
  town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(town.clock.nowMs()) }, changes))
const { get, post } = visiting(() => app)
const TYPED = { kind: 'umlage', reference: '4711.0815.1', name: 'Änne Großkopf', email: 'Aenne.Grosskopf@example.org' }
const ask = (fields: Partial<typeof TYPED> = {}, query = '') => post(`/portal/notices${query}`, { ...TYPED, ...fields })

/** What the town's mail server gets now; `refuses`: it takes no such address. */
async function mails(refuses = false) {
  const transport = refuses ? { send: async () => 'refused-for-good' as const, close: () => undefined } : createSmtpTransport(sink.smtpUrl)
  const parts = { database: town.database, clock: town.clock, transport, sender: { townName: 'Stadt Tangerhütte', from: 'rathaus@tangerhuette.example' }, keys: createConsentKeys(town.database), portalUrl: () => 'https://portal.example' }
  const before = sink.messages().length
  await createWorker({ database: town.database, townId: TOWN_ID, clock: town.clock, deliver: new Map([['consent-email', createConsentDelivery(parts)], ['notice-email', createNoticeEmailDelivery(parts)]]), log: aLog(), random: () => 0 }).runDue()
  transport.close()
  return sink.messages().slice(before)
}
const linkIn = (text: string | undefined): string => /https:\/\/portal\.example(\/portal\/notices\/[\w-]{43})/.exec(text ?? '')?.[1] ?? ''
const consents = () => town.database.db.selectFrom('mailbox_consents').select(['id', 'reference', 'name', 'email', 'how', 'withdrawn_at', 'email_failed_at']).orderBy('given_at').execute()

async function agreed(fields: Partial<typeof TYPED> = {}): Promise<string> {
  await ask(fields)
  const link = linkIn((await mails())[0]?.text)
  await post(`${link}/confirmation`)
  return link
}

/** The first notice of the run as it stands when it was laid into the mailbox. */
async function provided(kindId = 'umlage'): Promise<Notice> {
  const now = instantFromMs(town.clock.nowMs())
  const consentId = (await town.database.db.selectFrom('mailbox_consents').select('id').where('withdrawn_at', 'is', null).executeTakeFirstOrThrow()).id
  const fact = { id: derivedUuid('test', 'provided'), kind: 'provided', day: '2026-11-22', at: now, byPersonId: null, byName: '', note: '' } as const
  const notice = aNotice(1, { checked: { channel: 'mailbox', pages: 2, problems: [] }, sent: aSent({ channel: 'mailbox', state: 'provided', handedOverAt: now }), facts: [fact] })
  await change({ table: 'notice_runs', row: aNoticeRun({ kindId, handedOverAt: now, tally: { ...aNoticeRun().tally, provided: 1 } }) }, { table: 'notices', row: notice })
  await town.database.db.transaction().execute(trx => provideNotice(trx, TOWN_ID, { noticeId: notice.id, consentId, attempt: 1, now, file: { sha256: sha256Hex(FILE), bytes: FILE } }))
  return notice
}

const fallBackNow = () => fallBack({ db: town.database.db, townId: TOWN_ID, clock: town.clock }, async () => true)
const stored = async (): Promise<{ readonly notice: Notice; readonly run: NoticeRun }> => {
  const rows = await loadRunRows(town.database.db, TOWN_ID, { runs: [aNoticeRun().id], notices: [aNotice().id] }, false)
  const [notice, run] = [rows.notice(aNotice().id), rows.run(aNoticeRun().id)]
  if (!notice || !run) throw new Error('the notice is gone')
  return { notice, run }
}
const clockOn = (notice: Notice, on: string, ruleSetId = 'vwvfg') => clockOf({ facts: notice.facts, ruleSet: ruleSetCalled(ruleSetId, STANDARD_RULE_SETS), on })

test('from the list over the e-mail to an agreement, and out of it again', async () => {
  expect((await get('/portal')).body).toContain('href="/portal/notices"')
  const page = textOf((await get('/portal/notices')).body)
  expect(page).toMatch(/Hundesteuer Achtung: Er gilt wenige Tage später .*Umlage der Unterhaltungsverbände Bitte öffnen Sie ihn innerhalb von 10 Tagen/)
  expect(page).not.toContain('Nur Post')
  const asked = await ask()
  expect([asked.statusCode, to(asked)]).toEqual([303, '/portal/notices/sent'])
  expect(textOf((await get(to(asked))).body)).toContain('Der Link gilt 24 Stunden')
  const [mail, ...more] = await mails()
  expect([more.length, mail?.to, mail?.subject]).toEqual([0, [TYPED.email], 'Bitte bestätigen: Bescheide ins Postfach – Stadt Tangerhütte'])
  for (const secret of [TYPED.name, TYPED.reference, 'Umlage']) expect(`${mail?.subject} ${mail?.text}`).not.toContain(secret)
  const link = linkIn(mail?.text)
  // Programs that look into e-mails open links: that alone changes nothing.
  const opened = await get(link)
  expect(textOf(opened.body)).toMatch(/Möchten Sie diese Bescheide ins Postfach\? .*Umlage der Unterhaltungsverbände .*4711\.0815\.1 .*A…@example\.org .*Ja, ins Postfach/)
  expect([opened.body.includes('Aenne.'), await consents()]).toEqual([false, []])
  expect(to(await post(`${link}/confirmation`))).toBe(`${link}?done=confirmed`)
  expect(textOf((await get(`${link}?done=confirmed`)).body)).toContain('Alles erledigt: Ihr nächster Bescheid kommt hierher.')
  await post(`${link}/confirmation`)
  expect(await consents()).toMatchObject([{ reference: '4711.0815.1', name: 'Änne Großkopf', email: TYPED.email, how: 'portal', withdrawn_at: null }])
  expect(textOf((await get(`${link}/withdrawal`)).body)).toContain('Möchten Sie Ihre Bescheide wieder mit der Post?')
  expect((await consents())[0]?.withdrawn_at).toBeNull()
  expect(to(await post(`${link}/withdrawal`))).toBe(link)
  expect([textOf((await get(link)).body).includes('Ihre Bescheide kommen wieder mit der Post.'), (await consents())[0]?.withdrawn_at]).toEqual([true, instantFromMs(START_MS)])
  await post(`${link}/confirmation`)
  expect((await consents())[0]?.withdrawn_at).not.toBeNull()
})

test('nobody takes the mailbox of somebody else to an address of their own', async () => {
  await agreed()
  await ask({ email: 'other@example.org' })
  const [mail] = await mails()
  expect(mail?.to).toEqual(['other@example.org'])
  const link = linkIn(mail?.text)
  const refused = await post(`${link}/confirmation`)
  expect([refused.statusCode, textOf(refused.body)]).toEqual([409, expect.stringContaining('schon ein Postfach mit einer anderen E-Mail-Adresse')])
  expect(await consents()).toMatchObject([{ email: TYPED.email, withdrawn_at: null }])
})

test('the answer says nothing of whether there is such a Kassenzeichen, and nobody is written to more than three times a day', async () => {
  await agreed()
  const answers = [await ask(), await ask({ reference: 'gibt.es.nicht', name: 'Niemand' }), await ask({ email: 'other@example.org' }), await ask()]
  expect(new Set(answers.map(answer => `${answer.statusCode} ${to(answer)} ${answer.body}`)).size).toBe(1)
  // The fourth of one address in a day is not sent.
  expect((await mails()).map(mail => mail.to[0])).toEqual(expect.arrayContaining([TYPED.email, TYPED.email, 'other@example.org']))
  expect(await town.database.db.selectFrom('consent_requests').select('id').execute()).toHaveLength(4)
  const asked = app.inject({ method: 'POST', url: '/public/v1/notices/mailboxes', payload: { kindId: 'umlage', reference: '1', name: 'N', email: 'third@example.org', language: 'en' } })
  expect((await asked).statusCode).toBe(202)
  const [mail] = await mails()
  expect([mail?.subject, mail?.text.includes('?lang=en')]).toEqual(['Please confirm: notices in a mailbox – Stadt Tangerhütte', true])
})

test('what is wrong is told beside its field; a kind that comes by post only is none', async () => {
  const wrong = await ask({ kind: 'by-post', reference: ' ', name: '', email: 'nichts' })
  expect([wrong.statusCode, textOf(wrong.body)]).toEqual([422, expect.stringMatching(/Das hat noch nicht geklappt .*Bitte wählen Sie.*Bitte tragen Sie das Kassenzeichen.*Bitte tragen Sie Ihren Namen.*name@example\.org/)])
  const refused = await app.inject({ method: 'POST', url: '/public/v1/notices/mailboxes', payload: { kindId: 'by-post', reference: '1', name: 'N', email: 'a@example.org', language: 'de' } })
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'notices/no-mailbox'])
  expect(textOf((await ask({ name: '' }, '?lang=en')).body)).toContain('Please enter your name.')
})

test('a link is good for 24 hours; then the address is forgotten, and a made-up link leads nowhere', async () => {
  await ask()
  const link = linkIn((await mails())[0]?.text)
  town.clock.set(START_MS + DAY_MS)
  expect([(await get(link)).statusCode, (await post(`${link}/confirmation`)).statusCode, await consents()]).toEqual([410, 410, []])
  expect(await forgetUnconfirmedMailboxes(town.database.db, TOWN_ID, instantFromMs(town.clock.nowMs()))).toBe(1)
  expect((await get(link)).statusCode).toBe(410)
  const madeUp = `/portal/notices/${'A'.repeat(43)}`
  expect([(await get(madeUp)).statusCode, (await post(`${madeUp}/confirmation`)).statusCode, (await get(`${madeUp}/files/${randomUUID()}`)).statusCode]).toEqual([404, 404, 404])
  const keys = await town.database.db.selectFrom('consent_keys').select('key_hash').execute()
  expect(keys.map(({ key_hash: hash }) => hash)).toEqual([sha256Hex(link.split('/').at(-1) ?? '')])
})

test('a notice is told without saying what it is, opened by a button alone, and kept as it was approved', async () => {
  const link = await agreed()
  const notice = await provided()
  const [mail, ...more] = await mails()
  expect([more.length, mail?.to, linkIn(mail?.text)]).toEqual([0, [TYPED.email], link])
  for (const secret of ['Großkopf', '4711', 'Umlage', 'Bescheid', '14,57']) expect(`${mail?.subject} ${mail?.text}`).not.toContain(secret)
  const page = textOf((await get(link)).body)
  expect(page).toMatch(/Umlage der Unterhaltungsverbände Neu .*1\. Januar 2025 bis 31\. Dezember 2025 .*14,57 € .*4711\.0815\.1 .*bis zum Ende dieses Tages: 2\. Dezember 2026/)
  expect((await get(`${link}/files/${notice.id}`)).statusCode).toBe(404)
  expect((await stored()).notice.sent?.state).toBe('provided')
  town.clock.set(START_MS + DAY_MS)
  expect(to(await post(`${link}/retrievals/${notice.id}`))).toBe(`${link}#notice-${notice.id}`)
  town.clock.set(START_MS + 2 * DAY_MS)
  await post(`${link}/retrievals/${notice.id}`)
  const { notice: after, run } = await stored()
  expect([after.sent?.state, after.facts.map(({ kind, day }) => `${kind} ${day}`), run.tally]).toEqual(['retrieved', ['provided 2026-11-22', 'retrieved 2026-11-23'], { ...aNoticeRun().tally, retrieved: 1 }])
  expect(clockOn(after, '2026-11-25')).toMatchObject({ state: 'open', announced: { day: '2026-11-24' }, period: { day: '2026-12-24' } })
  const file = await get(`${link}/files/${notice.id}`)
  expect([file.rawPayload.equals(FILE), file.headers['content-type'], file.headers['content-disposition']]).toEqual([true, 'application/pdf', 'attachment; filename="Bescheid-2026-11-22.pdf"'])
  expect((await get(link)).body).toContain(sha256Hex(FILE))
  expect(await fallBackNow()).toBe(0)
})

test('nobody opens what lies in the mailbox of another', async () => {
  await agreed()
  const notice = await provided()
  const stranger = await agreed({ reference: 'other', email: 'other@example.org' })
  expect([(await post(`${stranger}/retrievals/${notice.id}`)).statusCode, (await get(`${stranger}/files/${notice.id}`)).statusCode, (await stored()).notice.sent?.state]).toEqual([404, 404, 'provided'])
})

test('what nobody opens within ten German days goes by post, once; opened later it stays so', async () => {
  const link = await agreed()
  const notice = await provided()
  await mails()
  town.clock.set(Date.UTC(2026, 11, 2, 22, 59))
  expect(await fallBackNow()).toBe(0)
  town.clock.set(Date.UTC(2026, 11, 2, 23, 1))
  expect([await fallBackNow(), await fallBackNow()]).toEqual([1, 0])
  const { notice: back, run } = await stored()
  expect([back.sent, back.checked?.channel, run.handedOverAt, run.tally.provided]).toEqual([null, 'post', null, 0])
  expect(textOf((await get(link)).body)).not.toContain('bis zum Ende dieses Tages')
  await post(`${link}/retrievals/${notice.id}`)
  const { notice: late } = await stored()
  expect([late.sent, late.facts.map(({ kind }) => kind), clockOn(late, '2026-12-03').state]).toEqual([null, ['provided', 'retrieved'], 'repeat'])
  const posted = { ...late, facts: [...late.facts, { id: derivedUuid('test', 'posted'), kind: 'posted' as const, day: '2026-12-04', at: instantFromMs(town.clock.nowMs()), byPersonId: null, byName: '', note: '', isAbroad: false }] }
  expect(clockOn(posted, '2026-12-09')).toMatchObject({ state: 'open', announced: { day: '2026-12-08', by: 'posted' } })
})

test('an e-mail that cannot be delivered is told to staff, and the notice goes by post at once, by any law', async () => {
  await agreed({ kind: 'hundesteuer' })
  await provided('hundesteuer')
  await mails(true)
  expect([await fallBackNow(), await fallBackNow()]).toEqual([1, 0])
  const { notice } = await stored()
  expect([notice.sent, notice.facts.map(({ kind }) => kind), (await consents())[0]?.email_failed_at]).toEqual([null, ['provided', 'never-received'], instantFromMs(START_MS)])
  expect(clockOn(notice, '2026-11-30', 'ao').state).toBe('repeat')
})

test('an agreement that is withdrawn sends what lies unopened by post, except where the law takes it for announced', async () => {
  const link = await agreed()
  await provided()
  await post(`${link}/withdrawal`)
  expect(await fallBackNow()).toBe(1)
  await town.database.db.deleteFrom('notice_provisions').execute()
  await town.database.db.deleteFrom('notices').execute()
  const deemed = await agreed({ kind: 'hundesteuer' })
  await provided('hundesteuer')
  await mails()
  await post(`${deemed}/withdrawal`)
  town.clock.set(START_MS + 40 * DAY_MS)
  expect(await fallBackNow()).toBe(0)
  expect(clockOn((await stored()).notice, '2026-12-31', 'ao')).toMatchObject({ announced: { day: '2026-11-26' }, state: 'final' })
})

test('a new agreement of the same address ends the earlier one, however the name is spelt', async () => {
  await agreed()
  town.clock.set(START_MS + HOUR_MS)
  await agreed({ name: 'AENNE  GROSSKOPF' })
  expect((await consents()).map(({ name, withdrawn_at: ended }) => [name, ended !== null])).toEqual([[TYPED.name, true], ['AENNE  GROSSKOPF', false]])
})
