import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { reportClock } from './report-clock.ts'
import { useUnreported } from './use-unreported.ts'
import './records.css'

/** At the start of the day: suspicions that have to be reported, and how long there is left for the first of them. */
export function HarmNotice({ onShow }: { readonly onShow: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow()
  const [first, ...others] = useUnreported()
  if (!first) return null
  const { urgency, hours, minutes } = reportClock(first.sideEffect, now)
  return (
    <div className={`harm-notice harm-notice--${urgency}`}>
      <Icon name={urgency === 'over' ? 'warning' : 'clock'} size={24} />
      <span>{t('vaccinationRecords.toReport', { count: others.length + 1 })} <strong>{t(`vaccinationRecords.urgency.${urgency}`)} {t('vaccinationRecords.hoursMinutes', { hours, minutes })}</strong></span>
      <ActionButton kind="primary" onPress={onShow}>{t('vaccinationRecords.showHarm')}</ActionButton>
    </div>
  )
}

/** How many suspicions wait to be reported, beside the name of the page. */
export function HarmMark(): ReactElement | null {
  const { t } = useTranslation()
  const count = useUnreported().length
  if (count === 0) return null
  return <span className="nav__count nav__count--urgent"><span aria-hidden="true">{count}</span><span className="sr-only">{t('vaccinationRecords.toReport', { count })}</span></span>
}
