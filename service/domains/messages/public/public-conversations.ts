import type { Conversation, ConversationFile, ConversationMessage } from '../../../../shared/domains/messages/conversation-tables.ts'
import type { MessageId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { readBytes } from '../../../http/blobs/blob-store.ts'
import { filesOf, findConversation, messagesOf } from '../conversation-rows.ts'
import { beginConversation, type Written } from './begin-conversation.ts'
import { replyByLink, retrieveMessage, type Reply } from './by-link.ts'
import type { PublicMessageParts } from './parts.ts'
import { offeredTopics, type OfferedTopic } from './topics.ts'

/** A conversation as whoever has its link sees it: never what staff noted for each other, nor who has it in hand. */
export interface ShownConversation {
  readonly link: string
  readonly conversation: Pick<Conversation, 'topic' | 'subject' | 'name' | 'state' | 'startedAt' | 'waitingSince' | 'dueAt'>
  /** The oldest first. */
  readonly messages: readonly (Pick<ConversationMessage, 'id' | 'kind' | 'text' | 'authorName' | 'sentAt' | 'retrievedAt'> & { readonly files: readonly ShownFile[] })[]
}

type ShownFile = Pick<ConversationFile, 'id' | 'filename' | 'mediaType' | 'size'>

/** Messages of citizens, for the service's own pages. A conversation is opened by its link alone; what no link leads to is not there. */
export interface PublicConversations {
  topics(): Promise<readonly OfferedTopic[]>
  begin(key: string, written: Written): Promise<Result<{ readonly link: string }>>
  read(link: string): Promise<Result<ShownConversation>>
  retrieve(link: string, messageId: MessageId): Promise<Result<ConversationMessage>>
  reply(link: string, reply: Reply): Promise<Result<null>>
  /** A file of a message that has been opened; what the scanner found is given to nobody. */
  file(link: string, fileId: string): Promise<Result<ShownFile & { readonly bytes: AsyncIterable<Uint8Array> }>>
}

export function createPublicConversations(parts: PublicMessageParts): PublicConversations {
  const { database: { db }, townId, links } = parts
  return {
    topics: () => offeredTopics(db, townId),
    begin: async (key, written) => {
      const begun = await beginConversation(parts, key, written)
      return begun.ok ? ok({ link: await links.keyFor(townId, begun.value.id) }) : begun
    },
    read: link => shown(parts, link),
    retrieve: (link, messageId) => retrieveMessage(parts, link, messageId),
    reply: (link, reply) => replyByLink(parts, link, reply),
    file: async (link, fileId) => {
      const found = await shown(parts, link)
      if (!found.ok) return found
      const file = found.value.messages.filter(isOpen).flatMap(({ files }) => files).find(({ id }) => id === fileId)
      return file ? ok({ ...file, bytes: readBytes(db, townId, { id: file.id, start: 0, end: file.size }) }) : refuse('messages/not-found')
    },
  }
}

const isOpen = ({ kind, retrievedAt }: ShownConversation['messages'][number]): boolean => kind === 'from-citizen' || retrievedAt !== null

async function shown({ database: { db }, townId, links }: PublicMessageParts, link: string): Promise<Result<ShownConversation>> {
  const id = await links.conversationOf(townId, link)
  const conversation = id && (await findConversation(db, townId, id, false))
  if (!conversation) return refuse('messages/not-found')
  const files = (await filesOf(db, townId, conversation.id)).filter(({ scan }) => scan !== 'infected')
  const messages = (await messagesOf(db, townId, conversation.id))
    // What a desk has written but the service has not provided yet is nobody's business, nor is a note.
    .filter(({ kind, providedAt }) => kind === 'from-citizen' || (kind !== 'note' && providedAt !== null))
    .map(message => ({ ...message, files: files.filter(({ messageId }) => messageId === message.id) }))
  return ok({ link, conversation, messages })
}
