import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { withGerman } from '../../../../shared/domains/alerts/fill-template.ts'
import { longRendition } from '../../../../shared/domains/alerts/renditions.ts'
import { stageOf } from '../../../../shared/domains/alerts/stage.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { FollowUpPart } from '../board/follow-up-part.tsx'
import { LiveBoard } from '../board/live-board.tsx'
import { PapersPart } from '../board/papers-part.tsx'
import { StandingNotices } from '../board/standing-notices.tsx'
import { useDeskMode } from '../training/use-training.ts'
import { ToList } from '../list/to-list.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { PendingPart } from './pending-part.tsx'
import { ReviewPart } from './review-part.tsx'
import { ToldPapers } from './told-papers.tsx'
import './release.css'

interface Props {
  readonly alert: ShownAlert
  readonly topic: AlertTopic | undefined
}

/** A message that is no draft any more: what it says, who stands behind it, how far it is, and what can be done now. */
export function AlertView({ alert: known, topic }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const alert = { ...known, content: withGerman(known.content) }
  const stage = stageOf(alert, instantFromMs(useNow()))
  const mayAct = useDeskMode() === alert.mode
  const intro = <><strong>{t(`alertBoard.stages.${stage}`)}</strong> · {topic?.name[language] || topic?.name.de} {alert.isPending && <PendingMark />}</>
  return (
    <Screen holdsFocus actions={<ToList />} title={longRendition(alert, language).title.trim() || alert.content.event} intro={intro}>
      <div className="alert-view">
        {!mayAct && <p className="alert-notice alert-notice--wait"><Icon name="shield" /><span>{t(alert.mode === 'training' ? 'alertRelease.drill.isDrill' : 'alertRelease.drill.isLive')}</span></p>}
        <ReviewPart alert={alert} />
        <StandingNotices alert={alert} topic={topic} />
        <JudgedLine alert={alert} />
        {mayAct && stage === 'pending' && <PendingPart alert={alert} topic={topic} />}
        {mayAct && ['live', 'stopped', 'expired'].includes(stage) && <FollowUpPart alert={alert} topic={topic} />}
        {alert.released && <LiveBoard alert={alert} isLive={stage === 'live'} mayAct={mayAct} />}
        <AlertFacts alert={alert} />
        {alert.released && <PapersPart alert={alert} topic={topic} />}
        <h2 className="alert-view__heading">{t('alertRelease.papers')}</h2>
        <ToldPapers alert={alert} />
      </div>
    </Screen>
  )
}

/** Why it did not go out, in the words of whoever decided so. */
function JudgedLine({ alert: { judged, withdrawn } }: Pick<Props, 'alert'>): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = withdrawn
    ? t('alertRelease.judged.withdrawn', { name: withdrawn.byName, at: formatDayAndTime(withdrawn.at, language) })
    : judged && t(`alertRelease.judged.${judged.kind}`, { name: judged.byName, at: formatDayAndTime(judged.at, language), reason: judged.reason })
  return words ? <p className="alert-notice"><Icon name="info" /><span>{words}</span></p> : null
}
