import type { Transaction } from 'kysely'
import type { Conversation, ConversationMessage, MessageDesk } from '../../../../shared/domains/messages/conversation-tables.ts'
import { USUAL_ANSWER_DAYS } from '../../../../shared/domains/messages/begin-call-command.ts'
import { answerDue, withQuestion } from '../../../../shared/domains/messages/waiting.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { derivedUuid, MessageId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Submission } from '../../../../shared/wire/public.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { checkFiles } from '../../../intake/files.ts'
import { scanFiles, type ScannedFile } from '../../../intake/scan-files.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { awayReason } from '../away.ts'
import { deskOf, findConversation, messagesOf } from '../conversation-rows.ts'
import { automaticAnswer, byCitizen, citizenMessage, keptFiles, sameFiles } from './citizen-message.ts'
import type { PublicMessageParts } from './parts.ts'

/** How many messages in a row a citizen writes before somebody of the town has answered. */
const MOST_IN_A_ROW = 10

export interface Reply {
  /** Makes it repeatable: the same again changes nothing. */
  readonly messageId: string
  readonly text: string
  readonly files: Submission['attachments']
}

/** Records that a message was opened, the first time; later ones change nothing. */
export async function retrieveMessage({ database, townId, links, clock }: PublicMessageParts, link: string, messageId: MessageId): Promise<Result<ConversationMessage>> {
  const id = await links.conversationOf(townId, link)
  if (!id) return refuse('messages/not-found')
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const conversation = await findConversation(trx, townId, id, true)
    const message = conversation && (await messagesOf(trx, townId, id)).find(one => one.id === messageId)
    if (!message || message.providedAt === null) return refuse('messages/not-found')
    if (message.retrievedAt) return ok(message)
    const row = { ...message, retrievedAt: now }
    await commitChanges(trx, byCitizen(townId, 'messages.retrieved', now), [{ table: 'conversation_messages', row }])
    return ok(row)
  })
}

/** The citizen goes on writing; what was closed is open again. */
export async function replyByLink(parts: PublicMessageParts, link: string, reply: Reply): Promise<Result<null>> {
  const { database, townId, links, clock, scanner } = parts
  const id = await links.conversationOf(townId, link)
  if (!id) return refuse('messages/not-found')
  if (!reply.text.trim()) return refuse('messages/empty')
  const checked = checkFiles(reply.files)
  if (!checked.ok) return checked
  const files = await scanFiles(scanner, checked.value)
  if (!files.ok) return files
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    // The lock lets two copies of one reply through one after the other.
    const conversation = await findConversation(trx, townId, id, true)
    return conversation ? keepReply(trx, parts, { conversation, reply, files: files.value, now }) : refuse('messages/not-found')
  })
}

interface Replying {
  readonly conversation: Conversation
  readonly reply: Reply
  readonly files: readonly ScannedFile[]
  readonly now: Instant
}

async function keepReply(trx: Transaction<Schema>, { townId, closures }: PublicMessageParts, { conversation, reply, files, now }: Replying): Promise<Result<null>> {
  const text = reply.text.trim()
  // Bound to the conversation: nobody can name, and so overwrite, a message of somebody else's.
  const messageId = MessageId.parse(derivedUuid(`reply/${conversation.id}`, reply.messageId.toLowerCase()))
  const messages = await messagesOf(trx, townId, conversation.id)
  const before = messages.find(one => one.id === messageId)
  if (before) return before.text === text && (await sameFiles(trx, townId, before, files)) ? ok(null) : refuse('intake/key-reused')
  if (unanswered(messages, conversation.waitingSince) >= MOST_IN_A_ROW) return refuse('messages/too-many-open', { most: MOST_IN_A_ROW })
  const desk = await deskOrUsual(trx, townId, conversation)
  const isClosed = await closures(trx, townId, conversation.scope, germanDay(now))
  const asked = withQuestion(conversation, { id: messageId, at: now }, answerDue(now, desk.answerDays, isClosed))
  const message = citizenMessage(asked, messageId, text, now)
  const reason = await awayReason(trx, townId, { conversation: asked, desk, isClosed, now })
  const away = await automaticAnswer(trx, townId, { conversation: asked, reason, answerDays: desk.answerDays, isClosed, now })
  const kept = await keptFiles(trx, townId, message, files, now)
  await commitChanges(trx, byCitizen(townId, 'messages.replied', now), [{ table: 'conversations', row: asked }, { table: 'conversation_messages', row: message }, ...kept, ...away.changes])
  await enqueue(trx, townId, away.jobs, now)
  return ok(null)
}

/** Since the last answer, and not what was put away before: who was put away waits no more, and begins to wait again with the next message. */
const unanswered = (messages: readonly ConversationMessage[], waitingSince: Instant | null): number => {
  if (waitingSince === null) return 0
  const last = messages.findLastIndex(({ kind }) => kind === 'to-citizen')
  return messages.slice(last + 1).filter(({ kind, sentAt }) => kind === 'from-citizen' && sentAt >= waitingSince).length
}

/** A department that takes no new messages goes on answering what it has. */
async function deskOrUsual(trx: Transaction<Schema>, townId: PublicMessageParts['townId'], { scope }: Conversation): Promise<MessageDesk> {
  const id = departmentOf(scope)
  if (!id) throw new Error('a conversation belongs to a department')
  return (await deskOf(trx, townId, id)) ?? { id, scope: 'town', version: 0, topics: [], answerDays: USUAL_ANSWER_DAYS, keepDays: 365, absence: null, active: false }
}
