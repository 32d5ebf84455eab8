import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundNotice } from '../../../../shared/contract/notice-links.ts'
import { germanDay, germanDayAt } from '../../../../shared/german-days.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { DayField } from '../clock/day-field.tsx'
import { readDay } from '../clock/entry-draft.ts'
import { useNoticeCommand } from '../mutations.ts'
import { SearchChoice, useEmptyWords } from '../search-choice.tsx'
import { useFoundNotices } from './queries.ts'

interface Props {
  readonly applicationId: ApplicationId
  readonly receivedAt: Instant
  readonly onClose: () => void
}

/** Says that a case is the objection against a notice: which one, and on which day it came in. */
export function LinkNoticeDialog({ applicationId, receivedAt, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [notice, setNotice] = useState<FoundNotice>()
  const [typed, setTyped] = useState(() => formatPlainDay(germanDay(receivedAt), language))
  const [note, setNote] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('record')
  const read = readDay(typed, today)
  const send = async (): Promise<void> => {
    setSent(true)
    if (notice && 'day' in read && (await run({ noticeId: notice.id, fact: { kind: 'objected', day: read.day, note: note.trim(), caseId: applicationId } }))) onClose()
  }
  return (
    <FormDialog title={t('noticeCorrect.objection.linkTitle')} confirm={t('noticeCorrect.objection.confirm')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t('noticeCorrect.objection.linkMeaning')}</p>
      <NoticeChoice notice={notice} isMissing={isSent && !notice} onChange={setNotice} />
      <DayField label={t('noticeCorrect.objection.day')} value={typed} wrong={isSent && 'wrong' in read ? read.wrong : undefined} onChange={setTyped} />
      <TextArea label={t('noticeClock.note')} hint={t('noticeClock.noteHint')} value={note} maxLength={300} rows={2} onChange={setNote} />
    </FormDialog>
  )
}

interface ChoiceProps {
  readonly notice: FoundNotice | undefined
  readonly isMissing: boolean
  readonly onChange: (notice: FoundNotice | undefined) => void
}

function NoticeChoice({ notice, isMissing, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [text, setText] = useState('')
  const { notices, ...searching } = useFoundNotices(text)
  const empty = useEmptyWords(searching)
  const detail = ({ reference, sentOn }: FoundNotice): string =>
    `${reference} · ${sentOn ? t('noticeCorrect.objection.posted', { day: formatPlainDay(sentOn, language) }) : t('noticeCorrect.objection.notPosted')}`
  return (
    <SearchChoice
      label={t('noticeCorrect.objection.notice')} hint={t('noticeCorrect.objection.noticeHint')} text={text} empty={empty} error={isMissing ? t('noticeCorrect.objection.missing') : undefined} onText={setText}
      chosen={notice ? `${notice.reference} · ${notice.name}` : null} other={t('noticeCorrect.objection.other')} onOther={() => onChange(undefined)}
      found={notices.map(one => ({ id: one.id, title: one.name, detail: detail(one) }))} onChoose={id => onChange(notices.find(one => one.id === id))}
    />
  )
}
