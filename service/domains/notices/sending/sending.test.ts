import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { NOTHING_SENT, type NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import { aConsent, aNoticeContent } from '../../../../shared/domains/notices/testing.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { startPrintCentre, type CallFate, type PrintCentreSimulator } from '../../../demo/print-centre/print-centre.ts'
import { backoffMs } from '../../../delivery/backoff.ts'
import type { Database } from '../../../store/database.ts'
import { commitChanges } from '../../../store/commit.ts'
import { anOrigin, testDatabase, TEST_TOWN } from '../../../store/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { openNoticePost, type NoticePost, type NoticePostParts } from '../open-notices.ts'
import { createPreflighter } from '../preflight/preflighter.ts'
import { NO_PRINT_CENTRE } from '../print-centre/print-centre-settings.ts'
import type { FinishingParts } from '../typeset/finish-notice.ts'
import { addNoticeTown, manyContents, openNoticeDesks, type NoticeDesks } from './testing.ts'

let nowMs = 0
const clock = { nowMs: () => nowMs }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const PACE = { processed: 60_000, atPrintCentre: 3_600_000, dispatched: 86_400_000 }

const finishing = { typesetter: createTypesetter({ log: quiet }), preflighter: createPreflighter() }
afterAll(async () => void (await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])))
/** One set of them for all tests: starting it takes longer than a letter. */
const lent: FinishingParts = { typesetter: { ...finishing.typesetter, close: async () => undefined }, preflighter: { ...finishing.preflighter, close: async () => undefined } }

let database: Database
let centre: PrintCentreSimulator
let post: NoticePost
let desks: NoticeDesks
/** What happens to the calls to come, one after the other; those after them are answered. */
let fates: CallFate[]
let bad: string | null
let isAway: boolean
/** To whom no letter can be handed in: the answer to each call that holds one cannot be understood. */
let garbled: string | null
/** The calls that were made, by path. */
let calls: string[]

beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 23, 9)
  fates = []
  bad = null
  isAway = false
  garbled = null
  calls = []
  database = await testDatabase()
  await addNoticeTown(database)
  centre = await startPrintCentre({
    nowMs: () => nowMs, pace: PACE, fate: path => (isAway ? 'breaks' : path === '/Letter' ? (fates.shift() ?? 'answers') : 'answers'),
    failsLater: ({ addressLine1 }) => (addressLine1 === bad ? { code: 'E207', description: 'Die Adresse ist nicht zustellbar.' } : null),
  })
  post = aPost()
  desks = openNoticeDesks(database, clock)
})
afterEach(async () => {
  await post.close()
  await centre.close()
  await database.close()
})

const garbling: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  calls.push(new URL(request.url).pathname.replace('/api', ''))
  return garbled !== null && (await request.clone().text()).includes(JSON.stringify(garbled)) ? Response.json([]) : fetch(request)
}

function aPost(more: Partial<NoticePostParts> = {}): NoticePost {
  return openNoticePost({
    database, townId: TEST_TOWN, clock, log: quiet, fetch: garbling, finishing: lent, backoffMs: () => 0,
    settings: { ...NO_PRINT_CENTRE, ...centre.settings, printCentreLettersPerCall: 4, printCentreAskSeconds: 60 }, ...more,
  })
}

const stage = async (runId: NoticeRunId) => stageOf(await desks.run(runId), instantFromMs(nowMs))

async function checked(count: number, from = 1): Promise<NoticeRunId> {
  const runId = await desks.prepare(manyContents(count, from))
  await desks.submit(runId)
  await post.check.runDue()
  return runId
}

async function released(count: number, from = 1): Promise<NoticeRunId> {
  const runId = await checked(count, from)
  await desks.release(runId)
  return runId
}

const names = () => centre.letters().map(({ letter }) => letter.addressLine1)
const tally = async (runId: NoticeRunId): Promise<NoticeRun['tally']> => (await desks.run(runId)).tally
const rowsOf = (runId: NoticeRunId) => database.db.selectFrom('notices').selectAll().where('run_id', '=', runId).orderBy('number').execute()

