import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Change } from '../../shared/command.ts'
import type { MessageDesk } from '../../shared/domains/messages/conversation-tables.ts'
import { aMessageDesk } from '../../shared/domains/messages/testing.ts'
import { MessageId, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { forgetOldConversations } from '../domains/messages/forget.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, posting, textOf, to, visiting } from './testing.ts'

/** Monday, 23 November 2026, 10:00 in Germany. */
const START_MS = Date.UTC(2026, 10, 23, 9, 0)
const DAY_MS = 86_400_000

let town: TestTown
let app: FastifyInstance
const change = (...changes: readonly Change[]) => town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(town.clock.nowMs()) }, changes))
const setDesk = (overrides: Partial<MessageDesk> = {}) => change({ table: 'message_desks', row: aMessageDesk(overrides) })
beforeAll(async () => {
  town = await townForCitizens()
  town.clock.set(START_MS)
  await change({ table: 'departments', row: { id: aMessageDesk().id, scope: 'town', version: 0, name: 'Ordnungsamt', position: 1, letterhead: null, closedAt: null } })
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  const { db } = town.database
  for (const table of ['conversation_files', 'conversation_messages', 'conversations', 'jobs', 'absence_notes', 'blobs'] as const) await db.deleteFrom(table).execute()
  await setDesk()
  app = await citizensApp(town)
  return () => app.close()
})

const { get, post } = visiting(() => app)
const TYPED = { topic: 'ordnung/0', subject: 'Laterne', text: 'Die Laterne vor Nummer 12 ist aus.', name: 'Änne Großkopf', email: 'aenne@example.org', phone: '' }
const send = (fields: Partial<typeof TYPED & { key: string }> = {}) => post('/portal/conversations', { key: randomUUID(), ...TYPED, ...fields })
const begun = async (fields: Parameters<typeof send>[0] = {}): Promise<string> => to(await send(fields)).replace(/\?.*/, '')
const conversations = () => town.database.db.selectFrom('conversations').selectAll().execute()
const messages = () => town.database.db.selectFrom('conversation_messages').selectAll().orderBy('sent_at').orderBy('kind').execute()
const jobs = async () => (await town.database.db.selectFrom('jobs').select(['key', 'payload']).orderBy('key').execute()).map(job => job.key.replace(/[\w-]{36}/, 'id')).toSorted()

/** What a desk answers, as the service writes it. */
async function answer(text: string): Promise<MessageId> {
  const [row] = await conversations()
  const id = MessageId.parse(randomUUID())
  const at = instantFromMs(town.clock.nowMs())
  await change({ table: 'conversation_messages', row: { id, scope: row?.scope ?? '', version: 0, conversationId: row?.id as never, applicationId: null, kind: 'to-citizen', text, authorId: null, authorName: 'Katrin Sommer', sentAt: at, providedAt: at, retrievedAt: null } })
  return id
}

test('from the form to a conversation behind a link, in both directions, with proof that an answer was read', async () => {
  expect((await get('/portal')).body).toContain('href="/portal/conversations"')
  const form = await get('/portal/conversations')
  expect(form.body).toContain('<option value="ordnung/0" lang="de">Straßen und Wege</option>')
  expect(form.body).not.toMatch(/<script|onclick|javascript:/i)
  const key = randomUUID()
  const done = await send({ key })
  expect([done.statusCode, to(done)]).toEqual([303, expect.stringMatching(/^\/portal\/conversations\/[\w-]{43}\?done=received$/)])
  expect(to(await send({ key }))).toBe(to(done))
  expect(await conversations()).toMatchObject([{ scope: 'department:ordnung', state: 'new', unread: 1, via: 'portal', due_at: '2026-11-26T22:59:59.999Z' }])
  const [link = ''] = to(done).split('?')
  const page = await get(to(done))
  for (const part of ['Ihre Nachricht ist angekommen.', 'Antwort bis Donnerstag, 26. November 2026', TYPED.text]) expect(textOf(page.body)).toContain(part)
  expect(page.body).not.toContain('aenne@example.org')
  const id = await answer('Wir kümmern uns.')
  expect((await get(link)).body).not.toContain('Wir kümmern uns.')
  expect(to(await post(`${link}/messages/${id}/retrieval`))).toBe(`${link}#message-${id}`)
  expect(textOf((await get(link)).body)).toContain('Katrin Sommer 23. November 2026 um 10:00 Wir kümmern uns. Geöffnet am 23. November 2026')
  const messageId = randomUUID()
  for (let time = 0; time < 2; time++) expect(to(await post(`${link}/messages`, { messageId, text: 'Danke!' }))).toBe(`${link}?done=sent`)
  expect((await messages()).map(({ kind }) => kind).toSorted()).toEqual(['from-citizen', 'from-citizen', 'to-citizen'])
  expect(await conversations()).toMatchObject([{ unread: 2 }])
  expect(await jobs()).toEqual(['conversation/id/received'])
})

