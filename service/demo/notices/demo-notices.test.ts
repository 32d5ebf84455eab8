import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { templateProblems } from '../../../shared/domains/letters/template-problems.ts'
import { contentOfTemplate } from '../../../shared/domains/letters/template-content.ts'
import { blocksById } from '../../../shared/domains/letters/text-blocks.ts'
import { LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { CLOCK_STATES } from '../../../shared/domains/notices/clock/clock.ts'
import { finalityOf } from '../../../shared/domains/notices/clock/finality.ts'
import { STANDARD_RULE_SETS } from '../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { mayRelease } from '../../../shared/domains/notices/release-commands.ts'
import { stageOf } from '../../../shared/domains/notices/stage.ts'
import { MailboxConsent, Notice, NoticeKind, NoticeRun, type Paper } from '../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import { aLog } from '../../delivery/testing.ts'
import { facsimilesOf } from '../../domains/letters/facsimiles.ts'
import { createTypesetter } from '../../domains/letters/typesetter.ts'
import { fallBack } from '../../domains/notices/mailbox/fall-back.ts'
import { createPreflighter } from '../../domains/notices/preflight/preflighter.ts'
import { openRuns } from '../../domains/notices/sending/open-runs.ts'
import { finishNotice, type FinishingParts } from '../../domains/notices/typeset/finish-notice.ts'
import type { Database } from '../../store/database.ts'
import { testDatabase } from '../../store/testing.ts'
import { createRandom } from '../random.ts'
import { seedDemoTown } from '../seed.ts'
import { demoStaff } from '../staff.ts'
import { TOWN } from '../town.ts'
import { demoConsents } from './consents.ts'
import { DEMO_KINDS } from './kinds.ts'
import type { MadeRun } from './make-run.ts'
import { demoRuns } from './runs.ts'
import { demoNoticeTemplates } from './templates.ts'
import { demoTextBlocks } from './text-blocks.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9, 30))
const MOMENTS = [['a Tuesday morning', NOW], ['New Year', instantFromMs(Date.UTC(2027, 0, 1, 0, 5))], ['after a leap day', instantFromMs(Date.UTC(2028, 2, 1, 7, 40))], ['a summer night', instantFromMs(Date.UTC(2027, 6, 3, 21, 40))]] as const
const runsAt = (now: Instant): readonly MadeRun[] => demoRuns({ now, random: createRandom(5) })
const runs = runsAt(NOW)

let database: Database
let parts: FinishingParts
beforeAll(async () => {
  database = await testDatabase()
  await seedDemoTown(database, { townId: TOWN.id, rows: 200, seed: 5, now: NOW, log: aLog() })
  parts = { typesetter: createTypesetter({ log: aLog(), facsimiles: facsimilesOf(database.db, TOWN.id) }), preflighter: createPreflighter() }
})
afterAll(() => Promise.all([database.close(), parts.typesetter.close(), parts.preflighter.close()]))

const ruleSetOf = ({ run }: MadeRun): string => Object.values(DEMO_KINDS).find(({ id }) => id === run.kindId)?.ruleSetId ?? ''
const countsAt = (now: Instant) => finalityOf(runsAt(now).flatMap(made => made.notices.map(({ id, facts }) => ({ id, facts, ruleSetId: ruleSetOf(made) }))), STANDARD_RULE_SETS, germanDay(now)).counts

test.for(MOMENTS)('are rows as tables hold them, %s', ([, now]) => {
  for (const kind of Object.values(DEMO_KINDS)) expect(() => NoticeKind.parse(kind)).not.toThrow()
  for (const { run, notices } of runsAt(now)) {
    expect(() => NoticeRun.parse(run)).not.toThrow()
    for (const notice of notices) expect(() => Notice.parse(notice), JSON.stringify(notice)).not.toThrow()
  }
})

test.for(MOMENTS)('one run waits, one is to be mended, three left, and something is in every state of the law, %s', ([, now]) => {
  expect(runsAt(now).map(({ run }) => stageOf(run, now))).toEqual(['handed-over', 'handed-over', 'draft', 'pending', 'handed-over'])
  const counts = countsAt(now)
  expect(CLOCK_STATES.filter(state => counts[state] === 0), JSON.stringify(counts)).toEqual([])
})

test('the templates have nothing that keeps them from being published', () => {
  for (const template of demoNoticeTemplates()) {
    expect(templateProblems(contentOfTemplate(LetterTemplate.parse(template)), { hasService: true, formKeys: [], blocks: blocksById(demoTextBlocks(NOW)) }), template.title).toEqual([])
  }
})

test('what waits can be released by the lead and by nobody who wrote it', () => {
  const waiting = runs.find(({ run }) => stageOf(run, NOW) === 'pending')
  if (!waiting) throw new Error('no run waits')
  const may = demoStaff(NOW).filter(({ personId, grants }) => mayRelease(waiting.run, { personId, grants: grants.map(grant => ({ ...grant, viaPersonId: null, viaName: null })) })).map(({ login }) => login)
  expect(may).toEqual(expect.arrayContaining(['petra.lindner', 'annett.falke']))
  expect(may.filter(login => login.startsWith('katrin.sommer'))).toEqual([])
})

test('the counts of a run are those of its notices', async () => {
  for (const { run, notices } of runs) {
    const inState = (state: string): number => notices.filter(({ sent }) => sent?.state === state).length
    expect([run.added, run.tally.dispatched, run.tally.failed, run.tally.toPrint]).toEqual([notices.length, inState('dispatched'), inState('failed'), inState('to-print')])
    expect(run.submitted?.count ?? 0).toBe(run.submitted ? notices.filter(({ leftOut }) => leftOut === null).length : 0)
  }
  const { rows } = await database.db.selectFrom('notices').select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
  expect(rows).toBe(runs.reduce((sum, { notices }) => sum + notices.length, 0))
})

test('one run waits to be printed in the house, and one open objection is dealt with in a case of the department', async () => {
  expect(runs.map(({ notices }) => notices.filter(({ sent }) => sent?.state === 'to-print').length)).toEqual([0, 0, 0, 0, 12])
  const { rows } = await sql<{ readonly department: string; readonly status: string; readonly isBefore: boolean }>`
    select a.department_id as department, a.status, (a.received_at at time zone 'Europe/Berlin')::date <= (fact ->> 'day')::date as "isBefore"
    from notices n, jsonb_array_elements(n.facts) fact join applications a on a.id::text = fact ->> 'caseId' where fact ->> 'kind' = 'objected'`.execute(database.db)
  expect(rows).toEqual([{ department: 'steuern', status: expect.stringMatching(/^(received|in-progress)$/), isBefore: true }])
})

test('nothing of it waits to be sent or asked about: a start leaves the print centre alone', async () => {
  const states = await database.db.selectFrom('notice_letters').select(['state']).distinct().execute()
  expect(states.map(({ state }) => state).toSorted()).toEqual(['dispatched', 'failed', 'provided', 'to-print'])
  expect(await openRuns(database.db, TOWN.id, NOW)).toEqual([])
})

test.for(MOMENTS)('one notice was opened in its mailbox, one went by post because nobody opened it, one lies there unread and may do so, %s', ([, now]) => {
  const made = runsAt(now)
  const stories = made.flatMap(({ notices }) => notices.filter(({ facts }) => facts.some(({ kind }) => kind === 'provided')))
  expect(stories.map(({ sent, facts }) => [sent?.state, facts.map(({ kind }) => kind).join()])).toEqual([['retrieved', 'provided,retrieved'], ['dispatched', 'provided,posted'], ['provided', 'provided']])
  const { clocks } = finalityOf(stories.map(({ id, facts }) => ({ id, facts, ruleSetId: DEMO_KINDS.umlage.ruleSetId })), STANDARD_RULE_SETS, germanDay(now))
  expect([...clocks.values()].map(({ announced }) => announced.kind)).toEqual(['announced', 'announced', 'not-yet'])
  const consents = demoConsents(made, now)
  for (const consent of consents) expect(() => MailboxConsent.parse(consent)).not.toThrow()
  expect([consents.length, consents.filter(({ withdrawnAt, emailFailedAt }) => withdrawnAt || emailFailedAt).length]).toEqual([6, 2])
})

test('what lies unread in the demo does not go by post as soon as it starts', async () => {
  expect(await fallBack({ db: database.db, townId: TOWN.id, clock: { nowMs: () => msOf(NOW) } }, async () => true)).toBe(0)
})

test('letters have the pages and the mistakes that the rows say', { timeout: 60_000 }, async () => {
  const papers = new Map(runs.flatMap(({ run }) => (run.submitted ? [[run.kindId, run.submitted.paper] as const] : [])))
  const looked = runs.flatMap(({ run, notices }) => notices.filter(({ number, checked }) => number % 9 === 1 || (checked?.problems.length ?? 0) > 0).map(notice => ({ notice, paper: papers.get(run.kindId) as Paper })))
  const found = await Promise.all(looked.map(async ({ notice, paper }) => {
    const { pages, problems } = await finishNotice(parts, notice.content, paper, 'post')
    return { number: notice.number, pages, codes: problems.map(({ code }) => code) }
  }))
  expect(found).toEqual(looked.map(({ notice: { number, checked } }) => ({ number, pages: checked?.pages, codes: checked?.problems.map(({ code }) => code) ?? [] })))
  expect(found.filter(({ codes }) => codes.length > 0)).toHaveLength(3)
})
