import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Replacements } from '../../../../shared/contract/notice-links.ts'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import type { NoticeClock } from '../../../../shared/domains/notices/clock/clock.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

export interface DialogProps {
  readonly notice: ShownNotice
  readonly clock: NoticeClock
  /** A run in preparation that the new notice could join. */
  readonly joins: Replacements['joins']
  readonly onClose: () => void
}

/** Into which run the new notice goes, how that is called then, and why it is made. */
export interface Prepared {
  readonly runId: NoticeRunId | null
  readonly title: string
  readonly reason: string
}

interface Props extends DialogProps {
  readonly title: string
  readonly meaning: string
  /** What a run of this notice alone is called. */
  readonly runTitle: string
  readonly isRunning: boolean
  /** Whether it was prepared, and the window may close; false also where a field is not right. */
  readonly onSend: (prepared: Prepared) => Promise<boolean>
  readonly children: ReactNode
}

const SHORTEST_REASON = 3

/** The window in which a notice is prepared that takes the place of one that left. */
export function PrepareFrame({ clock, joins, title, meaning, runTitle, isRunning, onSend, onClose, children }: Props): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isJoining, setJoining] = useState(true)
  const [isSent, setSent] = useState(false)
  const isUnexplained = reason.trim().length < SHORTEST_REASON
  const send = async (): Promise<void> => {
    setSent(true)
    const joined = isJoining ? joins : null
    const runId = joined?.id ?? null
    const called = joined ? t('noticeCorrect.runTitleMore', { reference: joined.firstReference, count: joined.letters }) : runTitle
    if (!isUnexplained && (await onSend({ runId, title: called, reason: reason.trim() }))) onClose()
  }
  return (
    <FormDialog title={title} size="large" confirm={t('noticeCorrect.prepare')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{meaning}</p>
      <Warning clock={clock} />
      {children}
      <TextArea
        label={t('noticeCorrect.reason')} hint={t('noticeCorrect.reasonHint')} value={reason} maxLength={300} rows={2} isRequired
        error={isSent && isUnexplained ? errorSentences(t, { code: 'notices/reason-missing' }).happened : undefined} onChange={setReason}
      />
      {joins && <Tick label={t('noticeCorrect.join', { title: joins.title, count: joins.letters })} isOn={isJoining} onChange={setJoining} />}
    </FormDialog>
  )
}

/** What stands against replacing a notice without a second thought. */
function Warning({ clock: { state, finalOn } }: Pick<DialogProps, 'clock'>): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (state === 'final' && finalOn) return <p className="callout">{t('noticeCorrect.final', { day: formatPlainDay(finalOn, language) })}</p>
  return state === 'objected' ? <p className="callout">{t('noticeCorrect.objected')}</p> : null
}
