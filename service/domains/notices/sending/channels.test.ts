import { afterAll, afterEach, expect, test } from 'vitest'
import { MOST_ENTERED } from '../../../../shared/domains/notices/clock/facts.ts'
import type { NoticeContent } from '../../../../shared/domains/notices/content.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import { NOTHING_SENT } from '../../../../shared/domains/notices/tables.ts'
import { aConsent, aNoticeContent } from '../../../../shared/domains/notices/testing.ts'
import { ConsentId, derivedUuid, type NoticeRunId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { sha256Hex } from '../../../../shared/canonical.ts'
import { aLog } from '../../../delivery/testing.ts'
import { TEST_TOWN } from '../../../store/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { createPreflighter } from '../preflight/preflighter.ts'
import { createPrintCentre } from '../print-centre/print-centre.ts'
import { accessOf, NO_PRINT_CENTRE } from '../print-centre/print-centre-settings.ts'
import { loadRunRows } from '../run-rows.ts'
import { askStates } from './ask-states.ts'
import { manyContents, openSendingTown, type SendingTown, type SendingTownParts } from './testing.ts'

const finishing = { typesetter: createTypesetter({ log: aLog() }), preflighter: createPreflighter() }
afterAll(async () => void (await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])))

const DAY_MS = 86_400_000
let town: SendingTown
const open = async (parts: Omit<SendingTownParts, 'finishing'> = {}): Promise<void> => { town = await openSendingTown({ finishing, ...parts }) }
afterEach(() => town.close())

const [ONE, TWO] = manyContents(2) as readonly [NoticeContent, NoticeContent]
/** Of whoever gets the first of `manyContents`, spelt otherwise. */
const agreement = aConsent({ version: 0, reference: '4711.0815.1', name: 'AENNE GROSSKOPF 1' })
const TOO_WIDE = 'Mit einem sehr langen Namen der niemals in das Fenster eines Briefumschlags passt'.slice(0, 80)
const tooWide = { ...aNoticeContent().recipient, name: TOO_WIDE, addition: TOO_WIDE, street: TOO_WIDE, place: TOO_WIDE }

const run = (runId: NoticeRunId) => town.desks.run(runId)
const files = async (): Promise<readonly string[]> => (await town.database.db.selectFrom('notice_files').select('rendition').orderBy('rendition').execute()).map(({ rendition }) => rendition)

async function goes(contents: readonly NoticeContent[], way: { readonly channel: string; readonly registered: string | null }): Promise<NoticeRunId> {
  const runId = await town.desks.prepare(contents)
  for (const { id } of await town.notices(runId)) await town.desks.clerk('choose-way', runId, { noticeId: id, way })
  await town.desks.submit(runId)
  await town.post.check.runDue()
  return runId
}

async function released(runId: NoticeRunId): Promise<void> {
  await town.desks.release(runId)
  await town.post.send.runDue()
}

test('whoever agreed is served in their mailbox, however their name is spelt, and costs no postage', async () => {
  await open()
  await town.put({ table: 'mailbox_consents', row: agreement })
  const runId = await town.checked([ONE, TWO])
  expect((await run(runId)).checked).toMatchObject({ letters: 2, byChannel: { post: 1, mailbox: 1, here: 0 }, sheets: 1, cents: 81 })
  expect(await files()).toEqual(['account', 'print', 'print'])
  const set = town.typeset()
  await released(runId)
  expect(town.typeset(), 'nothing is set a second time').toBe(set)
  const [mine] = await town.notices(runId)
  const provisions = await town.database.db.selectFrom('notice_provisions').select(['notice_id', 'consent_id', 'sha256', 'bytes']).execute()
  expect(provisions).toMatchObject([{ notice_id: mine?.id, consent_id: agreement.id, sha256: mine?.sent?.sha256 }])
  expect(sha256Hex(provisions[0]?.bytes ?? '')).toBe(mine?.sent?.sha256)
  expect(mine).toMatchObject({ sent: { channel: 'mailbox', state: 'provided', attempt: 1 }, facts: [{ kind: 'provided', day: '2026-11-23', byPersonId: null }] })
  expect([(await run(runId)).tally, town.centre.letters().map(({ letter }) => letter.addressLine1)]).toEqual([{ ...NOTHING_SENT, provided: 1, handedOver: 1 }, [TWO.recipient.name]])
})

