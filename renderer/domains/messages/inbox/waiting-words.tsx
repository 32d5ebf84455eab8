import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../../shared/domains/messages/conversation-tables.ts'
import { isOverdue } from '../../../../shared/domains/messages/waiting.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

/** Since when somebody waits and by when they are to have an answer; never by colour alone. */
export function WaitingWords({ conversation }: { readonly conversation: Pick<Conversation, 'state' | 'waitingSince' | 'dueAt' | 'lastMessageAt'> }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  const { state, waitingSince, dueAt, lastMessageAt } = conversation
  if (!waitingSince || !dueAt) return <span className="muted">{t(state === 'closed' ? 'inbox.closedState' : 'inbox.answered')} · <RelativeTime at={lastMessageAt} /></span>
  const isLate = isOverdue(conversation, now)
  return (
    <span className={isLate ? 'inbox-due inbox-due--late' : 'inbox-due'}>
      <Icon name={isLate ? 'warning' : 'clock'} size={14} />
      <span><RelativeTime at={waitingSince} /> · {t(isLate ? 'inbox.overdue' : 'inbox.due', { day: formatDay(dueAt, language) })}</span>
    </span>
  )
}
