import { Link, useLocation } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { withGerman } from '../../../../shared/domains/alerts/fill-template.ts'
import { longRendition } from '../../../../shared/domains/alerts/renditions.ts'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { begunAfter } from '../board/begun.ts'
import { useAlertCatalogue, useAlerts } from '../queries.ts'
import { useDeskMode } from '../training/use-training.ts'
import { endsSoon } from './sections.ts'
import { mayWrite } from './topics.ts'

/** A warning that is about to end stands on every screen of those who can prolong it or call it off, until somebody does. */
export function EndingBanner(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const { pathname } = useLocation()
  const first = useEndingWarning()
  const title = first && (longRendition({ ...first, content: withGerman(first.content) }, 'de').title.trim() || first.content.event)
  return (
    <>
      {/* Said once: the time beside it changes from minute to minute. */}
      <output className="sr-only">{title && `${t('alerts.section.ending')}: ${title}`}</output>
      {first?.content.endsAt && !pathname.endsWith(first.id) && (
        <div className="banner release-banner">
          <Icon name="clock" />
          <p className="release-banner__text"><span><strong>{t('alerts.endingBanner', { when: formatRelative(first.content.endsAt, nowMs, language) })}</strong> {title}</span></p>
          <Link className="button button--secondary" to="/alerts/$id" params={{ id: first.id }}>{t('alerts.goOnOrEnd')}</Link>
        </div>
      )}
    </>
  )
}

/** The one that ends first and of which nobody has begun anything later. */
function useEndingWarning(): ShownAlert | undefined {
  const person = usePerson()
  const mode = useDeskMode()
  const now = instantFromMs(useNow())
  const topics = useAlertCatalogue()?.topics ?? []
  const alerts = useAlerts() ?? []
  const isEnding = (alert: ShownAlert): boolean =>
    alert.mode === mode && stageOf(alert, now) === 'live' && endsSoon(alert, topics.find(({ id }) => id === alert.content.topicId), now) && mayWrite(alert.scope, person) && !begunAfter(alert, alerts, now)
  return alerts.filter(isEnding).toSorted((one, other) => ((one.content.endsAt ?? '') < (other.content.endsAt ?? '') ? -1 : 1))[0]
}
