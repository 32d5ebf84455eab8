import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { WrittenContent } from '../../../../shared/domains/notices/content.ts'
import { Json } from '../../../../shared/json.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { startPrintCentre, type PrintCentreSimulator } from '../../../demo/print-centre/print-centre.ts'
import type { Database } from '../../../store/database.ts'
import { testDatabase, TEST_TOWN } from '../../../store/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { openNoticePost, type NoticePost } from '../open-notices.ts'
import { createPreflighter } from '../preflight/preflighter.ts'
import { NO_PRINT_CENTRE } from '../print-centre/print-centre-settings.ts'
import { loadRunRows } from '../run-rows.ts'
import { addNoticeTown, manyContents, openNoticeDesks, type NoticeDesks } from '../sending/testing.ts'

const DAY_MS = 86_400_000

let nowMs = 0
let isFailing = false
const clock = { nowMs: () => nowMs }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const finishing = { typesetter: createTypesetter({ log: quiet }), preflighter: createPreflighter() }
afterAll(async () => void (await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])))

let database: Database
let centre: PrintCentreSimulator
let post: NoticePost
let desks: NoticeDesks

beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 23, 9)
  isFailing = false
  database = await testDatabase()
  await addNoticeTown(database)
  centre = await startPrintCentre({ nowMs: () => nowMs, pace: { processed: 60_000, atPrintCentre: 3_600_000, dispatched: DAY_MS }, failsLater: () => (isFailing ? { code: 'E001', description: 'Anschrift unvollständig' } : null) })
  post = openNoticePost({
    database, townId: TEST_TOWN, clock, log: quiet, fetch, settings: { ...NO_PRINT_CENTRE, ...centre.settings, printCentreAskSeconds: 60 }, backoffMs: () => 0,
    finishing: { typesetter: { ...finishing.typesetter, close: async () => undefined }, preflighter: { ...finishing.preflighter, close: async () => undefined } },
  })
  desks = openNoticeDesks(database, clock)
})
afterEach(async () => {
  await post.close()
  await centre.close()
  await database.close()
})

async function noticesOf(runId: NoticeRunId): Promise<readonly Notice[]> {
  const found = await database.db.selectFrom('notices').select('id').where('town_id', '=', TEST_TOWN).where('run_id', '=', runId).orderBy('number').execute()
  const rows = await loadRunRows(database.db, TEST_TOWN, { notices: found.map(({ id }) => id) }, false)
  return found.flatMap(({ id }) => rows.notice(id) ?? [])
}
const only = async (runId: NoticeRunId): Promise<Notice> => {
  const [one] = await noticesOf(runId)
  if (!one) throw new Error('the run is empty')
  return one
}

/** Has what was given for release sent by both persons; the print centre has it then. */
async function handOver(runId: NoticeRunId): Promise<void> {
  await desks.submit(runId)
  await post.check.runDue()
  await desks.release(runId)
  await post.send?.runDue()
}

async function daysPass(): Promise<void> {
  nowMs += 2 * DAY_MS
  await post.ask?.runDue()
}

/** The run in which a correction of this notice was prepared. */
async function correct({ id, runId, content }: Notice, title: string): Promise<NoticeRunId> {
  const written = WrittenContent.parse({ ...content, items: [{ label: 'Flächenbeitrag', cents: 900 }], totalCents: 900 })
  await desks.clerk('correct', runId, { runId: null, noticeId: id, title, reason: 'Fläche war zu groß', content: Json.parse(written) })
  return (await database.db.selectFrom('notice_runs').select('id').where('town_id', '=', TEST_TOWN).where('title', '=', title).executeTakeFirstOrThrow()).id
}

test('the old notice is replaced in the moment in which the new one is posted, once, and not before', { timeout: 120_000 }, async () => {
  const runId = await desks.prepare(manyContents(1))
  await handOver(runId)
  await daysPass()
  const before = await only(runId)
  const again = await correct(before, 'Berichtigung')
  await handOver(again)
  expect((await only(runId)).facts.map(({ kind }) => kind)).toEqual(['posted'])
  await daysPass()
  const after = await only(again)
  const [, entry, ...more] = (await only(runId)).facts
  expect(entry).toMatchObject({ kind: 'replaced', byNoticeId: after.id, note: 'Fläche war zu groß', byPersonId: null, day: after.sent?.postedDay })
  await daysPass()
  expect([more, (await only(runId)).facts.length]).toEqual([[], 2])
})

test('where a correction could not leave, the old notice is replaced by the one that goes to a new address in its place', { timeout: 120_000 }, async () => {
  const runId = await desks.prepare(manyContents(1))
  await handOver(runId)
  await daysPass()
  const second = await correct(await only(runId), 'Berichtigung')
  isFailing = true
  await handOver(second)
  await daysPass()
  isFailing = false
  const failed = await only(second)
  expect(failed.sent?.state).toBe('failed')
  const recipient = { ...failed.content.recipient, street: 'Neue Straße' }
  await desks.clerk('send-again', second, { runId: null, noticeId: failed.id, title: 'Neue Anschrift', reason: 'verzogen', recipient })
  const { id: third } = await database.db.selectFrom('notice_runs').select('id').where('title', '=', 'Neue Anschrift').executeTakeFirstOrThrow()
  await handOver(third)
  await daysPass()
  const { id: byNoticeId } = await only(third)
  expect((await only(runId)).facts).toMatchObject([{ kind: 'posted' }, { kind: 'replaced', byNoticeId }])
})

test('no notice is replaced twice, unless the first replacement never goes', { timeout: 60_000 }, async () => {
  const runId = await desks.prepare(manyContents(1))
  await handOver(runId)
  const before = await only(runId)
  const first = await correct(before, 'erste')
  await expect(correct(before, 'zweite')).rejects.toThrow('notices/replacement-exists')
  await desks.clerk('cancel', first, { reason: 'doch nicht' })
  await expect(correct(before, 'dritte')).resolves.toBeDefined()
})
