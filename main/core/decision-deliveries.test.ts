import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeliveryQuery } from '../../shared/contract/notice-deliveries.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import type { Application, Attachment } from '../../shared/domains/applications/tables.ts'
import { aForm, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { caseLetterFile, type CaseLetter } from '../../shared/domains/letters/case-letters.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import { clockBy } from '../../shared/domains/notices/clock/testing.ts'
import { aNotice, aNoticeKind, aNoticeRun, aSent } from '../../shared/domains/notices/testing.ts'
import { ApplicationId, AttachmentId, derivedUuid, MessageId } from '../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import { putBase } from './cache/rows.ts'
import { cacheOfItsOwn } from './cache/testing.ts'
import { createNoticeDeliveryQueries, type NoticeDeliveryQueries } from './domains/notices/deliveries/queries.ts'

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: NoticeDeliveryQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  queries = createNoticeDeliveryQueries({ cache: opened.cache, now: () => Date.UTC(2026, 3, 1, 8) })
  putBase(opened.cache.db, 'forms', aForm())
  putBase(opened.cache.db, 'services', aTownService({ legalBasis: '§ 18 StrG LSA' }))
})
afterEach(() => opened.remove())

const CASE = anApplication()
const at = (day: number, hour = 9): Instant => instantFromMs(Date.UTC(2026, 2, day, hour))

interface Provided {
  readonly providedAt: Instant
  readonly retrievedAt?: Instant | null
  readonly name?: CaseLetter
  /** Whether this desk holds the message. */
  readonly isKnown?: boolean
}

function decide(application: Application, label: string, { providedAt, retrievedAt = null, name = 'Bescheid', isKnown = true }: Provided): AttachmentId {
  const id = AttachmentId.parse(derivedUuid('test/letter', label))
  const of = { scope: application.scope, version: 1, applicationId: application.id } as const
  const letter: Attachment = { ...of, id, filename: caseLetterFile(name, application.reference), mediaType: 'application/pdf', size: 9, sha256: '0'.repeat(64), addedAt: providedAt, kind: 'letter', ...UNMARKED, scan: 'clean' }
  const message: Message = {
    ...of, id: MessageId.parse(derivedUuid('test/message', label)), personId: application.personId, direction: 'to-citizen', subject: 'Bescheid', text: 'Im Anhang', attachmentIds: [id], authorId: null, authorName: null, sentAt: providedAt, providedAt, retrievedAt,
  }
  putBase(opened.cache.db, 'applications', application)
  putBase(opened.cache.db, 'attachments', letter)
  if (isKnown) putBase(opened.cache.db, 'messages', message)
  return id
}

const ALL: DeliveryQuery = { text: '', channel: null, state: null, kindId: null, from: null, to: null, order: 'day', isDescending: true, start: 0, end: 100 }
const asked = (part: Partial<DeliveryQuery> = {}): readonly string[] => queries.list({ ...ALL, ...part }).rows.map(({ name }) => name)

test('a case shows its decisions with the way, the state and the days of the law, the newest first; a later one leaves the clock of the one before alone', () => {
  const first = decide(CASE, 'first', { providedAt: at(2), retrievedAt: at(3) })
  const second = decide(CASE, 'second', { providedAt: at(10) })
  const found = queries.ofCase(CASE.id)
  expect(found.map(({ id, channel, state, day, ruleSetId }) => [id, channel, state, day, ruleSetId])).toEqual([[second, 'mailbox', 'provided', '2026-03-10', 'vwvfg'], [first, 'mailbox', 'retrieved', '2026-03-02', 'vwvfg']])
  const [newest, oldest] = found.map(({ facts }) => clockBy('vwvfg', facts, '2026-03-21'))
  expect([oldest?.state, oldest?.finalOn, oldest?.announced]).toMatchObject(['open', '2026-04-08', { day: '2026-03-04' }])
  expect(found.map(({ laterDecisionOn }) => laterDecisionOn)).toEqual([null, '2026-03-10'])
  // Within ten days nobody opened it: not announced.
  expect([newest?.state, newest?.announced, newest?.finalOn]).toEqual(['repeat', { kind: 'not-effected', reason: 'not-retrieved' }, null])
  expect(queries.ofCase(derivedUuid('test', 'another case'))).toEqual([])
})

