import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Change } from '../../../../shared/command.ts'
import type { Actor } from '../../../../shared/actor.ts'
import { hashOfNotices, type NoticeContent } from '../../../../shared/domains/notices/content.ts'
import type { NoticeKind, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { aNoticeContent, aNoticeKind } from '../../../../shared/domains/notices/testing.ts'
import { AccountId, DepartmentId, derivedUuid, NoticeRunId, PersonId } from '../../../../shared/ids.ts'
import { Json } from '../../../../shared/json.ts'
import type { Clock } from '../../../../shared/time.ts'
import { STANDARD_TEMPLATES } from '../../../../shared/domains/letters/standard-templates.ts'
import { aLetterhead } from '../../../../shared/domains/letters/testing.ts'
import { aCommand } from '../../../commands/testing.ts'
import { createPipeline } from '../../../commands/pipeline.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { addTestTown, anOrigin, TEST_TOWN, testDatabase } from '../../../store/testing.ts'
import type { Schema } from '../../../store/schema.ts'
import { startPrintCentre, type PrintCentreSimulator, type SimulatorParts } from '../../../demo/print-centre/print-centre.ts'
import { aLog } from '../../../delivery/testing.ts'
import { openNoticePost, type NoticePost } from '../open-notices.ts'
import { NO_PRINT_CENTRE, type PrintCentreSettings } from '../print-centre/print-centre-settings.ts'
import type { FinishingParts } from '../typeset/finish-notice.ts'
import { COMPLETIONS } from '../../completions.ts'
import { isOnlyReplacement } from '../corrections/guard-replacement.ts'
import { asShown } from '../guard-submit.ts'
import { loadRunRows } from '../run-rows.ts'

const ORDNUNG = DepartmentId.parse('ordnung')

const somebody = (name: string, role: 'clerk' | 'lead'): Actor => ({
  townId: TEST_TOWN, accountId: AccountId.parse(derivedUuid('test/account', name)), personId: PersonId.parse(derivedUuid('test/person', name)), name, grants: [{ role, departmentId: ORDNUNG, viaPersonId: null, viaName: null }],
})
const CLERK = somebody('clerk.ordnung', 'clerk')
const LEAD = somebody('lead.ordnung', 'lead')

/** A town with a kind of notice that leaves as soon as it is released. */
export async function addNoticeTown(database: Database, kind: Partial<NoticeKind> = {}): Promise<void> {
  await addTestTown(database)
  const template = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
  if (!template) throw new Error('there is no standard notice')
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [
    { table: 'departments', row: { id: ORDNUNG, scope: 'town', version: 0, name: 'Ordnung', position: 0, letterhead: aLetterhead(), closedAt: null } },
    { table: 'letter_templates', row: template },
    { table: 'notice_kinds', row: aNoticeKind({ version: 0, templateId: template.id, coolingMinutes: 0, mapping: {}, ...kind }) },
  ]))
}

/** So many notices, each to somebody else. */
export const manyContents = (count: number, from = 1): readonly NoticeContent[] => Array.from({ length: count }, (_, index) => from + index).map(number => aNoticeContent({
  recipient: { ...aNoticeContent().recipient, name: `Änne Großkopf ${number}` }, reference: `4711.0815.${number}`,
}))

/** The two desks by which a run goes out. */
export interface NoticeDesks {
  prepare(contents: readonly NoticeContent[]): Promise<NoticeRunId>
  submit(runId: NoticeRunId): Promise<void>
  /** `seen`: what whoever releases has looked at; without it, what was given for release last. */
  release(runId: NoticeRunId, seen?: string): Promise<void>
  /** `pause`, `resume`, `cancel`, `repeat` and others that need a run alone. */
  clerk(verb: string, runId: NoticeRunId, more?: Readonly<Record<string, Json>>): Promise<void>
  run(runId: NoticeRunId): Promise<NoticeRun>
}

