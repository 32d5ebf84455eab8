import type { ReactElement } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { INBOX_FILTERS, type InboxFilter, type ShownConversation } from '../../../../shared/contract/messages.ts'
import { ConversationId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { Inbox } from './queries.ts'
import { SecrecyBadge } from '../../people/secrecy-badge.tsx'
import { useSecrets } from '../../people/use-secrets.ts'
import { WaitingWords } from './waiting-words.tsx'

interface Props {
  readonly inbox: Inbox
  readonly filter: InboxFilter
  readonly text: string
  readonly chosen: ConversationId | undefined
  readonly onFilter: (filter: InboxFilter) => void
  readonly onText: (text: string) => void
  readonly onChoose: (id: ConversationId) => void
  readonly onCase: (id: string) => void
}

/** What waits, to be walked through by the arrow keys; messages on cases stand below, for they are answered there. */
export function InboxList({ inbox, filter, text, chosen, onFilter, onText, onChoose, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const { conversations, cases, hasMore } = inbox
  const isSecret = useSecrets()
  const isSearching = text.trim() !== ''
  return (
    <section className="inbox__list" aria-label={t('inbox.list')}>
      <Filters inbox={inbox} filter={filter} onFilter={onFilter} />
      <TextInput label={t('inbox.search')} value={text} maxLength={100} onChange={onText} />
      {conversations.length === 0 && cases.length === 0 && <div className="empty"><Icon name="inbox" size={32} /><p>{t(isSearching ? 'inbox.notFound' : 'inbox.none')}</p><p>{isSearching ? t('inbox.notFoundHint', { filter: t(`inbox.filter.${filter}`) }) : t('inbox.noneHint')}</p></div>}
      {conversations.length > 0 && (
        <ListBox
          aria-label={t('inbox.list')} className="inbox__lines" selectionMode="single" disallowEmptySelection selectedKeys={chosen ? [chosen] : []} items={conversations} dependencies={[isSecret]}
          onSelectionChange={keys => keys !== 'all' && [...keys].forEach(key => onChoose(ConversationId.parse(String(key))))}
        >
          {conversation => <Line conversation={conversation} isSecret={isSecret(conversation.id)} />}
        </ListBox>
      )}
      {hasMore && <p className="muted">{t('inbox.more')}</p>}
      {cases.length > 0 && <h2 className="inbox__cases">{t('inbox.caseMessages')}</h2>}
      <ul className="inbox__lines">
        {cases.map(({ id, reference, subject, applicantName, unread, assigneeName }) => (
          <li key={id}>
            <button type="button" className="inbox-line" onClick={() => onCase(id)}>
              <span className="inbox-line__head"><strong>{applicantName}</strong>{isSecret(id) && <SecrecyBadge />}<span className="inbox-line__new">{t('messages.unread', { count: unread })}</span></span>
              <span className="inbox-line__subject">{subject}</span>
              <span className="inbox-line__foot muted">{t('inbox.byCase', { reference })} · {assigneeName ?? t('inbox.free')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filters({ inbox: { counts }, filter, onFilter }: Pick<Props, 'inbox' | 'filter' | 'onFilter'>): ReactElement {
  const { t } = useTranslation()
  const counted: Partial<Readonly<Record<InboxFilter, number>>> = counts
  return (
    <fieldset className="inbox__filters" aria-label={t('inbox.filters')}>
      {INBOX_FILTERS.map(one => (
        <button key={one} type="button" className={one === filter ? 'filter filter--active' : 'filter'} aria-pressed={one === filter} onClick={() => onFilter(one)}>
          <span>{t(`inbox.filter.${one}`)}</span>
          {counted[one] ? <span className="filter__count">{counted[one]}</span> : null}
        </button>
      ))}
    </fieldset>
  )
}

function Line({ conversation, isSecret }: { readonly conversation: ShownConversation; readonly isSecret: boolean }): ReactElement {
  const { t } = useTranslation()
  const { id, name, subject, unread, assigneeName, topic, via, isPending } = conversation
  return (
    <ListBoxItem id={id} textValue={`${name} ${subject}`} className={unread > 0 ? 'inbox-line inbox-line--unread' : 'inbox-line'}>
      <span className="inbox-line__head"><strong>{name}</strong>{isSecret && <SecrecyBadge />}{unread > 0 && <span className="inbox-line__new">{t('inbox.unreadMark')}</span>}{isPending && <PendingMark />}</span>
      <span className="inbox-line__subject">{subject}</span>
      <span className="inbox-line__foot"><WaitingWords conversation={conversation} /></span>
      <span className="inbox-line__foot muted">{topic || t(`inbox.via.${via}`)} · {assigneeName ?? t('inbox.free')}</span>
    </ListBoxItem>
  )
}
