import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { mendDraftOf, writtenNotice } from '../run/mend-draft.ts'
import { RecipientFields } from '../run/notice-fields.tsx'
import { PrepareFrame, type DialogProps, type Prepared } from './prepare-frame.tsx'

/** The same notice once more, to another address. */
export function SendAgainDialog(props: DialogProps): ReactElement {
  const { notice: { id, content } } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useNoticeCommand('send-again')
  const [recipient, setRecipient] = useState(() => mendDraftOf(content, language).recipient)
  const [isSent, setSent] = useState(false)
  const written = writtenNotice({ ...mendDraftOf(content, language), recipient }, language)
  const send = async (prepared: Prepared): Promise<boolean> => {
    setSent(true)
    return written.content !== undefined && (await run({ noticeId: id, recipient: written.content.recipient, ...prepared }))
  }
  const { reference, dueDay } = content
  return (
    <PrepareFrame
      {...props} title={t('noticeCorrect.sendAgainTitle', { reference })} meaning={t('noticeCorrect.sendAgainMeaning')} runTitle={t('noticeCorrect.runTitleAgain', { reference })} isRunning={isRunning} onSend={send}
    >
      {dueDay < today && <p className="callout">{t('noticeCorrect.dueBefore', { day: formatPlainDay(dueDay, language) })}</p>}
      <RecipientFields recipient={recipient} errorOf={path => (isSent && written.wrong.has(path) ? t('notices.mend.wrong') : undefined)} firstRef={first} onChange={setRecipient} />
    </PrepareFrame>
  )
}