test('what is missing or wrong stands beside its field, and nothing typed is lost', async () => {
  const wrong = await send({ subject: '', email: 'aenne', text: '<b>Text</b>' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('id="subject-problem"')
  expect(wrong.body).toContain('id="email-problem"')
  expect(wrong.body).toContain('&lt;b&gt;Text&lt;/b&gt;</textarea>')
  expect([(await send({ topic: 'bau/0' })).statusCode, (await conversations()).length]).toEqual([404, 0])
})

test('nothing tells whether there is something behind another link', async () => {
  const link = await begun()
  const other = `${link.slice(0, -3)}abc`
  const id = await answer('Geheim')
  for (const [one, more] of [[other, ''], ['/portal/conversations/x', ''], [other, `/files/${id}`], [link, `/files/${id}`]] as const) expect((await get(`${one}${more}`)).statusCode).toBe(404)
  expect((await post(`${other}/messages/${id}/retrieval`)).statusCode).toBe(404)
  expect((await post(`${other}/messages`, { text: 'x' })).statusCode).toBe(404)
})

test('notes of staff and answers that are not provided yet are never shown', async () => {
  const link = await begun()
  const [row] = await conversations()
  const at = instantFromMs(START_MS)
  const usual = { scope: 'department:ordnung', version: 0, conversationId: row?.id as never, applicationId: null, authorId: null, authorName: 'Katrin', sentAt: at, retrievedAt: null }
  const note = MessageId.parse(randomUUID())
  await change(
    { table: 'conversation_messages', row: { ...usual, id: note, kind: 'note', text: 'Kennen wir.', providedAt: at } },
    { table: 'conversation_messages', row: { ...usual, id: MessageId.parse(randomUUID()), kind: 'to-citizen', text: 'Noch nicht.', providedAt: null } },
  )
  const { body } = await get(link)
  for (const secret of ['Kennen wir.', 'Noch nicht.', note]) expect(body).not.toContain(secret)
})

test('files come along, are judged by their bytes and are given back behind the link alone', async () => {
  const file = new File([new TextEncoder().encode('%PDF-1.4\n%%EOF\n')], 'Plan.pdf', { type: 'application/pdf' })
  const done = await app.inject({ method: 'POST', url: '/portal/conversations', ...(await posting({ key: randomUUID(), ...TYPED, files: file })) })
  const [link = ''] = to(done).split('?')
  const [kept] = await town.database.db.selectFrom('conversation_files').selectAll().execute()
  expect(kept).toMatchObject({ filename: 'Plan.pdf', media_type: 'application/pdf', scope: 'department:ordnung' })
  expect((await get(`${link}/files/${kept?.id}`)).headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''Plan.pdf" })
  const bad = new File([new TextEncoder().encode('MZ')], 'Plan.pdf', { type: 'application/pdf' })
  expect((await app.inject({ method: 'POST', url: '/portal/conversations', ...(await posting({ key: randomUUID(), ...TYPED, files: bad })) })).statusCode).toBe(415)
})

test('no more than five of one address wait, and no more than ten in a row', async () => {
  for (let count = 0; count < 5; count++) expect((await send()).statusCode).toBe(303)
  expect((await send({ email: 'AENNE@example.org' })).statusCode).toBe(409)
  const link = await begun({ email: 'b@example.org' })
  for (let count = 0; count < 9; count++) expect((await post(`${link}/messages`, { text: `Nachricht ${count}` })).statusCode).toBe(303)
  const refused = await post(`${link}/messages`, { text: 'Noch eine' })
  expect([refused.statusCode, refused.body.includes('Noch eine</textarea>')]).toEqual([409, true])
})

test('away: told once for each absence, and again for the next one', async () => {
  await setDesk({ absence: { fromDay: '2026-11-23', untilDay: '2026-11-27', text: { de: 'Wir ziehen um.', en: 'We are moving.' } } })
  const link = await begun()
  await post(`${link}/messages`, { text: 'Noch etwas' })
  const automatic = async () => (await messages()).filter(({ kind }) => kind === 'automatic')
  expect(await automatic()).toMatchObject([{ text: expect.stringMatching(/Ab Montag, 30\. November 2026 .*\n\nWir ziehen um\./), provided_at: '2026-11-23T09:00:00.000Z' }])
  expect(await jobs()).toEqual(['conversation/id/received'])
  town.clock.set(START_MS + 7 * DAY_MS)
  await setDesk({ absence: { fromDay: '2026-11-30', untilDay: '2026-12-01', text: { de: '', en: '' } } })
  await post(`${link}/messages`, { text: 'Hallo?' })
  expect((await automatic()).length).toBe(2)
  expect(await jobs()).toEqual(['conversation/id/received', 'conversation/id/waiting'])
})

test('whoever has it in hand is away, or the town hall is closed', async () => {
  const link = await begun()
  const person = PersonId.parse('0192a000-0000-7000-8000-0000000000a1')
  await change({ table: 'absence_notes', row: { id: person, scope: 'town', version: 0, name: 'Katrin', absence: { fromDay: '2026-11-23', untilDay: '2026-11-23', text: { de: '', en: '' } } } })
  await post(`${link}/messages`, { text: 'Eins' })
  expect((await messages()).filter(({ kind }) => kind === 'automatic')).toEqual([])
  await town.database.db.updateTable('conversations').set({ assignee_id: person, assignee_name: 'Katrin' }).execute()
  await post(`${link}/messages`, { text: 'Zwei' })
  expect((await messages()).filter(({ kind }) => kind === 'automatic')).toMatchObject([{ text: expect.not.stringContaining('Katrin') }])
  town.clock.set(Date.UTC(2026, 11, 25, 9))
  await begun({ email: 'c@example.org' })
  expect((await messages()).filter(({ kind }) => kind === 'automatic').at(-1)?.text).toContain('Ab Montag, 28. Dezember 2026')
})

test('what nobody waits for is forgotten after its time, files and all; what waits is not', async () => {
  const file = new File([new TextEncoder().encode('%PDF-1.4\n%%EOF\n')], 'Plan.pdf', { type: 'application/pdf' })
  await app.inject({ method: 'POST', url: '/portal/conversations', ...(await posting({ key: randomUUID(), ...TYPED, files: file })) })
  const { db } = town.database
  const forget = (days: number) => forgetOldConversations(db, TOWN_ID, instantFromMs(START_MS + days * DAY_MS))
  expect(await forget(2_000)).toBe(0)
  await db.updateTable('conversations').set({ state: 'closed', waiting_since: null, due_at: null }).execute()
  await db.updateTable('conversations').set({ closed_at: instantFromMs(START_MS + 10 * DAY_MS) }).execute()
  // Kept from the end on, and never while somebody works on it.
  expect(await forget(370)).toBe(0)
  await db.updateTable('conversations').set({ state: 'open' }).execute()
  expect(await forget(2_000)).toBe(0)
  await db.updateTable('conversations').set({ state: 'closed' }).execute()
  expect([await forget(374), await forget(376)]).toEqual([0, 1])
  expect([(await conversations()).length, (await messages()).length, (await db.selectFrom('blobs').select('id').execute()).length]).toEqual([0, 0, 0])
})

/** What a browser sends with files beside the words. */
const sendWith = async (file: File, fields: Partial<typeof TYPED & { key: string }> = {}) =>
  app.inject({ method: 'POST', url: '/portal/conversations', ...(await posting({ key: randomUUID(), ...TYPED, ...fields, files: file })) })
const aPdf = (name: string, more = ''): File => new File([new TextEncoder().encode(`%PDF-1.4\n${more}%%EOF\n`)], name, { type: 'application/pdf' })

test('gone back after sending, whoever writes something else has written another message, and the same again none', async () => {
  const key = randomUUID()
  const first = to(await sendWith(aPdf('Plan.pdf'), { key }))
  expect(to(await sendWith(aPdf('Plan.pdf'), { key }))).toBe(first)
  const others = [await sendWith(aPdf('Plan.pdf'), { key, text: 'Jetzt ist auch Nummer 14 dunkel.' }), await sendWith(aPdf('Plan.pdf', 'other\n'), { key })].map(to)
  expect(new Set([first, ...others]).size).toBe(3)
  const link = first.replace(/\?.*/, '')
  const messageId = randomUUID()
  for (const text of ['Eins', 'Eins', 'Zwei']) expect((await post(`${link}/messages`, { messageId, text })).statusCode).toBe(303)
  const { body } = await get(link)
  expect([body.match(/>Eins</g)?.length, body.match(/>Zwei</g)?.length]).toEqual([1, 1])
})

test('words of citizens are shown as words: no markup, no links, no address of a script', async () => {
  const evil = '<script>alert(1)</script> <a href="javascript:alert(1)">hier</a> https://example.org/<img src=x onerror=alert(1)>'
  const link = await begun({ subject: `"><b>${evil}`, text: evil, name: `<i>${evil}`.slice(0, 120) })
  const { body } = await get(link)
  expect(textOf(body).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')).toContain(evil)
  for (const markup of ['<script', '<img', '<b>', '<i>', 'href="javascript:', 'href="https://example.org']) expect(body).not.toContain(markup)
  const failed = await post(`${link}/messages`, { text: `</textarea>${evil}`.padEnd(9_000, ' ') })
  expect(failed.statusCode).toBe(303)
})

test('names of files are made plain, control characters never come in, and what a scanner finds is kept nowhere', async () => {
  const link = to(await sendWith(aPdf('..\\..\\etc/passwd\u202Efdp.exe\u0000\r\n.pdf'), { subject: 'Laterne\u0000\u0007', text: 'Zeile\u0000 eins\r\nZeile zwei' })).replace(/\?.*/, '')
  const [kept] = await town.database.db.selectFrom('conversation_files').selectAll().execute()
  expect(kept?.filename).toMatch(/^passwdfdp\.exe\S*\.pdf$/)
  expect(await conversations()).toMatchObject([{ subject: 'Laterne' }])
  expect(await messages()).toMatchObject([{ text: 'Zeile eins\nZeile zwei' }])
  expect((await get(`${link}/files/${kept?.id}`)).headers['content-disposition']).not.toMatch(/[\r\n/\\]/)
  const strict = await citizensApp(town, { scanner: { scan: async () => ({ kind: 'infected', finding: 'Eicar' }) } })
  const before = await town.database.db.selectFrom('blobs').select('id').execute()
  const refused = await strict.inject({ method: 'POST', url: '/portal/conversations', ...(await posting({ key: randomUUID(), ...TYPED, files: aPdf('Fund.pdf') })) })
  expect([refused.statusCode, refused.body.includes('Fund.pdf'), refused.body.includes(`${TYPED.text}</textarea>`)]).toEqual([422, true, true])
  const replied = await strict.inject({ method: 'POST', url: `${link}/messages`, ...(await posting({ messageId: randomUUID(), text: 'Noch eine Datei', files: aPdf('Fund.pdf') })) })
  expect([replied.statusCode, replied.body.includes('Noch eine Datei</textarea>')]).toEqual([422, true])
  expect([(await conversations()).length, (await messages()).length, await town.database.db.selectFrom('blobs').select('id').execute()]).toEqual([1, 1, before])
  await strict.close()
})

test('a file of 30 MB is refused, and what was typed is still there', async () => {
  const large = new File([new TextEncoder().encode('%PDF-1.4\n'), new Uint8Array(30 * 1024 * 1024)], 'Film.pdf', { type: 'application/pdf' })
  const refused = await sendWith(large)
  expect([refused.statusCode, refused.body.includes('Ein Anhang ist zu groß (Datei 1).'), refused.body.includes(`${TYPED.text}</textarea>`), (await conversations()).length]).toEqual([413, true, true, 0])
})

test('thousands from one connection, to whichever process, come to an end, told in words, with what was typed; others and those who mistype do not', async () => {
  const [limited, another] = [await citizensApp(town, { requestsPerMinute: 60 }), await citizensApp(town, { requestsPerMinute: 60 })]
  const write = (email: string, remoteAddress: string, subject = 'Laterne', at = limited) =>
    at.inject({ method: 'POST', url: '/portal/conversations', remoteAddress, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ key: randomUUID(), ...TYPED, email, subject }).toString() })
  for (let count = 0; count < 10; count++) expect((await write('a@example.org', '10.0.0.9', '')).statusCode).toBe(422)
  const statuses: number[] = []
  for (let count = 0; count < 21; count++) statuses.push((await write(`stranger${count}@example.org`, '10.0.0.9', 'Laterne', count % 2 === 0 ? limited : another)).statusCode)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429])
  const refused = await write('next@example.org', '10.0.0.9')
  expect(textOf(refused.body)).toMatch(/Bitte senden Sie diese in etwa \d+ Minuten noch einmal, oder rufen Sie uns an\./)
  expect([refused.body.includes(`${TYPED.text}</textarea>`), Number(refused.headers['retry-after']) > 0, (await write('b@example.org', '10.0.0.10')).statusCode]).toEqual([true, true, 303])
  expect((await jobs()).length).toBe(21)
  await Promise.all([limited.close(), another.close()])
})

