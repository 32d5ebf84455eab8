import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { DayField } from './day-field.tsx'
import { readDay } from './entry-draft.ts'

interface Props {
  readonly noticeId: NoticeId
  readonly entry: NoticeFact
  readonly today: string
  readonly onClose: () => void
}

const LEAST_REASON = 3

/** Puts an entry right: it was on another day, or not at all. It stays to be read. */
export function CorrectDialog({ noticeId, entry, today, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState(formatPlainDay(entry.day, language))
  const [isStruck, setStruck] = useState(false)
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('record')
  const read = readDay(typed, today)
  const isUnexplained = reason.trim().length < LEAST_REASON
  const send = async (): Promise<void> => {
    setSent(true)
    if (isUnexplained || (!isStruck && 'wrong' in read)) return
    const rightDay = isStruck || 'wrong' in read ? null : read.day
    if (await run({ noticeId, fact: { kind: 'corrected', day: today, note: reason.trim(), of: entry.id, rightDay } })) onClose()
  }
  return (
    <FormDialog title={t('noticeClock.correctTitle')} confirm={t('noticeClock.correct')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p><strong>{formatPlainDay(entry.day, language)}</strong> {t(`noticeClock.kinds.${entry.kind}`)}</p>
      <p className="muted">{t('noticeClock.correctText')}</p>
      <Tick label={t('noticeClock.didNotHappen')} isOn={isStruck} onChange={setStruck} />
      {!isStruck && <DayField label={t('noticeClock.rightDay')} value={typed} wrong={isSent && 'wrong' in read ? read.wrong : undefined} onChange={setTyped} />}
      <TextArea label={t('noticeClock.correctReason')} value={reason} maxLength={300} isRequired error={isSent && isUnexplained ? t('noticeClock.reasonMissing') : undefined} onChange={setReason} />
    </FormDialog>
  )
}
