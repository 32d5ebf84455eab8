import { randomUUID } from 'node:crypto'
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
import { addTestTown, anOrigin, TEST_TOWN } from '../../../store/testing.ts'
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
    { table: 'departments', row: { id: ORDNUNG, scope: 'town', version: 0, name: 'Ordnung', position: 0, letterhead: aLetterhead() } },
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
  release(runId: NoticeRunId): Promise<void>
  /** `pause`, `resume`, `cancel`, `repeat` and others that need a run alone. */
  clerk(verb: string, runId: NoticeRunId, more?: Readonly<Record<string, Json>>): Promise<void>
  run(runId: NoticeRunId): Promise<NoticeRun>
}

export function openNoticeDesks(database: Database, clock: Clock): NoticeDesks {
  const pipeline = createPipeline({ database, clock, effects: new Map(), guards: new Map([['notices.submit', asShown], ['notices.correct', isOnlyReplacement]]), completions: COMPLETIONS })
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
      const rows = await database.db.selectFrom('notices').select(['number', 'content_hash', 'content', 'left_out']).where('town_id', '=', TEST_TOWN).where('run_id', '=', runId).execute()
      const out = rows.filter(({ left_out }) => left_out === null)
      const totalCents = out.reduce((sum, { content }) => sum + content.totalCents, 0)
      await applied(CLERK, 'notices.submit', { runId, rowsHash: hashOfNotices(out.map(({ number, content_hash }) => ({ number, hash: content_hash }))), count: out.length, totalCents, dated: '2026-11-23' })
    },
    release: async runId => {
      const { submitted } = await run(runId)
      if (!submitted) throw new Error('not given for release')
      await applied(LEAD, 'notices.release', { runId, contentHash: submitted.contentHash, typed: String(submitted.count), looked: [] })
    },
    clerk: async (verb, runId, more = {}) => void (await applied(CLERK, `notices.${verb}`, { runId, ...more })),
  }
}
