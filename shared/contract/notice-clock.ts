import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FinalityRow } from '../domains/notices/clock/finality-row.ts'
import { RuleSetId } from '../domains/notices/clock/rule-sets.ts'
import { Notice } from '../domains/notices/tables.ts'
import { NoticeId, NoticeRunId } from '../ids.ts'

/** A notice with what its clock needs; `isPending` while an entry of one's own is not at the service yet. */
export const TimedNotice = z.object({ notice: Notice, ruleSetId: RuleSetId, runTitle: z.string(), isPending: z.boolean() })
export type TimedNotice = z.infer<typeof TimedNotice>

export const noticeClockContract = {
  /** Notices that went out, of one run or, null, of all, with the days of their clocks as of today; in no order. */
  finality: oc.input(z.object({ runId: NoticeRunId.nullable() })).output(z.object({ rows: z.array(FinalityRow) })),
  /** One notice; null where this desk does not hold it. */
  one: oc.input(z.object({ noticeId: NoticeId })).output(z.object({ timed: TimedNotice.nullable() })),
}
