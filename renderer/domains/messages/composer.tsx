import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../core-client/use-draft.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import type { ConversationCase } from './conversation-case.ts'
import { useSend } from './mutations.ts'

/** The next message to the citizen; what is typed is kept until it is sent. */
export function Composer({ application }: { readonly application: ConversationCase }): ReactElement {
  const { t } = useTranslation()
  const { draft: { messageSubject, messageText }, change } = useDraft(application.id)
  const { run, isRunning } = useSend()
  const send = async (): Promise<void> => {
    if (!messageText.trim() || isRunning) return
    const isSaved = await run({ applicationId: application.id, subject: messageSubject.trim(), text: messageText.trim() })
    if (isSaved) change({ messageSubject: '', messageText: '' })
  }
  return (
    <form noValidate className="composer stack" onSubmit={event => { event.preventDefault(); void send() }}>
      <h3 className="composer__title">{t('messages.compose', { name: application.applicantName })}</h3>
      <TextInput label={t('messages.subject')} value={messageSubject} placeholder={application.subject} maxLength={200} onChange={value => change({ messageSubject: value })} />
      <TextArea label={t('messages.text')} hint={t('messages.sendHint')} value={messageText} maxLength={8_000} onChange={value => change({ messageText: value })} onSubmit={() => void send()} />
      <div className="row row--end"><Button type="submit" icon="send" isDisabled={!messageText.trim() || isRunning}>{t('messages.send')}</Button></div>
    </form>
  )
}