test('two replies in one moment, or one that is sent again, lead to one answer of absence and to one e-mail about it', async () => {
  const link = await begun()
  await setDesk({ absence: { fromDay: '2026-11-23', untilDay: '2026-11-27', text: { de: '', en: '' } } })
  const other = await citizensApp(town)
  const reply = (one: FastifyInstance, messageId: string) => one.inject({ method: 'POST', url: `${link}/messages`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ messageId, text: 'Hallo?' }).toString() })
  const again = randomUUID()
  const answers = await Promise.all([reply(app, again), reply(other, again), reply(app, randomUUID()), reply(other, randomUUID())])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303])
  expect((await messages()).map(({ kind }) => kind).toSorted()).toEqual(['automatic', 'from-citizen', 'from-citizen', 'from-citizen', 'from-citizen'])
  expect((await jobs()).toSorted()).toEqual(['conversation/id/received', 'conversation/id/waiting'])
  await other.close()
})

test('the link goes on after closing, opens nothing of another conversation, and leads nowhere after erasure', async () => {
  const [link, other] = [await begun(), await begun({ email: 'b@example.org' })]
  const { db } = town.database
  const [first] = await db.selectFrom('conversation_messages').innerJoin('conversations', 'conversations.id', 'conversation_messages.conversation_id').select('conversation_messages.id').where('email', '=', TYPED.email).execute()
  await db.updateTable('conversations').set({ state: 'closed', waiting_since: null, due_at: null, unread: 0 }).execute()
  expect(textOf((await get(link)).body)).toContain('erledigt')
  expect((await post(`${other}/messages/${first?.id}/retrieval`)).statusCode).toBe(404)
  expect((await post(`${link}/messages`, { text: 'Es ist wieder dunkel.' })).statusCode).toBe(303)
  expect((await conversations()).map(({ state, unread }) => `${state} ${unread}`).toSorted()).toEqual(['closed 0', 'open 1'])
  await forgetOldConversations(db, TOWN_ID, instantFromMs(START_MS + 366 * DAY_MS))
  expect([(await get(link)).statusCode, (await get(other)).statusCode, (await post(`${other}/messages`, { text: 'x' })).statusCode]).toEqual([200, 404, 404])
})

