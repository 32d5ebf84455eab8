import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { lastDrill } from './last-drill.ts'

/** When the last drill was, and whether it is time for one. Takes all messages, drills included. */
export function DrillNotice({ alerts }: { readonly alerts: readonly Alert[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { at, isOverdue } = lastDrill(alerts, instantFromMs(useNow()))
  const words = at === undefined ? t('alertRelease.drill.never') : t(isOverdue ? 'alertRelease.drill.overdue' : 'alertRelease.drill.last', { day: formatDay(at, language) })
  return <p className={isOverdue ? 'drill-notice drill-notice--overdue' : 'drill-notice'}><Icon name={isOverdue ? 'clock' : 'shield'} size={16} /><span>{words}</span></p>
}