test('two notices of one agreement both go there; none of a kind that offers no mailbox, and none that is sent another way', async () => {
  await open()
  await town.put({ table: 'mailbox_consents', row: agreement })
  expect((await run(await town.checked([ONE, { ...ONE, totalCents: 1, items: [{ label: 'Rest', cents: 1 }] }]))).checked?.byChannel).toEqual({ post: 0, mailbox: 2, here: 0 })
  expect((await run(await goes([ONE], { channel: 'post', registered: 'drop-in' }))).checked?.byChannel).toEqual({ post: 1, mailbox: 0, here: 0 })
  await town.close()
  await open({ kind: { offersMailbox: false } })
  await town.put({ table: 'mailbox_consents', row: agreement })
  expect((await run(await town.checked([ONE]))).checked?.byChannel).toEqual({ post: 1, mailbox: 0, here: 0 })
})

test('an agreement that ends between check and sending: the notice goes by post', async () => {
  await open()
  await town.put({ table: 'mailbox_consents', row: agreement })
  const runId = await town.checked([ONE])
  await town.put({ table: 'mailbox_consents', row: { ...agreement, version: 1, withdrawnAt: instantFromMs(Date.UTC(2026, 10, 23, 9)) } })
  const set = town.typeset()
  await released(runId)
  expect([(await run(runId)).tally, town.typeset() - set, town.centre.letters().length]).toEqual([{ ...NOTHING_SENT, handedOver: 1 }, 0, 1])
  expect((await town.notices(runId))[0]?.sent?.channel).toBe('post')
})

test('without a print centre it waits, and keeps nobody from their mailbox', async () => {
  await open({ settings: { printCentreUrl: null, printCentreLettersPerCall: 1 } })
  const other = aConsent({ ...agreement, id: ConsentId.parse(derivedUuid('test/consent', 'two')), reference: TWO.reference, name: TWO.recipient.name })
  await town.put({ table: 'mailbox_consents', row: agreement }, { table: 'mailbox_consents', row: other })
  const runId = await town.checked([ONE, TWO])
  await town.put({ table: 'mailbox_consents', row: { ...agreement, version: 1, withdrawnAt: instantFromMs(Date.UTC(2026, 10, 23, 9)) } })
  await released(runId)
  expect((await run(runId)).tally).toEqual({ ...NOTHING_SENT, provided: 1 })
  expect(await town.post.send.runDue(), 'and nobody goes over it without a pause').toBe(0)
  expect((await town.notices(runId)).map(({ sent, checked }) => [sent?.channel, checked?.channel])).toEqual([[undefined, 'post'], ['mailbox', 'mailbox']])
})

test('what nobody opened in its mailbox goes by post as it was checked, as the next attempt', async () => {
  await open()
  await town.put({ table: 'mailbox_consents', row: agreement })
  const runId = await town.checked([ONE])
  await released(runId)
  town.pass(11 * DAY_MS)
  const set = town.typeset()
  await town.post.fallBack.runDue()
  await town.post.send.runDue()
  expect([(await run(runId)).tally, town.typeset() - set, town.centre.letters().map(({ letter }) => letter.custom1?.split('/')[1])]).toEqual([{ ...NOTHING_SENT, handedOver: 1 }, 0, ['2']])
  expect((await town.notices(runId))[0]).toMatchObject({ sent: { channel: 'post', attempt: 2 }, facts: [{ kind: 'provided' }] })
})

test('the window of an envelope matters for the post alone', async () => {
  await open()
  await town.put({ table: 'mailbox_consents', row: { ...agreement, name: TOO_WIDE } })
  const runId = await town.checked([{ ...ONE, recipient: tooWide }])
  expect((await run(runId)).checked).toMatchObject({ withProblems: 0, byChannel: { post: 0, mailbox: 1, here: 0 } })
  await town.put({ table: 'mailbox_consents', row: { ...agreement, version: 1, name: TOO_WIDE, withdrawnAt: instantFromMs(Date.UTC(2026, 10, 23, 9)) } })
  await released(runId)
  const [notice] = await town.notices(runId)
  expect([notice?.sent?.state, town.centre.letters()], 'and there it still does').toEqual(['failed', []])
  expect((await run(await goes([{ ...TWO, recipient: tooWide }], { channel: 'here', registered: null }))).checked).toMatchObject({ withProblems: 0, sheets: 0, cents: 0 })
})

