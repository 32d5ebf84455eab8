import { Link, useLocation } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { withGerman } from '../../../../shared/domains/alerts/fill-template.ts'
import { isSecondPerson } from '../../../../shared/domains/alerts/release-commands.ts'
import { longRendition } from '../../../../shared/domains/alerts/renditions.ts'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAlertCatalogue, useAlerts } from '../queries.ts'
import { useDeskMode } from '../training/use-training.ts'
import './release.css'

/**
 * A warning that waits for the second person stands on every screen of those who can release it: nobody waits until somebody looks
 * into a list. In a drill the real one stands beside the drill.
 */
export function ReleaseBanner(): ReactElement {
  const isDrill = useDeskMode() === 'training'
  return (
    <>
      {isDrill && <WaitingLine mode="training" label="banner" />}
      <WaitingLine mode="live" label={isDrill ? 'bannerReal' : 'banner'} />
    </>
  )
}

interface Props {
  readonly mode: Alert['mode']
  readonly label: 'banner' | 'bannerReal'
}

function WaitingLine({ mode, label }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const waiting = useWaitingWarnings(mode)
  const { pathname } = useLocation()
  const [first] = waiting
  const isHere = first !== undefined && pathname.endsWith(first.id)
  const title = first && (longRendition({ ...first, content: withGerman(first.content) }, 'de').title.trim() || first.content.event)
  return (
    <>
      {/* Said once: the age beside it changes from minute to minute. */}
      <output className="sr-only">{title && `${t(`alertRelease.${label}`)} ${title}`}</output>
      {first?.submitted && !isHere && (
        <div className={label === 'bannerReal' ? 'banner release-banner release-banner--real' : 'banner release-banner'}>
          <Icon name="people" />
          <p className="release-banner__text">
            <span><strong>{t(`alertRelease.${label}`)}</strong> {title}</span>
            <span className="release-banner__facts">
              {first.submitted.byName}, {formatRelative(first.submitted.at, nowMs, language)}{waiting.length > 1 && ` · ${t('alertRelease.bannerMore', { count: waiting.length - 1 })}`}
            </span>
          </p>
          <Link className="button button--primary" to="/alerts/$id" params={{ id: first.id }}>{t('alertRelease.bannerRead')}</Link>
        </div>
      )}
    </>
  )
}

/** Those on topics of hazards, the newest first: what else waits can wait in its list. */
function useWaitingWarnings(mode: Alert['mode']): readonly Alert[] {
  const person = usePerson()
  const now = instantFromMs(useNow())
  const topics = useAlertCatalogue()?.topics ?? []
  const isHazard = ({ content: { topicId } }: Alert): boolean => topics.find(({ id }) => id === topicId)?.kind === 'hazard'
  return (useAlerts() ?? []).filter(alert => alert.mode === mode && stageOf(alert, now) === 'pending' && isSecondPerson(alert, person) && isHazard(alert))
}
