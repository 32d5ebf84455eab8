import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { hasEnded, stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { AlertTemplate } from '../../../../shared/domains/alerts/tables.ts'
import type { Instant } from '../../../../shared/time.ts'

/** What one press on words that lie ready would do now: say it, say that it is over, or nothing, because somebody has to release it first. */
export type OneClickState = { readonly kind: 'begin' } | { readonly kind: 'end'; readonly before: ShownAlert } | { readonly kind: 'waits'; readonly alert: ShownAlert }

/** A pool that is closed can be opened, and one that is open closed; nobody says the same thing twice. */
export function oneClickState({ topicId, event }: Pick<AlertTemplate, 'topicId' | 'event'>, alerts: readonly ShownAlert[], now: Instant): OneClickState {
  const same = alerts.filter(({ content }) => content.topicId === topicId && content.event === event)
  const waiting = same.find(alert => stageOf(alert, now) === 'pending')
  if (waiting) return { kind: 'waits', alert: waiting }
  const before = same.find(alert => ['alert', 'update'].includes(alert.kind) && ['live', 'stopped'].includes(stageOf(alert, now)) && !hasEnded(alert.content, now))
  return before ? { kind: 'end', before } : { kind: 'begin' }
}