test('a second click after going back and changing something makes no third message', async () => {
  const key = randomUUID()
  const first = to(await send({ key }))
  const others = [await send({ key, text: 'Auch Nummer 14.' }), await send({ key, text: 'Auch Nummer 14.' })].map(to)
  expect([new Set(others).size, others[0] === first, (await conversations()).length]).toEqual([1, false, 2])
  const link = first.replace(/\?.*/, '')
  const messageId = randomUUID()
  for (const text of ['Eins', 'Zwei', 'Zwei']) await post(`${link}/messages`, { messageId, text })
  expect((await get(link)).body.match(/>Zwei</g)?.length).toBe(1)
})

test('a mistyped address, number or topic is put right by sending again, and the new address is told', async () => {
  await setDesk({ topics: [...aMessageDesk().topics, { de: 'Hunde', en: 'Dogs' }] })
  const key = randomUUID()
  const first = to(await send({ key, email: 'anne@example.org' }))
  for (let time = 0; time < 2; time++) expect(to(await send({ key, phone: '03935 1', topic: 'ordnung/1' }))).toBe(first)
  expect(await conversations()).toMatchObject([{ email: TYPED.email, phone: '03935 1', topic: 'Hunde', unread: 1 }])
  expect((await jobs()).length).toBe(2)
})

test('a file put beside the same words is another message', async () => {
  const link = await begun()
  const messageId = randomUUID()
  const reply = async (file: File) => app.inject({ method: 'POST', url: `${link}/messages`, ...(await posting({ messageId, text: 'Anbei', files: file })) })
  for (const file of [aPdf('Eins.pdf'), aPdf('Eins.pdf'), aPdf('Zwei.pdf', 'other\n')]) expect((await reply(file)).statusCode).toBe(303)
  expect((await town.database.db.selectFrom('conversation_files').select('filename').execute()).map(({ filename }) => filename).toSorted()).toEqual(['Eins.pdf', 'Zwei.pdf'])
})

test('whoever wrote ten times and was put away without an answer can write again, and more than once', async () => {
  const link = await begun()
  for (let count = 0; count < 9; count++) await post(`${link}/messages`, { text: `Nachricht ${count}` })
  await town.database.db.updateTable('conversations').set({ state: 'closed', waiting_since: null, due_at: null, unread: 0, closed_at: instantFromMs(START_MS) }).execute()
  town.clock.set(START_MS + DAY_MS)
  for (const text of ['Wieder ich', 'Und noch etwas']) expect((await post(`${link}/messages`, { text })).statusCode).toBe(303)
})
