import type { Instant } from '../../time.ts'
import type { Notice, NoticeRun } from './tables.ts'

/**
 * How far a run is. `arriving`: not all notices are there. `draft`: they can be mended. `checking`: the service sets the
 * letters and reads them back. `faulty`: it found something. `pending`: waits for the second person. `cooling`: released, and
 * can still be taken back. `sending`, `paused`. `handed-over`: nothing waits any more. `cancelled`: what had not gone stays.
 */
export const RUN_STAGES = ['arriving', 'draft', 'checking', 'faulty', 'pending', 'cooling', 'sending', 'paused', 'handed-over', 'cancelled'] as const
export type RunStage = (typeof RUN_STAGES)[number]

export function stageOf(run: NoticeRun, now: Instant): RunStage {
  if (run.cancelled) return 'cancelled'
  if (run.released) return releasedStage(run, run.released.outAt, now)
  if (run.submitted) return submittedStage(run)
  return run.added < run.expected.count ? 'arriving' : 'draft'
}

function releasedStage({ handedOverAt, paused }: NoticeRun, outAt: Instant, now: Instant): RunStage {
  if (handedOverAt) return 'handed-over'
  if (paused) return 'paused'
  return now < outAt ? 'cooling' : 'sending'
}

function submittedStage({ checked, submitted }: NoticeRun): RunStage {
  if (!checked || checked.contentHash !== submitted?.contentHash) return 'checking'
  return checked.withProblems > 0 ? 'faulty' : 'pending'
}

/** How far one notice is, within its run. */
export type NoticeStage = 'left-out' | 'waiting' | NonNullable<Notice['sent']>['state']

export const noticeStage = ({ leftOut, sent }: Pick<Notice, 'leftOut' | 'sent'>): NoticeStage => (leftOut ? 'left-out' : (sent?.state ?? 'waiting'))