test('a run is checked, released, handed over, dispatched, and its clock begins', async () => {
  const runId = await checked(6)
  expect((await desks.run(runId)).checked, JSON.stringify((await rowsOf(runId)).map(row => row.checked))).toMatchObject({ letters: 6, withProblems: 0, cents: 6 * 81 })
  expect(await stage(runId)).toBe('pending')
  expect(await post.send.runDue(), 'nothing leaves before it is released').toBe(0)
  await desks.release(runId)
  await post.send.runDue()
  expect(await stage(runId)).toBe('handed-over')
  expect(names()).toEqual(manyContents(6).map(({ recipient }) => recipient.name))
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, handedOver: 6 })
  nowMs += 2 * 3_600_000
  await post.ask?.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, atPrintCentre: 6 })
  nowMs += 2 * 86_400_000
  await post.ask?.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, dispatched: 6 })
  const [first] = await rowsOf(runId)
  expect(first?.sent).toMatchObject({ state: 'dispatched', attempt: 1, postedDay: '2026-11-24' })
  expect(first?.facts).toMatchObject([{ kind: 'posted', day: '2026-11-24', isAbroad: false, byPersonId: null }])
})

test('letters with something wrong keep their run from being released', async () => {
  const long = 'Mit einem sehr langen Namen der niemals in das Fenster eines Briefumschlags passt'.slice(0, 80)
  const { recipient } = aNoticeContent()
  const runId = await desks.prepare([aNoticeContent(), aNoticeContent({ reference: '2', recipient: { ...recipient, name: long, addition: long, street: long, place: long } })])
  await desks.submit(runId)
  await post.check.runDue()
  expect(await stage(runId)).toBe('faulty')
  expect((await rowsOf(runId)).map(row => (row.checked?.problems.length ?? 0) > 0)).toEqual([false, true])
})

test.each<CallFate>(['loses-answer', 'drops', 'breaks', 'is-busy'])('each letter leaves once when a call %s', async fate => {
  const runId = await released(9)
  fates = ['answers', fate]
  await post.send.runDue()
  expect(await stage(runId)).toBe('sending')
  await post.send.runDue()
  nowMs += 5_000
  await post.send.runDue()
  expect(await stage(runId)).toBe('handed-over')
  expect(names().toSorted()).toEqual(manyContents(9).map(({ recipient }) => recipient.name).toSorted())
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, handedOver: 9 })
  const checks = await database.db.selectFrom('notice_checks').select(['notice_id', 'sha256']).where('run_id', '=', runId).execute()
  expect(Object.fromEntries((await rowsOf(runId)).map(({ id, sent }) => [id, sent?.sha256])), 'also what was found again is known by its file').toEqual(Object.fromEntries(checks.map(({ notice_id, sha256 }) => [notice_id, sha256])))
})

test('while the print centre is away mailboxes are filled all the same', async () => {
  const [one, two] = [await released(2), await checked(1, 10)]
  fates = ['loses-answer']
  await post.send.runDue()
  expect(await stage(one)).toBe('sending')
  const [content] = manyContents(1, 30)
  if (!content) throw new Error('there is nobody')
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'mailbox_consents', row: aConsent({ version: 0, name: content.recipient.name, reference: content.reference }) }]))
  nowMs += 1_000
  const mailbox = await released(1, 30)
  await desks.release(two)
  isAway = true
  await post.send.runDue()
  expect([await tally(one), await tally(two), await tally(mailbox), await stage(mailbox)]).toEqual([NOTHING_SENT, NOTHING_SENT, { ...NOTHING_SENT, provided: 1 }, 'handed-over'])
  isAway = false
  await post.send.runDue()
  expect([await tally(one), await tally(two)]).toEqual([{ ...NOTHING_SENT, handedOver: 2 }, { ...NOTHING_SENT, handedOver: 1 }])
})

test('a run whose call fails does not keep back the next one', async () => {
  const one = await released(1)
  nowMs += 1_000
  const two = await released(1, 10)
  garbled = manyContents(1)[0]?.recipient.name ?? null
  await post.send.runDue()
  expect([await tally(one), await tally(two)]).toEqual([NOTHING_SENT, { ...NOTHING_SENT, handedOver: 1 }])
  garbled = null
  await post.send.runDue()
  expect(await tally(one)).toEqual({ ...NOTHING_SENT, handedOver: 1 })
})

test('a run that fails in each round does not delay one that is released later', async () => {
  await post.close()
  post = aPost({ backoffMs: failures => backoffMs(failures, 0) })
  const one = await released(1)
  garbled = manyContents(1)[0]?.recipient.name ?? null
  const handedIn = () => calls.filter(path => path === '/Letter').length
  for (const waitMs of [5_000, 10_000, 20_000]) {
    await post.send.runDue()
    nowMs += waitMs
  }
  await post.send.runDue()
  expect(handedIn()).toBe(4)
  const two = await released(1, 10)
  await post.send.runDue()
  expect([await tally(one), await tally(two), handedIn()], 'and is not tried with it').toEqual([NOTHING_SENT, { ...NOTHING_SENT, handedOver: 1 }, 5])
  garbled = null
  nowMs += 40_000
  await post.send.runDue()
  expect(await tally(one)).toEqual({ ...NOTHING_SENT, handedOver: 1 })
})

