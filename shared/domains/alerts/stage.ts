import type { Instant } from '../../time.ts'
import type { Alert } from './tables.ts'

/**
 * Where a message is: `draft` being written, `pending` before the second person, `returned` with a reason, `rejected` or
 * `withdrawn` for good, `live` while it is sent and holds, `stopped` in the middle of being sent, `expired` when its time
 * is over, `over` when a later one has ended it.
 */
export const STAGES = ['draft', 'pending', 'returned', 'rejected', 'withdrawn', 'live', 'stopped', 'expired', 'over'] as const
export type Stage = (typeof STAGES)[number]

type Facts = Pick<Alert, 'submitted' | 'judged' | 'released' | 'stopped' | 'withdrawn' | 'endedById' | 'content'>

/** What is there of a message and the time decide; nobody has to say it, and nothing is live because somebody forgot. */
export function stageOf(alert: Facts, now: Instant): Stage {
  if (alert.released) return stageOfReleased(alert, now)
  if (alert.withdrawn) return 'withdrawn'
  if (alert.judged?.kind === 'rejected') return 'rejected'
  if (alert.judged?.kind === 'returned') return 'returned'
  return alert.submitted ? 'pending' : 'draft'
}

function stageOfReleased({ stopped, endedById, content }: Facts, now: Instant): Stage {
  if (endedById) return 'over'
  if (stopped) return 'stopped'
  return hasEnded(content, now) ? 'expired' : 'live'
}

/** Whether its time is over: from then on nothing of it is sent, whatever waits. */
export const hasEnded = ({ endsAt }: Pick<Alert['content'], 'endsAt'>, now: Instant): boolean => endsAt !== null && endsAt <= now

/** Whether its words may still be changed. */
export const isOpen = (alert: Facts, now: Instant): boolean => ['draft', 'returned'].includes(stageOf(alert, now))

/** Whether a job of it may hand anything over at this moment. */
export const maySend = (alert: Facts, now: Instant): boolean => stageOf(alert, now) === 'live'
