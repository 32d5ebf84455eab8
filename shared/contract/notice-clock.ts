import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FinalityRow } from '../domains/notices/clock/finality-row.ts'
import { NoticeRuleSet } from '../domains/notices/clock/rule-sets.ts'
import { NoticeRunId } from '../ids.ts'

export const noticeClockContract = {
  /** The laws that hold in the town, each with all its versions. */
  laws: oc.output(z.object({ laws: z.array(NoticeRuleSet) })),
  /** Notices that went out, of one run or, null, of all, with the days of their clocks as of today; in no order. */
  finality: oc.input(z.object({ runId: NoticeRunId.nullable() })).output(z.object({ rows: z.array(FinalityRow) })),
}
