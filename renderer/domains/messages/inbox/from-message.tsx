import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationId } from '../../../../shared/ids.ts'
import { MessageList } from './message-list.tsx'
import { useConversation } from './queries.ts'

/** What a citizen wrote, to be read while an application is taken down from it. */
export function FromMessage({ id }: { readonly id: ConversationId }): ReactElement | null {
  const { t } = useTranslation()
  const answer = useConversation(id)
  if (answer.kind !== 'here') return null
  const { conversation, messages, files } = answer.value
  return (
    <section className="panel stack" aria-labelledby="from-message-title">
      <h2 id="from-message-title" className="panel__title">{t('inbox.fromMessage', { name: conversation.name })}</h2>
      <p className="muted">{t('inbox.takeOver')}</p>
      <MessageList messages={messages} files={files} name={conversation.name} />
    </section>
  )
}