test.each<CallFate>(['is-busy', 'breaks', 'drops', 'loses-answer'])('where the print centre %s it is not called for the next run', async fate => {
  const [one, two] = [await released(1), await released(1, 10)]
  fates = [fate]
  await post.send.runDue()
  expect([await tally(one), await tally(two), calls.filter(path => path === '/Letter')]).toEqual([NOTHING_SENT, NOTHING_SENT, ['/Letter']])
})

test('whom the print centre does not let in asks once in a round, not once for each run', async () => {
  await released(1)
  await released(1, 10)
  await post.close()
  post = aPost({ settings: { ...NO_PRINT_CENTRE, ...centre.settings, printCentrePassword: 'another one' } })
  calls = []
  await post.send.runDue()
  expect(calls).toEqual(['/Login'])
})

test('a way that was changed is another run: a release of what it was is refused', async () => {
  const runId = await checked(1)
  const before = (await desks.run(runId)).submitted?.contentHash
  await desks.clerk('return', runId, { reason: 'Soll gedruckt werden' })
  const [notice] = await rowsOf(runId)
  await desks.clerk('choose-way', runId, { noticeId: notice?.id ?? '', way: { channel: 'here', registered: null } })
  await desks.submit(runId)
  await post.check.runDue()
  await expect(desks.release(runId, before)).rejects.toThrow('notices/changed-meanwhile')
  await desks.release(runId)
  expect((await desks.run(runId)).released).not.toBeNull()
})

test('a token that is refused is renewed once', async () => {
  await released(2)
  await post.send.runDue()
  const runId = await released(3, 10)
  centre.signEverybodyOut()
  await post.send.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, handedOver: 3 })
})

test('what failed is repeated under another name, and nothing else', async () => {
  const runId = await checked(4)
  bad = manyContents(4)[1]?.recipient.name ?? null
  await desks.release(runId)
  await post.send.runDue()
  nowMs += 120_000
  await post.ask?.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, processed: 3, failed: 1 })
  expect((await rowsOf(runId))[1]?.sent).toMatchObject({ state: 'failed', reason: 'E207 Die Adresse ist nicht zustellbar.' })
  bad = null
  await desks.clerk('repeat', runId)
  await post.send.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, processed: 3, handedOver: 1 })
  expect(centre.letters().map(({ letter }) => letter.custom1?.split('/')[1])).toEqual(['1', '1', '1', '1', '2'])
})

test('a paused run sends nothing more, an ended one never what waited', async () => {
  const runId = await released(9)
  fates = ['answers', 'loses-answer']
  await post.send.runDue()
  await desks.clerk('pause', runId)
  await post.send.runDue()
  expect(await tally(runId), 'what the print centre has is known').toEqual({ ...NOTHING_SENT, handedOver: 8 })
  await desks.clerk('cancel', runId, { reason: 'Falsche Satzung' })
  await post.send.runDue()
  expect(await tally(runId)).toEqual({ ...NOTHING_SENT, handedOver: 8, cancelled: 1 })
  expect(centre.letters()).toHaveLength(8)
})

test('another process waits until the first is gone', async () => {
  const runId = await released(2)
  await post.send.runDue()
  const next = await desks.prepare(manyContents(3).slice(2))
  const other = openNoticePost({ database, townId: TEST_TOWN, clock, log: quiet, fetch, finishing: lent, settings: { ...NO_PRINT_CENTRE, ...centre.settings } })
  try {
    await desks.submit(next)
    expect(await other.check.runDue()).toBe(0)
    nowMs += 60_000
    expect(await other.check.runDue()).toBeGreaterThan(0)
    expect(await post.check.runDue()).toBe(0)
  } finally {
    await other.close()
  }
  expect(await stage(runId)).toBe('handed-over')
})

test('a run is given for release only as the service holds it', async () => {
  const runId = await desks.prepare(manyContents(2))
  await expect(desks.clerk('submit', runId, { rowsHash: '0'.repeat(64), count: 2, totalCents: 2_914, dated: '2026-11-23' })).rejects.toThrow('notices/changed-meanwhile')
})