test('a certificate that a decision follows keeps its days, and is no later decision itself', () => {
  decide(CASE, 'certificate', { providedAt: at(2), retrievedAt: at(3), name: 'Bescheinigung' })
  decide(CASE, 'decision', { providedAt: at(10), retrievedAt: at(11) })
  decide(CASE, 'another certificate', { providedAt: at(12), name: 'Bescheinigung' })
  const found = queries.ofCase(CASE.id).toReversed()
  expect(found.map(({ filename, laterDecisionOn }) => [filename.split(' ')[0], laterDecisionOn])).toEqual([['Bescheinigung', '2026-03-10'], ['Bescheid', null], ['Bescheinigung', null]])
  expect(found.slice(0, 2).map(({ ruleSetId, facts }) => [clockBy(ruleSetId, facts, '2026-03-21').state, facts.map(({ kind }) => kind)])).toEqual([['open', ['provided', 'retrieved']], ['open', ['provided', 'retrieved']]])
})

test('what lies in a mailbox stays there where this desk does not know since when', () => {
  decide(CASE, 'unknown', { providedAt: at(2), isKnown: false })
  expect(queries.ofCase(CASE.id)).toMatchObject([{ channel: 'mailbox', state: 'provided', day: null, facts: [] }])
})

test('what rests on the fiscal code is announced by it', () => {
  putBase(opened.cache.db, 'services', aTownService({ version: 2, legalBasis: 'Hundesteuersatzung' }))
  decide(CASE, 'tax', { providedAt: at(2) })
  expect(queries.ofCase(CASE.id).map(({ ruleSetId, facts }) => [ruleSetId, clockBy(ruleSetId, facts).announced])).toMatchObject([['ao', { kind: 'announced', day: '2026-03-06' }]])
})

test('nobody is said to have got what lies in a mailbox that nobody reads', () => {
  decide(anApplication({ channel: 'paper' }), 'paper', { providedAt: at(2) })
  expect(queries.ofCase(CASE.id)).toMatchObject([{ channel: 'here', state: 'to-print', day: null, facts: [] }])
})

test('the ledger lists them beside the notices of runs, to be found by name and by the number of the case', () => {
  putBase(opened.cache.db, 'notice_kinds', aNoticeKind())
  putBase(opened.cache.db, 'notice_runs', aNoticeRun())
  putBase(opened.cache.db, 'notices', aNotice(1, { sent: aSent({ state: 'dispatched', postedDay: '2026-03-09' }) }))
  decide(anApplication({ applicantName: 'Berta Groß' }), 'one', { providedAt: at(10) })
  decide(anApplication({ id: ApplicationId.parse(derivedUuid('test', 'paper')), number: 2, reference: 'TGH-2026-000002', applicantName: 'Carl Paul', channel: 'paper' }), 'two', { providedAt: at(11) })
  expect(queries.list(ALL)).toMatchObject({
    total: 3, rows: [
      { name: 'Berta Groß', reference: 'TGH-2026-004711', kindTitle: 'Hundeanmeldung', channel: 'mailbox', state: 'provided', day: '2026-03-10', applicationId: CASE.id, runId: null },
      { name: 'Änne Großkopf', applicationId: null, runId: aNoticeRun().id }, { name: 'Carl Paul', channel: 'here', state: 'to-print', day: null },
    ],
  })
  expect([asked({ text: 'gross' }), asked({ text: 'tgh 2026 004711' }), asked({ state: 'to-print' }), asked({ kindId: 'umlage' })]).toEqual([['Berta Groß', 'Änne Großkopf'], ['Berta Groß'], ['Carl Paul'], ['Änne Großkopf']])
})
