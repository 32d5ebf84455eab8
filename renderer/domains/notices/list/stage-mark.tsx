import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeStage, RunStage } from '../../../../shared/domains/notices/stage.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'

type Look = readonly [icon: IconName, tone: 'new' | 'work' | 'wait' | 'good' | 'bad']

const RUN_LOOKS: Readonly<Record<RunStage, Look>> = {
  arriving: ['hourglass', 'new'], draft: ['pencil', 'work'], checking: ['search', 'new'], faulty: ['warning', 'bad'], pending: ['people', 'wait'], cooling: ['clock', 'wait'], sending: ['send', 'work'],
  paused: ['pause', 'wait'], 'handed-over': ['checkCircle', 'good'], cancelled: ['crossCircle', 'bad'],
}

/** How far a run is, as symbol and word. */
export function RunStageMark({ stage }: { readonly stage: RunStage }): ReactElement {
  const { t } = useTranslation()
  return <Mark look={RUN_LOOKS[stage]} word={t(`notices.stages.${stage}`)} />
}

const NOTICE_LOOKS: Readonly<Record<NoticeStage, Look>> = {
  'left-out': ['minus', 'wait'], waiting: ['circle', 'new'], 'handed-over': ['send', 'work'], processed: ['file', 'work'], 'at-print-centre': ['print', 'work'], dispatched: ['mail', 'good'], failed: ['warning', 'bad'],
  cancelled: ['crossCircle', 'bad'], provided: ['inbox', 'good'], retrieved: ['checkCircle', 'good'], 'to-print': ['print', 'wait'], printed: ['mail', 'good'],
}

/** How far one notice is within its run, as symbol and word. */
export function NoticeStageMark({ stage }: { readonly stage: NoticeStage }): ReactElement {
  const { t } = useTranslation()
  return <Mark look={NOTICE_LOOKS[stage]} word={t(`notices.states.${stage}`)} />
}

const Mark = ({ look: [icon, tone], word }: { readonly look: Look; readonly word: string }): ReactElement => (
  <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{word}</span></span>
)
