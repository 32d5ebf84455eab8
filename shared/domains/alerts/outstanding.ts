import type { Instant } from '../../time.ts'
import { stageOf } from './stage.ts'
import type { Alert, AlertTopic } from './tables.ts'

/** A hazard that nobody has called off: its time is over or it was stopped half way, and no later message has ended it. */
export const lacksAllClear = (alert: Alert, topic: AlertTopic | undefined, now: Instant): boolean =>
  topic?.kind === 'hazard' && ['alert', 'update'].includes(alert.kind) && ['expired', 'stopped'].includes(stageOf(alert, now))

/** What one person sent alone, and nobody else has looked at yet. */
export const awaitsReview = ({ released }: Pick<Alert, 'released'>): boolean => released !== null && released.emergency !== null && released.emergency.reviewed === null
