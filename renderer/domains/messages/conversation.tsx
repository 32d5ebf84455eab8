import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/domains/messages/tables.ts'
import { Button } from '../../ui/button.tsx'
import { formatDayAndTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PendingMark } from '../../ui/pending-mark.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { Composer } from './composer.tsx'
import type { ConversationCase } from './conversation-case.ts'
import { useMarkRead } from './mutations.ts'
import './conversation.css'

interface Props {
  readonly application: ConversationCase
  readonly messages: readonly Message[]
}

/** What town hall and citizen have written to each other, the oldest first, and the field for the next message. */
export function Conversation({ application, messages }: Props): ReactElement {
  const { t } = useTranslation()
  const inOrder = messages.toSorted((one, other) => one.sentAt.localeCompare(other.sentAt))
  return (
    <section className="panel" aria-labelledby="messages-title">
      <header className="panel__head">
        <h2 id="messages-title" className="panel__title">{t('messages.title')}</h2>
        <Unread application={application} />
      </header>
      {inOrder.length === 0 && <p className="muted">{t('messages.empty')}</p>}
      <ol className="conversation">
        {inOrder.map(message => <OneMessage key={message.id} message={message} citizen={application.applicantName} />)}
      </ol>
      <Composer application={application} />
    </section>
  )
}

function Unread({ application }: { readonly application: ConversationCase }): ReactElement | null {
  const { t } = useTranslation()
  const markRead = useMarkRead()
  if (application.unreadMessages === 0) return null
  return (
    <span className="unread">
      <Icon name="mail" size={16} />
      {t('messages.unread', { count: application.unreadMessages })}
      <Button icon="check" onPress={() => void markRead({ applicationId: application.id })}>{t('messages.markRead')}</Button>
    </span>
  )
}

function OneMessage({ message, citizen }: { readonly message: Message; readonly citizen: string }): ReactElement {
  const { t } = useTranslation()
  const isOurs = message.direction === 'to-citizen'
  const name = message.authorName ?? (isOurs ? t('messages.townHall') : citizen)
  return (
    <li className={isOurs ? 'message message--ours' : 'message'}>
      <p className="message__head">
        <strong>{isOurs ? t('messages.toCitizen', { name, citizen }) : t('messages.fromCitizen', { name })}</strong>
        <span className="muted"><FullTime at={message.sentAt} /></span>
      </p>
      <p className="message__subject">{message.subject}</p>
      <p className="message__text">{message.text}</p>
      {isOurs && <Proof message={message} />}
    </li>
  )
}

/** How far a message of ours has come: here, in the mailbox, read by the citizen. */
function Proof({ message }: { readonly message: Message }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (message.version === 0 || !message.providedAt) return <p className="message__proof"><PendingMark /></p>
  return (
    <p className="message__proof muted">
      <Icon name={message.retrievedAt ? 'checkCircle' : 'check'} size={16} />
      {t('messages.provided', { time: formatDayAndTime(message.providedAt, language) })}
      {' · '}
      {message.retrievedAt ? t('messages.retrieved', { time: formatDayAndTime(message.retrievedAt, language) }) : t('messages.notRetrieved')}
    </p>
  )
}