export function openNoticeDesks(database: Database, clock: Clock): NoticeDesks {
  const pipeline = createPipeline({ database, clock, effects: new Map(), guards: new Map([['notices.submit', asShown], ['notices.correct', isOnlyReplacement], ['notices.take-in', isOnlyReplacement]]), completions: COMPLETIONS })
  const applied = async (actor: Actor, name: string, input: Json): Promise<string> => {
    const command = aCommand(randomUUID(), name, input)
    const [answer] = await pipeline.run(actor, [command])
    if (answer?.kind !== 'applied') throw new Error(`${name} was answered with ${JSON.stringify(answer)}`)
    return command.id
  }
  const run = async (runId: NoticeRunId): Promise<NoticeRun> => {
    const found = (await loadRunRows(database.db, TEST_TOWN, { runs: [runId] }, false)).run(runId)
    if (!found) throw new Error('there is no such run')
    return found
  }
  return {
    run,
    prepare: async contents => {
      const totalCents = contents.reduce((sum, content) => sum + content.totalCents, 0)
      const begun = await applied(CLERK, 'notices.begin-run', {
        kindId: aNoticeKind().id, title: 'Umlage 2025', source: { fileName: 'umlage.csv', sha256: '0'.repeat(64) }, expected: { count: contents.length, totalCents }, mapping: {}, forAll: {},
      })
      const runId = NoticeRunId.parse(derivedUuid(begun, 'run'))
      for (let from = 0; from < contents.length; from += 100) await applied(CLERK, 'notices.add-rows', { runId, first: from + 1, notices: Json.parse(contents.slice(from, from + 100)) })
      return runId
    },
    submit: async runId => {
      const rows = await database.db.selectFrom('notices').select(['number', 'content_hash', 'content', 'left_out', 'way']).where('town_id', '=', TEST_TOWN).where('run_id', '=', runId).execute()
      const out = rows.filter(({ left_out }) => left_out === null)
      const totalCents = out.reduce((sum, { content }) => sum + content.totalCents, 0)
      await applied(CLERK, 'notices.submit', { runId, rowsHash: hashOfNotices(out.map(({ number, content_hash, way }) => ({ number, hash: content_hash, way }))), count: out.length, totalCents, dated: '2026-11-23' })
    },
    release: async (runId, seen) => {
      const { submitted } = await run(runId)
      if (!submitted) throw new Error('not given for release')
      await applied(LEAD, 'notices.release', { runId, contentHash: seen ?? submitted.contentHash, typed: String(submitted.count), looked: [] })
    },
    clerk: async (verb, runId, more = {}) => void (await applied(CLERK, `notices.${verb}`, { runId, ...more })),
  }
}

/** A town that sends to a simulated print centre; the clock stands until it is moved. */
export interface SendingTown {
  readonly database: Database
  readonly centre: PrintCentreSimulator
  readonly post: NoticePost
  readonly desks: NoticeDesks
  /** How many files were set. */
  typeset(): number
  pass(ms: number): void
  /** Writes rows as the service does. */
  put(...changes: readonly Change[]): Promise<void>
  notices(runId: NoticeRunId): Promise<readonly Selectable<Schema['notices']>[]>
  checked(contents: readonly NoticeContent[]): Promise<NoticeRunId>
  close(): Promise<void>
}

export interface SendingTownParts {
  readonly finishing: FinishingParts
  readonly kind?: Partial<NoticeKind>
  readonly centre?: Pick<SimulatorParts, 'endsWith'>
  readonly settings?: Partial<PrintCentreSettings>
}

const PACE = { processed: 60_000, atPrintCentre: 60_000, dispatched: 3_600_000 }

export async function openSendingTown({ finishing, kind, centre: how, settings }: SendingTownParts): Promise<SendingTown> {
  let nowMs = Date.UTC(2026, 10, 23, 9)
  let count = 0
  const clock = { nowMs: () => nowMs }
  const counting: FinishingParts = {
    typesetter: { ...finishing.typesetter, typeset: document => { count += 1; return finishing.typesetter.typeset(document) }, close: async () => undefined },
    preflighter: { ...finishing.preflighter, close: async () => undefined },
  }
  const database = await testDatabase()
  await addNoticeTown(database, kind)
  const centre = await startPrintCentre({ nowMs: clock.nowMs, pace: PACE, ...how })
  const post = openNoticePost({
    database, townId: TEST_TOWN, clock, log: aLog(), fetch, finishing: counting, backoffMs: () => 0,
    settings: { ...NO_PRINT_CENTRE, ...centre.settings, printCentreLettersPerCall: 4, printCentreAskSeconds: 60, ...settings },
  })
  const desks = openNoticeDesks(database, clock)
  return {
    database, centre, post, desks,
    typeset: () => count,
    pass: ms => { nowMs += ms },
    put: async (...changes) => void (await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), changes))),
    notices: runId => database.db.selectFrom('notices').selectAll().where('run_id', '=', runId).orderBy('number').execute(),
    checked: async contents => {
      const runId = await desks.prepare(contents)
      await desks.submit(runId)
      await post.check.runDue()
      return runId
    },
    close: async () => {
      await post.close()
      await centre.close()
      await database.close()
    },
  }
}
