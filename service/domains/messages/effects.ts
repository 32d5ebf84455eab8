import type { Effects } from '../../commands/context.ts'
import { waitingJob } from '../../delivery/waiting-job.ts'
import { conversationMail } from './mail/jobs.ts'

/** A message sent from a desk stands in the citizen's mailbox from the moment of the transaction on; an e-mail says so. */
export const onMessageSent: Effects = ({ changes, moment }) => {
  const provided = changes.flatMap(change =>
    change.table === 'messages' && change.row.direction === 'to-citizen' ? [{ ...change.row, providedAt: moment.now }] : [],
  )
  return {
    changes: provided.map(row => ({ table: 'messages', row })),
    jobs: provided.map(row => waitingJob(row)),
  }
}

/** The same of an answer in a conversation. */
export const onConversationAnswered: Effects = ({ changes, moment }) => {
  const conversation = changes.flatMap(change => (change.table === 'conversations' ? [change.row] : []))[0]
  const provided = changes.flatMap(change => (change.table === 'conversation_messages' && change.row.kind === 'to-citizen' ? [{ ...change.row, providedAt: moment.now }] : []))
  return {
    changes: provided.map(row => ({ table: 'conversation_messages', row })),
    jobs: conversation ? provided.flatMap(message => conversationMail(conversation, { what: 'waiting', messageId: message.id })) : [],
  }
}
