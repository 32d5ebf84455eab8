import { contentHash } from '../../../../shared/canonical.ts'
import { contentFrom } from '../../../../shared/domains/alerts/fill-template.ts'
import { followUpContent } from '../../../../shared/domains/alerts/follow-up-content.ts'
import { problemsOf } from '../../../../shared/domains/alerts/problems.ts'
import type { Alert, AlertTemplate, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useAlertCommand, useNewAlert } from '../mutations.ts'
import type { AlertCatalogue } from '../queries.ts'
import { whenTransferred } from '../when-transferred.ts'

interface Begin {
  /** Begins a message, empty or with the words that lie ready; its id, or undefined when the person has been told why not. */
  readonly begin: (topic: AlertTopic, template: AlertTemplate | null) => Promise<AlertId | undefined>
  /** Begins it and gives it on as it is. What still lacks something is only begun: its id is given, to go on writing. */
  readonly beginAndGive: (topic: AlertTopic, template: AlertTemplate) => Promise<AlertId | undefined>
  /** The same for what says that a message is over. */
  readonly endAndGive: (before: Alert, topic: AlertTopic, template: AlertTemplate) => Promise<AlertId | undefined>
  readonly isRunning: boolean
}

/** Begins messages on the topics of the catalogue, live or as a drill. */
export function useBegin({ settings }: AlertCatalogue, mode: Alert['mode']): Begin {
  const core = useCore()
  const { run, isRunning } = useNewAlert('begin')
  const submit = useAlertCommand('submit')
  const wish = useAlertCommand('wish')
  const followUp = useNewAlert('follow-up')
  const now = () => instantFromMs(core.clock.nowMs())
  const begun = (topic: AlertTopic, content: Alert['content']): Promise<AlertId | undefined> => run({ topicId: topic.id, mode, content })
  /** Undefined where nothing is left to do. */
  const given = async (alertId: AlertId | undefined, told: Pick<Alert, 'content' | 'kind'>, topic: AlertTopic): Promise<AlertId | undefined> => {
    if (!alertId || problemsOf({ ...told, mode }, topic, now()).length > 0) return alertId
    const isThere = await whenTransferred(core, alertId)
    const isGiven = isThere ? await submit.run({ alertId, contentHash: contentHash(told.content) }) : await wish.run({ alertId })
    return isGiven ? undefined : alertId
  }
  return {
    isRunning: isRunning || followUp.isRunning || submit.isRunning || wish.isRunning,
    begin: (topic, template) => begun(topic, contentFrom(template, topic, settings, now())),
    beginAndGive: async (topic, template) => {
      const content = contentFrom(template, topic, settings, now())
      return given(await begun(topic, content), { content, kind: 'alert' }, topic)
    },
    endAndGive: async (before, topic, template) => {
      const content = followUpContent('all-clear', { before, topicKind: topic.kind, template, now: now() })
      return given(await followUp.run({ alertId: before.id, kind: 'all-clear', content }), { content, kind: 'all-clear' }, topic)
    },
  }
}
