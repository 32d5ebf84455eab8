import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { mendDraftOf, writtenNotice } from '../run/mend-draft.ts'
import { NoticeFields } from '../run/notice-fields.tsx'
import { PrepareFrame, type DialogProps, type Prepared } from './prepare-frame.tsx'

/** Everything that a notice that left says, to be set right in a new one. */
export function CorrectNoticeDialog(props: DialogProps): ReactElement {
  const { notice } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useNoticeCommand('correct')
  const [draft, setDraft] = useState(() => mendDraftOf(notice.content, language))
  const [isSent, setSent] = useState(false)
  const { content, wrong } = writtenNotice(draft, language)
  const send = async (prepared: Prepared): Promise<boolean> => {
    setSent(true)
    return content !== undefined && (await run({ noticeId: notice.id, content, ...prepared }))
  }
  const { reference } = notice.content
  return (
    <PrepareFrame
      {...props} title={t('noticeCorrect.correctTitle', { reference })} meaning={t('noticeCorrect.correctMeaning')} runTitle={t('noticeCorrect.runTitle', { reference })} isRunning={isRunning} onSend={send}
    >
      <NoticeFields draft={draft} total={content?.totalCents} errorOf={path => (isSent && wrong.has(path) ? t('notices.mend.wrong') : undefined)} firstRef={first} onChange={part => setDraft(before => ({ ...before, ...part }))} />
      {isSent && wrong.size > 0 && <p className="late" role="alert">{t('notices.mend.notYet', { count: wrong.size })}</p>}
    </PrepareFrame>
  )
}
