import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../shared/command.ts'
import type { Attachment } from '../../shared/domains/applications/tables.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import type { Conversation } from '../../shared/domains/messages/conversation-tables.ts'
import { aConversation, aConversationMessage, aMessageDesk } from '../../shared/domains/messages/testing.ts'
import { anActor, aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, AttachmentId, DepartmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { instantFromMs, msOf, plusDays } from '../../shared/time.ts'
import { aCommand, testPipeline } from '../commands/testing.ts'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import { createSmtpTransport, type MailTransport } from '../delivery/smtp.ts'
import { aLog } from '../delivery/testing.ts'
import { createWorker } from '../delivery/worker.ts'
import { keepBlob } from '../http/blobs/blob-store.ts'
import { commitChanges } from '../store/commit.ts'
import { loadChildren, loadRecords } from '../store/records.ts'
import { anOrigin, TEST_TIME, testEngines } from '../store/testing.ts'
import { COMPLETIONS } from './completions.ts'
import { EFFECTS } from './effects.ts'
import { TEST_GUARDS, townPerTest } from './testing.ts'
import { findConversation } from './messages/conversation-rows.ts'
import { forgetOldConversations } from './messages/forget.ts'
import { createConversationLinks } from './messages/conversation-links.ts'
import { createConversationDelivery } from './messages/mail/deliver-conversation.ts'

const clock = { nowMs: () => msOf(TEST_TIME) }
const one = aConversation('one', { version: 0 })
const question = aConversationMessage('one', { version: 0 })
const BYTES = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
const FILE = { id: AttachmentId.parse(derivedUuid('test', 'plan')), filename: 'Plan.pdf', mediaType: 'application/pdf', size: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex') }

describe.each(testEngines())('conversations on $kind', ({ kind, open }) => {
  const own = townPerTest(open)
  let sink: MailSink
  let transport: MailTransport
  beforeEach(async () => {
    const department = (id: string, position: number): Change => ({ table: 'departments', row: { id: DepartmentId.parse(id), scope: 'town', version: 0, name: id, position, letterhead: null, closedAt: null } })
    await add([department('ordnung', 1), department('bau', 2), { table: 'message_desks', row: aMessageDesk({ version: 0 }) }, { table: 'conversations', row: one }, { table: 'conversation_messages', row: question }])
    sink = await startMailSink({ port: 0 })
    transport = createSmtpTransport(sink.smtpUrl)
  })
  afterEach(async () => {
    transport.close()
    await sink.close()
  })

  const add = (changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const stored = async (): Promise<Conversation> => (await loadRecords(own.database.db, own.townId, [{ table: 'conversations', id: one.id }], false)).get(`conversations/${one.id}`) as Conversation
  const rows = (table: 'conversation_messages' | 'conversation_files' | 'attachments') => own.database.db.selectFrom(table).select(['id', 'scope', 'application_id']).where('town_id', '=', own.townId).execute()
  async function run(label: string, name: string, input: Json, actor = anActor('clerk', '1', { townId: own.townId })): Promise<string> {
    // What may not have changed says so; all others are the same however often they come.
    const about = name === 'messages.redirect' ? { table: 'conversations' as const, id: one.id } : name === 'applications.hand-over' ? { table: 'applications' as const, id: anApplication().id } : null
    const row = about && [...(await loadRecords(own.database.db, own.townId, [about], false)).values()][0]
    const basedOn = about && row ? [{ ...about, version: row.version }] : []
    const [answer] = await testPipeline(own.database, { clock, effects: EFFECTS, guards: TEST_GUARDS, completions: COMPLETIONS })
      .run(actor, [aCommand(label, name, input, { basedOn })])
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const answered = (more: Record<string, Json> = {}): Json => ({ conversationId: one.id, text: 'Wir kümmern uns um Laterne 12.', files: [], seen: null, seenQuestion: question.id, closes: false, ...more })
  const deliver = () => createConversationDelivery({ database: own.database, transport, sender: { townName: 'Stadt Tangerhütte', from: 'rathaus@tangerhuette.example' }, links: createConversationLinks(own.database), portalUrl: () => 'https://portal.example' })
  const worker = () => createWorker({ database: own.database, townId: own.townId, clock, deliver: new Map([['conversation-email', deliver()]]), log: aLog(), random: () => 0 })

  test('an answer is provided in its transaction and told of exactly once, also when it is sent again or two workers look', async () => {
    expect([await run('a', 'messages.answer', answered()), await run('a', 'messages.answer', answered())]).toEqual(['applied', 'applied'])
    expect(await own.database.db.selectFrom('conversation_messages').select(['kind', 'provided_at']).where('town_id', '=', own.townId).where('kind', '=', 'to-citizen').execute()).toEqual([{ kind: 'to-citizen', provided_at: TEST_TIME }])
    await Promise.all([worker().runDue(), worker().runDue()])
    await worker().runDue()
    const [mail, ...more] = sink.messages()
    expect([more.length, mail?.to, mail?.subject]).toEqual([0, ['aenne@example.org'], 'Eine Nachricht liegt für Sie bereit – Stadt Tangerhütte'])
    expect(mail?.text).toContain(`https://portal.example/portal/conversations/${await createConversationLinks(own.database).keyFor(own.townId, one.id)}`)
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
    for (const secret of ['Laterne', 'Änne', 'kümmern']) expect((mail?.raw ?? '') + (mail?.text ?? '')).not.toContain(secret)
  })

  test('a worker that dies after handing over sends under the same Message-ID; what was read by then is not told of', async () => {
    await run('a', 'messages.answer', answered())
    const job = await own.database.db.selectFrom('jobs').select(['key', 'payload']).where('town_id', '=', own.townId).where('kind', '=', 'conversation-email').executeTakeFirstOrThrow()
    const attempt = () => deliver()({ townId: own.townId, key: job.key, kind: 'conversation-email', payload: job.payload as JsonObject, attempts: 1 })
    expect([await attempt(), await attempt()]).toEqual(['done', 'done'])
    const ids = sink.messages().map(({ messageId }) => messageId)
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
    await own.database.db.updateTable('conversation_messages').set({ retrieved_at: TEST_TIME }).where('town_id', '=', own.townId).where('kind', '=', 'to-citizen').execute()
    await attempt()
    expect(sink.messages()).toHaveLength(2)
  })

  test('of two who answer at once, one is told of the other', async () => {
    const other = anActor('clerk', '2', { townId: own.townId })
    const both = [await run('a', 'messages.answer', answered()), await run('b', 'messages.answer', answered(), other)]
    expect(both).toEqual(['applied', 'messages/answered-meanwhile'])
    expect(await run('c', 'messages.answer', answered({ seen: (await stored()).lastAnswerId }), other)).toBe('applied')
  })

  test('files have to be what the answer says, and to be of the same account', async () => {
    const actor = anActor('clerk', '1', { townId: own.townId })
    expect(await run('early', 'messages.answer', answered({ files: [FILE] }))).toBe('retry')
    await own.database.db.transaction().execute(trx => keepBlob(trx, own.townId, { id: FILE.id, bytes: BYTES, sha256: FILE.sha256, at: TEST_TIME }))
    expect(await run('strange', 'messages.answer', answered({ files: [FILE] }))).toBe('blobs/not-found')
    await own.database.db.updateTable('blobs').set({ account_id: actor.accountId }).where('town_id', '=', own.townId).execute()
    expect(await run('wrong', 'messages.answer', answered({ files: [{ ...FILE, sha256: 'a'.repeat(64) }] }))).toBe('blobs/hash-differs')
    expect(await run('right', 'messages.answer', answered({ files: [FILE] }))).toBe('applied')
    expect((await rows('conversation_files')).map(({ scope }) => scope)).toEqual(['department:ordnung'])
  })

  test('passed on, its messages and files leave the old department', async () => {
    await add([{ table: 'conversation_files', row: { ...FILE, scope: one.scope, version: 0, conversationId: one.id, applicationId: null, messageId: question.id, addedAt: TEST_TIME, scan: 'clean' } }])
    expect(await run('r', 'messages.redirect', { conversationId: one.id, departmentId: 'bau', reason: 'Laternen' })).toBe('applied')
    expect(new Set([...(await rows('conversation_messages')), ...(await rows('conversation_files')), await stored()].map(({ scope }) => scope))).toEqual(new Set(['department:bau']))
    const left = await own.database.db.selectFrom('feed').select('record_id').where('town_id', '=', own.townId).where('scope', '=', 'department:ordnung').where('op', '=', 'left').execute()
    expect(left.map(row => row.record_id).toSorted()).toEqual([one.id, question.id, FILE.id].toSorted())
    expect(await run('a', 'messages.answer', answered())).toBe('commands/record-missing')
  })

  test('handed over, words and files stand in the case and go where it goes; another department’s case takes nothing', async () => {
    const application = anApplication({ version: 0 })
    const elsewhere = anApplication({ version: 0, id: derivedUuid('test', 'elsewhere') as never, number: 2, reference: 'X-2', departmentId: DepartmentId.parse('bau'), scope: 'department:bau' })
    await own.database.db.insertInto('people').values({ town_id: own.townId, id: application.personId, name: 'Jana', email: null, merged_into: null }).onConflict(conflict => conflict.doNothing()).execute()
    await add([{ table: 'applications', row: application }, { table: 'applications', row: elsewhere }, { table: 'conversation_files', row: { ...FILE, scope: one.scope, version: 0, conversationId: one.id, applicationId: null, messageId: question.id, addedAt: instantFromMs(msOf(TEST_TIME)), scan: 'clean' } }])
    expect(await run('x', 'messages.link', { conversationId: one.id, applicationId: elsewhere.id })).toBe('applications/not-found')
    expect(await run('l', 'messages.link', { conversationId: one.id, applicationId: application.id })).toBe('applied')
    expect(await stored()).toMatchObject({ applicationId: application.id, state: 'open', unread: 1 })
    expect(await rows('attachments')).toEqual([{ id: FILE.id, scope: application.scope, application_id: application.id }])
    const [kept] = [...(await loadRecords(own.database.db, own.townId, [{ table: 'applications', id: application.id }], false)).values()]
    expect(kept).toMatchObject({ attachmentCount: application.attachmentCount + 1 })
    await add([{ table: 'applications', row: { ...application, attachmentCount: application.attachmentCount + 1, departmentId: DepartmentId.parse('bau'), scope: 'department:bau' } }])
    expect(new Set([...(await rows('conversation_messages')), ...(await rows('conversation_files')), await stored()].map(({ scope }) => scope))).toEqual(new Set(['department:bau']))
    expect(await run('twice', 'messages.link', { conversationId: one.id, applicationId: elsewhere.id }, anActor('clerk', '3', { townId: own.townId, grants: [{ role: 'clerk', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] }))).toBe('messages/wrong-state')
  })

  test('handed over into another department’s case by somebody of both, it lies free there and nothing of it stays', async () => {
    const both = anActor('clerk', '4', { townId: own.townId, grants: ['ordnung', 'bau'].map(id => ({ role: 'clerk' as const, departmentId: DepartmentId.parse(id), viaPersonId: null, viaName: null })) })
    const application = anApplication({ version: 0, departmentId: DepartmentId.parse('bau'), scope: 'department:bau' })
    await own.database.db.insertInto('people').values({ town_id: own.townId, id: application.personId, name: 'Jana', email: null, merged_into: null }).onConflict(conflict => conflict.doNothing()).execute()
    await add([{ table: 'applications', row: application }, { table: 'conversation_files', row: { ...FILE, scope: one.scope, version: 0, conversationId: one.id, applicationId: null, messageId: question.id, addedAt: TEST_TIME, scan: 'clean' } }])
    await add([{ table: 'conversations', row: { ...(await stored()), assigneeId: both.personId, assigneeName: both.name, unread: 0 } }])
    expect(await run('l', 'messages.link', { conversationId: one.id, applicationId: application.id }, both)).toBe('applied')
    expect(await stored()).toMatchObject({ scope: 'department:bau', assigneeId: null, assigneeName: null, unread: 1 })
    expect(new Set([...(await rows('conversation_messages')), ...(await rows('conversation_files')), ...(await rows('attachments'))].map(({ scope }) => scope))).toEqual(new Set(['department:bau']))
    const left = await own.database.db.selectFrom('feed').select('record_id').where('town_id', '=', own.townId).where('scope', '=', 'department:ordnung').where('op', '=', 'left').where('table_name', 'in', ['conversations', 'conversation_messages', 'conversation_files']).execute()
    expect(left.map(row => row.record_id).toSorted()).toEqual([one.id, question.id, FILE.id].toSorted())
    expect(await run('a', 'messages.answer', answered())).toBe('commands/record-missing')
  })

  test('queued without a network: closed or passed on by a colleague meanwhile, an answer is not sent and its words go back to whoever wrote them', async () => {
    const lead = anActor('lead', '5', { townId: own.townId })
    expect([await run('close', 'messages.close', { conversationId: one.id, seenQuestion: question.id }, lead), await run('late', 'messages.answer', answered())]).toEqual(['applied', 'messages/closed-meanwhile'])
    expect([await run('open', 'messages.reopen', { conversationId: one.id }, lead), await run('away', 'messages.redirect', { conversationId: one.id, departmentId: 'bau', reason: '' }, lead)]).toEqual(['applied', 'applied'])
    expect(await run('later', 'messages.answer', answered())).toBe('commands/record-missing')
    expect((await own.database.db.selectFrom('conversation_messages').select('kind').where('town_id', '=', own.townId).execute()).map(row => row.kind).toSorted()).toEqual(['from-citizen', 'note'])
  })

  const aFileOfIt = (label: string): Change => ({ table: 'conversation_files', row: { ...FILE, id: AttachmentId.parse(derivedUuid('test', label)), scope: one.scope, version: 0, conversationId: one.id, applicationId: null, messageId: question.id, addedAt: TEST_TIME, scan: 'clean' } })
  const inCase = async (status: 'in-progress' | 'proposed' = 'in-progress') => {
    const application = anApplication({ version: 0, status: 'in-progress', attachmentCount: 3 })
    await own.database.db.insertInto('people').values({ town_id: own.townId, id: application.personId, name: 'Jana', email: null, merged_into: null }).onConflict(conflict => conflict.doNothing()).execute()
    await add([{ table: 'applications', row: application }, aFileOfIt('plan')])
    await own.database.db.transaction().execute(trx => keepBlob(trx, own.townId, { id: FILE.id, bytes: BYTES, sha256: FILE.sha256, at: TEST_TIME }))
    expect(await run('l', 'messages.link', { conversationId: one.id, applicationId: application.id })).toBe('applied')
    if (status === 'proposed') await own.database.db.updateTable('applications').set({ status }).where('town_id', '=', own.townId).execute()
    return application
  }
  const ofCase = async (table: 'attachments' | 'application_events') => (await loadChildren(own.database.db, own.townId, [anApplication().id])).flatMap(child => (child.table === table ? [child.row] : []))
  const count = async () => (await own.database.db.selectFrom('applications').select('attachment_count').where('town_id', '=', own.townId).where('id', '=', anApplication().id).executeTakeFirstOrThrow()).attachment_count

  test('handed over, its files are no papers of the applicant’s, and the history does not say what it is about', async () => {
    await inCase()
    expect(await ofCase('attachments')).toMatchObject([{ kind: 'message' }])
    expect(await ofCase('application_events')).toMatchObject([{ kind: 'noted', text: 'Nachricht zum Vorgang genommen' }])
  })

  test('handed over by mistake, it is taken out again with its files and what was made from them; the bytes stay with it, and back again it goes', async () => {
    const { id: applicationId } = await inCase()
    const copy = AttachmentId.parse(derivedUuid('test', 'copy'))
    const [attachment] = await ofCase('attachments')
    await add([{ table: 'attachments', row: { ...(attachment as Attachment), id: copy, kind: 'derived', derivedFrom: FILE.id } }])
    expect(await run('u', 'messages.unlink', { conversationId: one.id, applicationId })).toBe('applied')
    expect([await ofCase('attachments'), await count(), (await stored()).applicationId]).toEqual([[], 3, null])
    expect([...(await rows('conversation_messages')), ...(await rows('conversation_files'))].map(row => row.application_id)).toEqual([null, null])
    expect(await own.database.db.selectFrom('blobs').select('id').where('town_id', '=', own.townId).execute()).toEqual([{ id: FILE.id }])
    expect((await own.database.db.selectFrom('feed').select('record_id').where('town_id', '=', own.townId).where('op', '=', 'deleted').execute()).map(row => row.record_id).toSorted()).toEqual([FILE.id, copy].toSorted())
    expect(await run('twice', 'messages.unlink', { conversationId: one.id, applicationId })).toBe('messages/wrong-state')
    expect([await run('back', 'messages.link', { conversationId: one.id, applicationId }), (await ofCase('attachments')).length, await count()]).toEqual(['applied', 1, 4])
  })

  test('a proposal covers the papers it was made on: nothing is taken out of it', async () => {
    const { id: applicationId } = await inCase('proposed')
    expect(await run('u', 'messages.unlink', { conversationId: one.id, applicationId })).toBe('applications/wrong-status')
  })

  test('a case that goes to another department takes its conversation along, and who cannot see it there does not hold it any more', async () => {
    const { id: applicationId } = await inCase()
    const [stays, goes] = [{ name: 'Bleibt', grants: ['ordnung'] }, { name: 'Beide', grants: ['ordnung', 'bau'] }].map(({ name, grants }, index) => aStaffAccount({
      id: AccountId.parse(derivedUuid('test/account', name)), personId: PersonId.parse(derivedUuid('test/person', name)), login: `login${index}`, name, grants: grants.map(id => ({ role: 'clerk' as const, departmentId: DepartmentId.parse(id) })),
    }))
    await add([stays, goes].flatMap(row => (row ? [{ table: 'staff', row } as const] : [])))
    const other = aConversation('other', { version: 0, applicationId, assigneeId: goes?.personId ?? null, assigneeName: 'Beide', unread: 0 })
    await add([{ table: 'conversations', row: { ...(await stored()), assigneeId: stays?.personId ?? null, assigneeName: 'Bleibt', unread: 0 } }, { table: 'conversations', row: other }])
    expect(await run('h', 'applications.hand-over', { applicationId, departmentId: 'bau', reason: 'Baurecht', merged: [] })).toBe('applied')
    expect(await stored()).toMatchObject({ scope: 'department:bau', assigneeId: null, assigneeName: null, unread: 1 })
    expect([...(await loadRecords(own.database.db, own.townId, [{ table: 'conversations', id: other.id }], false)).values()]).toMatchObject([{ scope: 'department:bau', assigneeName: 'Beide', unread: 0 }])
  })

  test('what somebody is writing on just now is not forgotten, and nobody waits for it', async () => {
    await add([{ table: 'conversations', row: { ...(await stored()), state: 'closed', waitingSince: null, dueAt: null } }])
    const forgotten = (): Promise<number> => forgetOldConversations(own.database.db, own.townId, plusDays(TEST_TIME, 2_000))
    const whileHeld = (): Promise<number> => own.database.db.transaction().execute(async trx => {
      await findConversation(trx, own.townId, one.id, true)
      return forgotten()
    })
    // The embedded database lets one transaction in at a time: nobody is in the middle of anything there.
    expect([kind === 'postgres' ? await whileHeld() : 0, await forgotten()]).toEqual([0, 1])
  })
})
