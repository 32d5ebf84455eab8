import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CLOCK_WRONG_MINUTES } from '../../../shared/contract/status.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { formatDuration } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** Above every screen while this computer's clock is wrong: hours and deadlines that are counted from now are wrong with it. */
export function ClockBanner(): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const status = useStatus()
  const ahead = status?.clockAheadMinutes ?? 0
  // Where nothing goes on because of it, the problem itself says so.
  if (Math.abs(ahead) < CLOCK_WRONG_MINUTES || status?.problem === 'session/clock-differs') return null
  const duration = formatDuration(Math.abs(ahead), language)
  return (
    <p className="banner banner--warning" role="alert">
      <Icon name="warning" />
      <span><strong>{t(ahead > 0 ? 'clock.ahead' : 'clock.behind', { duration })}</strong> {t('clock.meaning')} {t('clock.wayOut')}</span>
    </p>
  )
}
