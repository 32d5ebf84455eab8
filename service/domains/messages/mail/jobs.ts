import type { Conversation } from '../../../../shared/domains/messages/conversation-tables.ts'
import type { MessageId } from '../../../../shared/ids.ts'
import type { NewJob } from '../../../delivery/jobs.ts'

/** What somebody is told: that their own message is here, or that one of the town's is waiting. */
export const TOLD = ['received', 'waiting'] as const

/** The e-mail about one message; none where nobody gave an address. Each message is told of once. */
export const conversationMail = ({ id, email }: Pick<Conversation, 'id' | 'email'>, told: { readonly what: (typeof TOLD)[number]; readonly messageId: MessageId }): readonly NewJob[] =>
  (email === null ? [] : [{ kind: 'conversation-email', key: `conversation/${told.messageId}/${told.what}`, payload: { conversationId: id, ...told }, personId: null }])
