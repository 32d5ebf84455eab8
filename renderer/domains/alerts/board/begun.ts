import { isOpen, stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { Instant } from '../../../../shared/time.ts'

/** A later message that somebody writes already, or that waits: two corrections of one message would contradict each other. */
export const begunAfter = <Known extends Alert>({ id }: Pick<Alert, 'id'>, alerts: readonly Known[], now: Instant): Known | undefined =>
  alerts.find(other => other.earlier.at(-1)?.alertId === id && (isOpen(other, now) || stageOf(other, now) === 'pending'))
