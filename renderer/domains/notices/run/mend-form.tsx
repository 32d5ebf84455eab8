import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { Button } from '../../../ui/button.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { NoticeFields } from './notice-fields.tsx'
import { mendDraftOf, writtenNotice, type MendDraft } from './mend-draft.ts'

interface Props {
  readonly notice: ShownNotice
  readonly onDone: () => void
}

/** What one notice says, to be set right where it stands. Enter saves. */
export function MendForm({ notice, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const first = useFirstFocus<HTMLInputElement>()
  const mend = useNoticeCommand('mend')
  const [draft, setDraft] = useState(() => mendDraftOf(notice.content, language))
  const [isSent, setSent] = useState(false)
  const { content, wrong } = writtenNotice(draft, language)
  const change = (part: Partial<MendDraft>): void => setDraft(before => ({ ...before, ...part }))
  const errorOf = (path: string): string | undefined => (isSent && wrong.has(path) ? t('notices.mend.wrong') : undefined)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (content && !mend.isRunning && (await mend.run({ noticeId: notice.id, content }))) onDone()
  }
  return (
    <form noValidate className="stack" aria-label={t('notices.one.mend')} onSubmit={event => void save(event)}>
      <NoticeFields draft={draft} total={content?.totalCents} errorOf={errorOf} firstRef={first} onChange={change} />
      {isSent && wrong.size > 0 && <p className="late" role="alert">{t('notices.mend.notYet', { count: wrong.size })}</p>}
      <div className="row row--end">
        <Button onPress={onDone}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={mend.isRunning}>{t('notices.mend.save')}</Button>
      </div>
    </form>
  )
}
