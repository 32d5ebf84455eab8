import { useNavigate } from '@tanstack/react-router'
import { followUpContent, templateFor, type FollowUpKind } from '../../../../shared/domains/alerts/follow-up-content.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useNewAlert } from '../mutations.ts'
import { useAlertCatalogue } from '../queries.ts'

/** Begins the message that goes on with, corrects or ends another one, with its words, ways and references in it, and leads to it. */
export function useFollowUp(alert: Alert, topic: AlertTopic | undefined): (kind: FollowUpKind) => Promise<void> {
  const { clock } = useCore()
  const navigate = useNavigate()
  const templates = useAlertCatalogue()?.templates ?? []
  const { run, isRunning } = useNewAlert('follow-up')
  return async kind => {
    if (isRunning) return
    const content = followUpContent(kind, { before: alert, topicKind: topic?.kind, template: templateFor(templates, alert.content), now: instantFromMs(clock.nowMs()) })
    const id = await run({ alertId: alert.id, kind, content })
    if (id) void navigate({ to: '/alerts/$id', params: { id } })
  }
}
