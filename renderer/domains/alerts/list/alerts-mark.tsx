import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { useAlertCatalogue, useAlerts } from '../queries.ts'
import { sectionsOf, waitingFor } from './sections.ts'

/** How many messages wait for the person, beside the name of the page; drills never call for anybody there. */
export function AlertsMark(): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const topics = useAlertCatalogue()?.topics ?? []
  const alerts = useAlerts()?.filter(({ mode }) => mode === 'live') ?? []
  const count = waitingFor(sectionsOf(alerts, topics, person, instantFromMs(useNow())))
  if (count === 0) return null
  return <span className="nav__count nav__count--urgent"><span aria-hidden="true">{count}</span><span className="sr-only">{t('alerts.marks', { count })}</span></span>
}
