import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { lacksAllClear } from '../../../../shared/domains/alerts/outstanding.ts'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { endsSoon } from '../list/sections.ts'

const MINUTE_MS = 60_000

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
}

/** What somebody has to know of a message before anything else: over without an all-clear, about to end, stopped, ended by a later one. */
export function StandingNotices({ alert, topic }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const now = instantFromMs(nowMs)
  const { stopped, endedById, earlier, content: { endsAt } } = alert
  const minutes = endsAt ? Math.ceil((msOf(endsAt) - nowMs) / MINUTE_MS) : 0
  return (
    <>
      {lacksAllClear(alert, topic, now) && <p className="alert-notice alert-notice--bad"><Icon name="warning" /><strong>{t('alertBoard.noAllClear')}</strong></p>}
      {stageOf(alert, now) === 'live' && endsSoon(alert, topic, now) && <p className="alert-notice alert-notice--wait"><Icon name="clock" /><span>{t('alertBoard.soon', { count: minutes })}</span></p>}
      {stopped && <p className="alert-notice alert-notice--wait"><Icon name="pause" /><span>{t('alertBoard.stopped', { name: stopped.byName, at: formatDayAndTime(stopped.at, language), reason: stopped.reason })}</span></p>}
      {endedById && <p className="alert-notice"><Icon name="checkCircle" /><span>{t('alertBoard.ended')} <Link to="/alerts/$id" params={{ id: endedById }}>{t('alertBoard.showLater')}</Link></span></p>}
      {earlier.length > 0 && (
        <p className="alert-notice"><Icon name="info" /><span>{t('alertBoard.earlier')} {earlier.map(({ alertId, sentAt }) => <Link key={alertId} className="alert-notice__link" to="/alerts/$id" params={{ id: alertId }}>{t('alertBoard.showEarlier', { at: formatDayAndTime(sentAt, language) })}</Link>)}</span></p>
      )}
    </>
  )
}
