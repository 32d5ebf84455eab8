import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockOf } from '../../../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../../../shared/domains/notices/clock/finality.ts'
import { STANDARD_RULE_SETS } from '../../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import { aConsent } from '../../../../shared/domains/notices/testing.ts'
import { derivedUuid, type NoticeId, type NoticeRunId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { aLog } from '../../../delivery/testing.ts'
import { TEST_TOWN } from '../../../store/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { createPreflighter } from '../preflight/preflighter.ts'
import { loadRunRows } from '../run-rows.ts'
import { manyContents, openSendingTown, type SendingTown } from '../sending/testing.ts'
import { createConsentKeys } from './consent-keys.ts'
import { fallBack } from './fall-back.ts'
import { createNoticeMailboxes } from './notice-mailboxes.ts'

const START_MS = Date.UTC(2026, 10, 23, 9)
const DAY_MS = 86_400_000
const finishing = { typesetter: createTypesetter({ log: aLog() }), preflighter: createPreflighter() }

let town: SendingTown
let nowMs = START_MS
beforeAll(async () => {
  town = await openSendingTown({ finishing })
  await town.put({ table: 'mailbox_consents', row: aConsent({ name: 'AENNE GROSSKOPF 1', reference: '4711 0815 1', version: 0 }) })
})
afterAll(async () => {
  await town.close()
  await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])
})

const pass = (ms: number): void => {
  nowMs += ms
  town.pass(ms)
}

/** A run of two, of which the first has a mailbox; sent. */
async function sentRun(): Promise<NoticeRunId> {
  const runId = await town.checked(manyContents(2))
  await town.desks.release(runId)
  await town.post.send?.runDue()
  return runId
}

const first = async (runId: NoticeRunId) => {
  const [notice] = await town.notices(runId)
  if (!notice) throw new Error('the run is empty')
  return notice
}
const filesOf = async (id: NoticeId) => (await town.database.db.selectFrom('notice_files').select('rendition').where('notice_id', '=', id).execute()).map(({ rendition }) => rendition)
const ended = async (runId: NoticeRunId): Promise<string> => stageOf(await town.desks.run(runId), instantFromMs(nowMs))

test('what nobody opens leaves by post with the next call, once, whoever looks, and its period runs from the post', async () => {
  const runId = await sentRun()
  const provided = await first(runId)
  expect([provided.sent?.state, town.centre.letters().length, await ended(runId), (await town.desks.run(runId)).tally.provided]).toEqual(['provided', 1, 'handed-over', 1])
  pass(11 * DAY_MS)
  const parts = { db: town.database.db, townId: TEST_TOWN, clock: { nowMs: () => nowMs } }
  await Promise.all([town.post.fallBack.runDue(), fallBack(parts, async () => true)])
  expect([(await first(runId)).sent, await ended(runId)]).toEqual([null, 'sending'])
  await town.post.send?.runDue()
  await town.post.fallBack.runDue()
  await town.post.send?.runDue()
  expect([(await first(runId)).sent, await ended(runId)]).toMatchObject([{ channel: 'post', state: 'handed-over', attempt: 2 }, 'handed-over'])
  expect(town.centre.letters().map(({ letter }) => letter.addressLine1).toSorted()).toEqual(['Änne Großkopf 1', 'Änne Großkopf 2'])
  pass(DAY_MS)
  await town.post.ask?.runDue()
  const { facts, content } = await first(runId)
  expect([content, facts.map(({ kind }) => kind)]).toEqual([provided.content, ['provided', 'posted']])
  expect(clockOf({ facts, ruleSet: ruleSetCalled('vwvfg', STANDARD_RULE_SETS), on: '2026-12-20' })).toMatchObject({ state: 'open', announced: { by: 'posted' } })
  expect(await filesOf(provided.id)).toEqual([])
})

test('what was opened never leaves, and its files are not kept beside the mailbox', async () => {
  const runId = await sentRun()
  const { id } = await first(runId)
  expect(await filesOf(id)).toEqual(['print'])
  const mailboxes = createNoticeMailboxes({ database: town.database, townId: TEST_TOWN, clock: { nowMs: () => nowMs }, newId: () => '' })
  const key = await createConsentKeys(town.database).openFor(TEST_TOWN, aConsent().id, instantFromMs(nowMs))
  expect(await mailboxes.retrieve(key, id)).toMatchObject({ ok: true, value: { id } })
  pass(11 * DAY_MS)
  expect([await town.post.fallBack.runDue(), (await first(runId)).sent?.state, await filesOf(id), (await town.desks.run(runId)).tally]).toMatchObject([0, 'retrieved', [], { provided: 0, retrieved: 1 }])
})

test('a run that was ended sends nothing more, also not what nobody opened', async () => {
  const runId = await town.checked(manyContents(2))
  await town.desks.release(runId)
  await town.post.send?.runDue()
  const run = await town.desks.run(runId)
  await town.put({ table: 'notice_runs', row: { ...run, cancelled: run.submitted && { at: instantFromMs(nowMs), byPersonId: run.submitted.byPersonId, byName: run.submitted.byName, reason: 'Irrtum' } } })
  pass(11 * DAY_MS)
  await town.post.fallBack.runDue()
  const { sent, facts } = await first(runId)
  expect([sent?.state, clockOf({ facts, ruleSet: ruleSetCalled('vwvfg', STANDARD_RULE_SETS), on: '2027-02-01' }).state]).toEqual(['provided', 'repeat'])
})

test('what another notice replaced meanwhile is not sent after all', async () => {
  const runId = await sentRun()
  const { id } = await first(runId)
  const notice = (await loadRunRows(town.database.db, TEST_TOWN, { notices: [id] }, false)).notice(id)
  if (!notice) throw new Error('the notice is gone')
  const replaced = { id: derivedUuid('test/fact', 'replaced'), kind: 'replaced' as const, byNoticeId: null, day: '2026-12-20', at: instantFromMs(nowMs), byPersonId: null, byName: '', note: 'Fläche war zu groß' }
  await town.put({ table: 'notices', row: { ...notice, facts: [...notice.facts, replaced] } })
  const before = town.centre.letters().length
  pass(11 * DAY_MS)
  await town.post.fallBack.runDue()
  await town.post.send.runDue()
  expect([(await first(runId)).sent?.state, await ended(runId), town.centre.letters().length - before]).toEqual(['provided', 'handed-over', 0])
  pass(60_000)
  expect(await town.post.fallBack.runDue(), 'and nobody looks at it again').toBe(0)
})
