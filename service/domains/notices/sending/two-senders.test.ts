import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { instantFromMs } from '../../../../shared/time.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import { NOTHING_SENT } from '../../../../shared/domains/notices/tables.ts'
import { aConsent } from '../../../../shared/domains/notices/testing.ts'
import { startPrintCentre, type PrintCentreSimulator } from '../../../demo/print-centre/print-centre.ts'
import { aLog } from '../../../delivery/testing.ts'
import { commitChanges } from '../../../store/commit.ts'
import { openDatabase, type Database } from '../../../store/database.ts'
import { anOrigin, postgresTestDatabase, TEST_TOWN } from '../../../store/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { openNoticePost, type NoticePost } from '../open-notices.ts'
import { createPreflighter } from '../preflight/preflighter.ts'
import { NO_PRINT_CENTRE } from '../print-centre/print-centre-settings.ts'
import type { FinishingParts } from '../typeset/finish-notice.ts'
import { addNoticeTown, manyContents, openNoticeDesks } from './testing.ts'

const url = process.env['TEST_DATABASE_URL']
const LETTERS = 24
const HELD_FOR_MS = 30_000

const finishing = { typesetter: createTypesetter({ log: aLog() }), preflighter: createPreflighter() }
afterAll(async () => void (await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])))
const lent: FinishingParts = { typesetter: { ...finishing.typesetter, close: async () => undefined }, preflighter: { ...finishing.preflighter, close: async () => undefined } }

let nowMs: number
let databases: readonly [Database & { readonly url: string }, Database]
let centre: PrintCentreSimulator
/** What the calls of a process do before they leave. */
let before: [() => Promise<void>, () => Promise<void>]
let posts: readonly [NoticePost, NoticePost]

beforeEach(async () => {
  if (!url) return
  nowMs = Date.UTC(2026, 10, 23, 9)
  const clock = { nowMs: () => nowMs }
  const database = await postgresTestDatabase(url)
  databases = [database, await openDatabase(database.url)]
  await addNoticeTown(database)
  centre = await startPrintCentre({ nowMs: clock.nowMs, pace: { processed: 1_000, atPrintCentre: 1_000, dispatched: 1_000 } })
  before = [async () => undefined, async () => undefined]
  const aPost = (which: 0 | 1): NoticePost => openNoticePost({
    database: databases[which], townId: TEST_TOWN, clock, log: aLog(), finishing: lent, heldForMs: HELD_FOR_MS, backoffMs: () => 0,
    settings: { ...NO_PRINT_CENTRE, ...centre.settings, printCentreLettersPerCall: 3 },
    fetch: async (input, init) => {
      if (new Request(input, { method: 'HEAD' }).url.endsWith('/Letter')) await before[which]()
      return fetch(input, init)
    },
  })
  posts = [aPost(0), aPost(1)]
})
afterEach(async () => {
  if (!url) return
  await Promise.all(posts.map(post => post.close()))
  await centre.close()
  await databases[1].close()
  await databases[0].close()
})

async function releasedRun() {
  const desks = openNoticeDesks(databases[0], { nowMs: () => nowMs })
  await databases[0].db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'mailbox_consents', row: aConsent({ version: 0, name: 'Änne Großkopf 1' }) }]))
  const runId = await desks.prepare(manyContents(LETTERS))
  await desks.submit(runId)
  await posts[0].check.runDue()
  await desks.release(runId)
  return () => desks.run(runId)
}

const twice = (): readonly string[] => [...Map.groupBy(centre.letters(), ({ letter }) => letter.addressLine1)].filter(([, letters]) => letters.length > 1).map(([name]) => name)

// Needs real concurrency: the embedded database has one connection.
test.runIf(url)('of two processes that send at once, each letter leaves by one', { timeout: 60_000 }, async () => {
  const run = await releasedRun()
  // Each look is one in which the other may have stopped saying that it is there.
  before = [async () => { nowMs += HELD_FOR_MS }, async () => { nowMs += HELD_FOR_MS }]
  while (stageOf(await run(), instantFromMs(nowMs)) === 'sending') await Promise.all(posts.map(post => post.send.runDue()))
  expect([twice(), (await run()).tally]).toEqual([[], { ...NOTHING_SENT, provided: 1, handedOver: LETTERS - 1 }])
  expect(await databases[0].db.selectFrom('notice_provisions').select('attempt').execute()).toEqual([{ attempt: 1 }])
})

test.runIf(url)('a process that slept between writing down and sending sends nothing that the next one has sent', { timeout: 60_000 }, async () => {
  const run = await releasedRun()
  const [asleep, awake] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  before = [async () => { asleep.resolve(); await awake.promise }, async () => undefined]
  const sleeping = posts[0].send.runDue()
  await asleep.promise
  nowMs += HELD_FOR_MS
  await posts[1].send.runDue()
  awake.resolve()
  await sleeping
  expect([twice(), centre.letters().length, (await run()).tally]).toEqual([[], LETTERS - 1, { ...NOTHING_SENT, provided: 1, handedOver: LETTERS - 1 }])
})
