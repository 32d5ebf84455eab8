import type { NoticeFact } from '../../../../../shared/domains/notices/clock/facts.ts'
import { finalityRows, type FinalityRow } from '../../../../../shared/domains/notices/clock/finality-row.ts'
import type { NoticeRuleSet } from '../../../../../shared/domains/notices/clock/rule-sets.ts'
import { ruleSetsOf } from '../../../../../shared/domains/notices/clock/town-rule-sets.ts'
import { germanDayAt } from '../../../../../shared/german-days.ts'
import { NoticeId, NoticeRunId } from '../../../../../shared/ids.ts'
import type { Database } from '../../../cache/database.ts'
import { effectiveAll } from '../../../cache/rows.ts'
import { shownWhere } from '../../../cache/shown-rows.ts'
import { statement } from '../../../cache/statements.ts'

/** What is asked about the days of notices, answered without the service. */
export interface NoticeClockQueries {
  finality(runId: string | null): FinalityRow[]
  /** The laws that hold in the town, with all their versions. */
  laws(): NoticeRuleSet[]
}

interface Found {
  readonly id: string
  readonly run_id: string
  readonly name: string
  readonly reference: string
  readonly facts: string
}

// Of what a notice says only two words are read: a list of thousands needs no more.
const OF_LIST = "id, run_id, content ->> '$.recipient.name' AS name, content ->> '$.reference' AS reference, facts"
const WENT_OUT = "(facts <> '[]' OR (left_out IS NULL AND sent ->> '$.state' NOT IN ('failed', 'cancelled')))"
const OF_ALL = shownWhere('notices', WENT_OUT, OF_LIST)
const OF_RUN = shownWhere('notices', `run_id = @runId AND ${WENT_OUT}`, OF_LIST)

export const createNoticeClockQueries = ({ cache: { db }, now }: { readonly cache: { readonly db: Database }; readonly now: () => number }): NoticeClockQueries => ({
  laws: () => [...ruleSetsOf(effectiveAll(db, 'notice_rule_sets'))],
  finality: runId => {
    const ruleSetIds = ruleSetsOfRuns(db)
    const found = (runId === null ? statement(db, OF_ALL).all() : statement(db, OF_RUN).all({ runId })) as Found[]
    return finalityRows(found.flatMap(({ id, run_id, name, reference, facts }) => {
      const ruleSetId = ruleSetIds.get(run_id)
      return ruleSetId ? [{ id: NoticeId.parse(id), runId: NoticeRunId.parse(run_id), name, reference, ruleSetId, facts: JSON.parse(facts) as NoticeFact[] }] : []
    }), ruleSetsOf(effectiveAll(db, 'notice_rule_sets')), germanDayAt(now()))
  },
})

/** By which rule set the notices of each run are announced. */
function ruleSetsOfRuns(db: Database): ReadonlyMap<string, string> {
  const kinds = new Map(effectiveAll(db, 'notice_kinds').map(({ id, ruleSetId }) => [id, ruleSetId]))
  return new Map(effectiveAll(db, 'notice_runs').flatMap(({ id, kindId }) => {
    const ruleSetId = kinds.get(kindId)
    return ruleSetId ? [[id, ruleSetId] as const] : []
  }))
}