test('what is printed in the house waits for it with its file, also without a print centre', async () => {
  await open({ settings: { printCentreUrl: null } })
  const runId = await goes([ONE, TWO], { channel: 'here', registered: null })
  await released(runId)
  expect([(await run(runId)).tally, await files(), stageOf(await run(runId), instantFromMs(Date.UTC(2026, 10, 23, 9)))]).toEqual([{ ...NOTHING_SENT, toPrint: 2 }, ['print', 'print'], 'handed-over'])
  await town.desks.clerk('cancel', runId, { reason: 'Falsche Satzung' })
  await town.post.send.runDue()
  expect([(await run(runId)).tally, await files()]).toEqual([{ ...NOTHING_SENT, cancelled: 2 }, []])
})

test('files are there from the check until the letter was posted; one that was changed is made anew', async () => {
  await open()
  const runId = await town.checked([ONE, TWO])
  const [first] = await town.notices(runId)
  await town.database.db.updateTable('notice_files').set({ bytes: Buffer.from('%PDF another') }).where('notice_id', 'in', first ? [first.id] : []).execute()
  const set = town.typeset()
  await released(runId)
  expect(town.typeset() - set).toBe(1)
  const checks = await town.database.db.selectFrom('notice_checks').select('sha256').execute()
  expect(town.centre.letters().map(({ sha256 }) => sha256).toSorted()).toEqual(checks.map(({ sha256 }) => sha256).toSorted())
  town.pass(DAY_MS)
  await town.post.ask?.runDue()
  expect([(await run(runId)).tally.dispatched, await files()]).toEqual([2, []])
})

test('a run that is given back keeps nothing of its check', async () => {
  await open()
  const runId = await town.checked([ONE])
  await town.desks.clerk('return', runId, { reason: 'Adresse falsch' })
  expect([await files(), await town.database.db.selectFrom('notice_checks').selectAll().execute()]).toEqual([[], []])
})

test.each<readonly [string, string, 'received' | 'returned']>([['DELIVERED', 'personal-with-receipt', 'received'], ['RETURNED_TO_SENDER', 'drop-in', 'returned']])('a registered letter that ends with %s says so by itself', async (code, registered, kind) => {
  await open({ centre: { endsWith: () => code } })
  const runId = await goes([ONE], { channel: 'post', registered })
  await released(runId)
  expect(town.centre.letters()[0]?.letter.registeredLetter).toBe(registered === 'drop-in' ? 'Einwurf Einschreiben' : 'Einschreiben eigenhändig Rückschein')
  town.pass(2 * 3_600_000)
  await town.post.ask?.runDue()
  town.pass(60_000)
  await town.post.ask?.runDue()
  expect((await town.notices(runId))[0]).toMatchObject({ sent: { state: 'dispatched' }, facts: [{ kind: 'posted' }] })
  town.pass(DAY_MS)
  await town.post.ask?.runDue()
  const [notice] = await town.notices(runId)
  expect(notice).toMatchObject({ sent: { state: 'dispatched', track: { code } }, facts: [{ kind: 'posted', day: '2026-11-23' }, { kind, of: notice?.facts[0]?.id, day: '2026-11-23', note: code, byPersonId: null }] })
  town.pass(DAY_MS)
  expect(await town.post.ask?.runDue(), 'and is asked about no more').toBe(0)
  expect((await town.notices(runId))[0]?.facts).toHaveLength(2)
})

