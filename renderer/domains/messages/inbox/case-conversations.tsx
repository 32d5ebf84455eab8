import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId, ConversationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { SecrecyBadge } from '../../people/secrecy-badge.tsx'
import { useSecrets } from '../../people/use-secrets.ts'
import { MessageList } from './message-list.tsx'
import { useConversationsOfCase } from './queries.ts'
import { WaitingWords } from './waiting-words.tsx'
import './inbox.css'

interface Props {
  readonly applicationId: ApplicationId
  readonly onOpen: (id: ConversationId) => void
}

/** What was handed over into a case, as it stands; answered where it was written, for the applicant may be somebody else. */
export function CaseConversations({ applicationId, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation()
  const known = useConversationsOfCase(applicationId)
  const isSecret = useSecrets()
  if (known.length === 0) return null
  return (
    <section className="panel" aria-labelledby="case-conversations-title">
      <header className="panel__head"><h2 id="case-conversations-title" className="panel__title">{t('inbox.inCase')}</h2></header>
      {known.map(({ conversation, messages, files }) => (
        <article key={conversation.id} className="stack">
          <p className="row"><strong>{conversation.subject}</strong> {conversation.name} {isSecret(conversation.id) && <SecrecyBadge />} <WaitingWords conversation={conversation} /> <Button icon="mail" onPress={() => onOpen(conversation.id)}>{t('inbox.openConversation')}</Button></p>
          <MessageList messages={messages} files={files} name={conversation.name} />
        </article>
      ))}
    </section>
  )
}
