import { useParams } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../shared/contract/alerts.ts'
import { isOpen } from '../../shared/domains/alerts/stage.ts'
import { AlertId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { useNow, usePerson } from '../core-client/core-context.tsx'
import { ComposerPage } from '../domains/alerts/composer/composer-page.tsx'
import { mayWrite } from '../domains/alerts/list/topics.ts'
import { useAlert, useAlertCatalogue } from '../domains/alerts/queries.ts'
import { AlertView } from '../domains/alerts/release/alert-view.tsx'
import { useDeskMode } from '../domains/alerts/training/use-training.ts'
import { Problem } from '../ui/problem.tsx'

/** `#/alerts/<id>`: what is still a draft is written on, everything else is shown with what can be done now. */
export function AlertRoute(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/alerts/$id' })
  const alertId = AlertId.safeParse(id).data
  const alert = useAlert(alertId)
  useEffect(() => {
    document.title = `${t('pages.alerts')} – ${t('app.name')}`
  }, [t])
  if (alertId === undefined || alert === null) return <div className="screen"><Problem refusal={{ code: 'request/not-found' }} /></div>
  return alert ? <OneAlert alert={alert} /> : <div className="screen" />
}

function OneAlert({ alert }: { readonly alert: ShownAlert }): ReactElement {
  const topics = useAlertCatalogue()?.topics
  const person = usePerson()
  const isOfThisMode = useDeskMode() === alert.mode
  const now = instantFromMs(useNow())
  // Without its topic a message looks as if it could not go out.
  if (!topics) return <div className="screen" />
  if (isOpen(alert, now) && isOfThisMode && mayWrite(alert.scope, person)) return <ComposerPage alert={alert} />
  return <AlertView alert={alert} topic={topics.find(({ id }) => id === alert.content.topicId)} />
}