test('letters that are held can be called back, those on their way cannot', async () => {
  await open({ kind: { holdDays: 3 } })
  const runId = await town.checked(manyContents(3))
  await released(runId)
  expect(town.centre.letters().map(({ letter }) => letter.plugInList)).toEqual(Array.from({ length: 3 }, () => ({ UploadManagement: { dueDays: 3 } })))
  town.pass(2 * DAY_MS)
  await town.post.ask?.runDue()
  expect((await run(runId)).tally).toEqual({ ...NOTHING_SENT, handedOver: 3 })
  const [first] = town.centre.letters()
  town.centre.release(first?.letterID ?? 0)
  await town.desks.clerk('cancel', runId, { reason: 'Falsche Satzung' })
  await town.post.send.runDue()
  expect((await run(runId)).tally).toEqual({ ...NOTHING_SENT, handedOver: 1, cancelled: 2 })
  town.pass(DAY_MS)
  await town.post.ask?.runDue()
  expect([(await run(runId)).tally, await files()]).toEqual([{ ...NOTHING_SENT, dispatched: 1, cancelled: 2 }, []])
})

test('what was called back while it was asked about stays called back', async () => {
  await open({ kind: { holdDays: 3 } })
  const runId = await town.checked([ONE])
  await released(runId)
  // As if nothing had been said of it yet: what the print centre says is news.
  await town.database.db.updateTable('notice_letters').set({ status: null }).execute()
  const access = accessOf({ ...NO_PRINT_CENTRE, ...town.centre.settings })
  if (!access) throw new Error('there is no print centre')
  const clock = { nowMs: () => Date.UTC(2026, 10, 23, 12) }
  const slowly: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (new Request(input, { method: 'HEAD' }).url.includes('StatusQuery')) {
      await town.desks.clerk('cancel', runId, { reason: 'Falsche Satzung' })
      await town.post.send.runDue()
    }
    return response
  }
  expect(await askStates({ db: town.database.db, townId: TEST_TOWN, clock, printCentre: createPrintCentre({ access, fetch: slowly, clock }), soonestMs: 0 }, async () => true)).toBe(0)
  expect([(await run(runId)).tally, town.centre.letters()]).toEqual([{ ...NOTHING_SENT, cancelled: 1 }, []])
})

test('a run that was handed over ends no more once nothing is held', async () => {
  await open({ kind: { holdDays: 1 } })
  const runId = await town.checked([ONE])
  await released(runId)
  town.pass(DAY_MS)
  await expect(town.desks.clerk('cancel', runId, { reason: 'Falsche Satzung' })).rejects.toThrow('notices/wrong-stage')
})

test('a release is taken back while the run is held, and not after it could have left', async () => {
  await open({ kind: { coolingMinutes: 10 } })
  const runId = await town.checked([ONE])
  await town.desks.release(runId)
  await town.desks.clerk('pause', runId)
  town.pass(600_000)
  await expect(town.desks.clerk('take-back', runId, { reason: 'Zu spät' })).rejects.toThrow('notices/wrong-stage')
  town.pass(-1)
  await town.desks.clerk('take-back', runId, { reason: 'Falsche Satzung' })
  expect(await run(runId)).toMatchObject({ released: null, paused: null, returned: { reason: 'Falsche Satzung' } })
})

test('a notice full of entries of people still says when it was posted', async () => {
  await open()
  const runId = await town.checked([ONE])
  await released(runId)
  const id = (await town.notices(runId))[0]?.id
  const notice = id && (await loadRunRows(town.database.db, TEST_TOWN, { notices: [id] }, false)).notice(id)
  if (!notice) throw new Error('the notice is gone')
  const at = instantFromMs(Date.UTC(2026, 10, 23, 9))
  const facts = Array.from({ length: MOST_ENTERED }, (_, index) => ({ id: derivedUuid('test/fact', String(index)), kind: 'waived' as const, day: '2026-11-23', at, byPersonId: null, byName: '', note: '' }))
  await town.put({ table: 'notices', row: { ...notice, facts } })
  await expect(town.desks.clerk('record', runId, { noticeId: notice.id, fact: { kind: 'waived', day: '2026-11-23', note: '' } })).rejects.toThrow('notices/too-many-entries')
  town.pass(DAY_MS)
  await town.post.ask?.runDue()
  expect((await town.notices(runId))[0]?.facts.at(-1)).toMatchObject({ kind: 'posted' })
})
