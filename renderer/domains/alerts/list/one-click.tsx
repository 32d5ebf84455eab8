import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { wordingIn } from '../../../../shared/domains/alerts/renditions.ts'
import type { Alert, AlertTemplate, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { AlertCatalogue } from '../queries.ts'
import { oneClickState } from './one-click-state.ts'
import { useBegin } from './use-begin.ts'
import { useOpenAlert } from './use-open-alert.ts'

interface Props {
  readonly catalogue: AlertCatalogue
  readonly topics: readonly AlertTopic[]
  readonly mode: Alert['mode']
  /** Of this mode. */
  readonly alerts: readonly ShownAlert[]
}

/** Words that need nothing filled in: one press gives them to the second person, and another one says that it is over. */
export function OneClick({ catalogue, topics, mode, alerts }: Props): ReactElement | null {
  const { t } = useTranslation()
  const open = useOpenAlert()
  const { beginAndGive, endAndGive, isRunning } = useBegin(catalogue, mode)
  const offered = catalogue.templates.flatMap(template => {
    const topic = topics.find(({ id }) => id === template.topicId)
    return topic && template.active && template.isOneClick ? [{ template, topic }] : []
  })
  const give = async (giving: () => Promise<AlertId | undefined>): Promise<void> => {
    const unfinished = isRunning ? undefined : await giving()
    if (unfinished) open(unfinished)
  }
  if (offered.length === 0) return null
  return (
    <section className="one-click" aria-labelledby="one-click">
      <h2 id="one-click" className="one-click__title">{t('alerts.oneClick')}</h2>
      <ul className="row">
        {offered.map(({ template, topic }) => (
          <li key={template.id}><OneButton template={template} alerts={alerts} onBegin={() => void give(() => beginAndGive(topic, template))} onEnd={before => void give(() => endAndGive(before, topic, template))} /></li>
        ))}
      </ul>
      <p className="muted">{t('alerts.oneClickHint')}</p>
    </section>
  )
}

interface OneProps {
  readonly template: AlertTemplate
  readonly alerts: readonly ShownAlert[]
  readonly onBegin: () => void
  readonly onEnd: (before: Alert) => void
}

/** One button for both ways: it says what is said when it is pressed. */
function OneButton({ template, alerts, onBegin, onEnd }: OneProps): ReactElement {
  const { t } = useTranslation()
  const state = oneClickState(template, alerts, instantFromMs(useNow()))
  if (state.kind === 'begin') return <Button icon="send" onPress={onBegin}>{template.name}</Button>
  if (state.kind === 'end') return <Button icon="checkCircle" onPress={() => onEnd(state.before)}>{template.allClear.find(({ language }) => language === 'de')?.headline ?? t('alertBoard.all-clear')}</Button>
  return (
    <p className="one-click__waits">
      <Icon name="people" size={16} />
      <Link to="/alerts/$id" params={{ id: state.alert.id }}>{wordingIn(state.alert.content, 'de').headline}</Link>
      <span>{t('alertBoard.stages.pending')}</span>
    </p>
  )
}
