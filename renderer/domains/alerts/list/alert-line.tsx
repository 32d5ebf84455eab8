import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { wordingIn } from '../../../../shared/domains/alerts/renditions.ts'
import { withGerman } from '../../../../shared/domains/alerts/fill-template.ts'
import { stageOf, type Stage } from '../../../../shared/domains/alerts/stage.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { FullTime, RelativeTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { isEndOfNews } from '../in-words.ts'
import { QuickSteps } from './quick-steps.tsx'
import type { SectionName } from './sections.ts'

interface Props {
  readonly alert: ShownAlert
  readonly topic: AlertTopic | undefined
  readonly section: SectionName
}

/** One message: what it says, where, and what is asked of somebody now. */
export function AlertLine({ alert, topic, section }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { headline } = wordingIn(withGerman(alert.content), 'de')
  const places = alert.content.areas.map(({ name }) => name).join(', ')
  return (
    <li className="alert-line">
      <Link to="/alerts/$id" params={{ id: alert.id }} className="alert-line__link" lang={headline.trim() ? 'de' : undefined}>{headline.trim() || alert.content.event.trim() || t('alerts.noHeadline')}</Link>
      <StageMark stage={stageOf(alert, instantFromMs(useNow()))} />
      <p className="alert-line__facts">
        {alert.mode === 'training' && <strong>{t('alerts.drill')}</strong>}
        {alert.kind !== 'alert' && <strong>{t(isEndOfNews(alert.kind, topic) ? 'alerts.kindOver' : `alerts.kind.${alert.kind}`)}</strong>}
        {topic && <span>{topic.name[language] || topic.name.de}</span>}
        {places && <span>{places}</span>}
        <span>{alert.authors.map(({ name }) => name).join(', ')}</span>
        <RelativeTime at={alert.released?.at ?? alert.submitted?.at ?? alert.createdAt} />
        {alert.isPending && <PendingMark />}
      </p>
      <Asked alert={alert} section={section} />
      {(section === 'uncalled' || section === 'ending') && <QuickSteps alert={alert} topic={topic} />}
    </li>
  )
}

/** What calls for somebody, in words: how long it still holds, or since when something is missing. */
function Asked({ alert, section }: Pick<Props, 'alert' | 'section'>): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const { content: { endsAt }, wished, judged } = alert
  if (section === 'wished' && wished) return <p className="soon">{t('alerts.wishedAt', { when: formatRelative(wished.at, nowMs, language), name: wished.byName })}</p>
  if (section === 'draft' && judged) return <p className="soon">{t('alerts.returned', { name: judged.byName, reason: judged.reason })}</p>
  if (endsAt === null) return null
  if (section === 'uncalled') return <p className="late"><Icon name="warning" size={16} />{t('alerts.uncalledSince', { when: formatRelative(endsAt, nowMs, language) })}</p>
  if (section === 'ending') return <p className="soon"><Icon name="clock" size={16} />{t('alerts.endsSoon', { when: formatRelative(endsAt, nowMs, language) })}</p>
  return section === 'live' ? <p className="muted">{t('alerts.holdsUntil')} <FullTime at={endsAt} /></p> : null
}

const LOOKS: Readonly<Record<Stage, readonly [icon: IconName, tone: string]>> = {
  draft: ['pencil', 'work'], pending: ['people', 'wait'], returned: ['undo', 'wait'], rejected: ['crossCircle', 'bad'], withdrawn: ['undo', 'work'], live: ['megaphone', 'good'],
  stopped: ['pause', 'bad'], expired: ['clock', 'work'], over: ['checkCircle', 'good'],
}

function StageMark({ stage }: { readonly stage: Stage }): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[stage]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{t(`alertBoard.stages.${stage}`)}</span></span>
}
