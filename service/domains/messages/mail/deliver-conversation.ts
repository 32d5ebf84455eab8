import * as z from 'zod'
import type { ConversationMessage } from '../../../../shared/domains/messages/conversation-tables.ts'
import { ConversationId, MessageId } from '../../../../shared/ids.ts'
import { messageIdFor, waitingNotice, type Notice, type Sender } from '../../../delivery/email.ts'
import type { MailTransport } from '../../../delivery/smtp.ts'
import type { Deliver } from '../../../delivery/worker.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import type { ConversationLinks } from '../conversation-links.ts'
import { findConversation } from '../conversation-rows.ts'
import { TOLD } from './jobs.ts'

const Payload = z.object({ conversationId: ConversationId, messageId: MessageId, what: z.enum(TOLD) })

/** Tells a citizen that a message is here or waiting, never what it says or is about: the address may be mistyped, and nobody shall send words of their own to a stranger in the town's name. */
export function createConversationDelivery(parts: {
  readonly database: Database
  readonly transport: MailTransport
  readonly sender: Sender
  readonly links: ConversationLinks
  /** Where the portal stands, without a slash at the end. */
  readonly portalUrl: () => string
}): Deliver {
  const { database: { db }, transport, sender, links, portalUrl } = parts
  return async ({ townId, key, payload }) => {
    const { conversationId, messageId, what } = Payload.parse(payload)
    const conversation = await findConversation(db, townId, conversationId, false)
    const message = (await loadRecords(db, townId, [{ table: 'conversation_messages', id: messageId }], false)).get(`conversation_messages/${messageId}`) as ConversationMessage | undefined
    // Whoever has read it by now needs no notice of it.
    if (!conversation?.email || !message || message.retrievedAt) return 'done'
    const link = `${portalUrl()}/portal/conversations/${await links.keyFor(townId, conversationId)}`
    const id = messageIdFor(townId, key, sender.from)
    const notice = what === 'received' ? receivedNotice(sender, id, link) : waitingNotice(sender, id, link)
    return (await transport.send({ ...notice, from: sender.from, to: conversation.email })) === 'accepted' ? 'done' : 'failed'
  }
}

function receivedNotice({ townName }: Sender, messageId: string, link: string): Notice {
  return {
    messageId,
    subject: `Ihre Nachricht ist angekommen – ${townName}`,
    text: [
      'Guten Tag,', '', 'mit dieser Adresse wurde uns eine Nachricht geschrieben. Hier lesen Sie unsere Antwort und schreiben weiter:', link, '',
      'Wer diesen Link hat, kann alles lesen. Geben Sie ihn nicht weiter.', 'Haben Sie uns nicht geschrieben, dann hat sich jemand vertippt: Löschen Sie diese E-Mail.',
      'Bitte antworten Sie nicht auf diese E-Mail.', '', townName, '', '--', '', 'We have received a message with this address. Use the link above to read our answer and to go on writing.',
      'Whoever has this link can read everything. If you did not write to us, delete this e-mail.', '',
    ].join('\n'),
  }
}
