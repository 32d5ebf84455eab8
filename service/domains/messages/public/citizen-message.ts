import type { Kysely, Transaction } from 'kysely'
import type { Change } from '../../../../shared/command.ts'
import { awayText, type AwayReason } from '../../../../shared/domains/messages/absence.ts'
import type { Conversation, ConversationMessage } from '../../../../shared/domains/messages/conversation-tables.ts'
import { answerDue } from '../../../../shared/domains/messages/waiting.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { AttachmentId, derivedUuid, MessageId, type TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { NewJob } from '../../../delivery/jobs.ts'
import { keepBlob } from '../../../http/blobs/blob-store.ts'
import type { ScannedFile } from '../../../intake/scan-files.ts'
import type { Origin } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRecords } from '../../../store/records.ts'
import { filesOf } from '../conversation-rows.ts'
import { conversationMail } from '../mail/jobs.ts'

/** A citizen without an account: the audit log names the conversation and nobody. */
export const byCitizen = (townId: TownId, action: 'messages.received' | 'messages.replied' | 'messages.retrieved', at: Instant): Origin => ({ townId, actor: null, action, commandId: null, at })

/** What a citizen writes. Every id follows from the message's, so that a repetition could never make a second one. */
export const citizenMessage = ({ id, scope, applicationId, name }: Conversation, messageId: MessageId, text: string, now: Instant): ConversationMessage => ({
  id: messageId, scope, version: 0, conversationId: id, applicationId, kind: 'from-citizen', text, authorId: null, authorName: name, sentAt: now, providedAt: null, retrievedAt: null,
})

/** Whether the files that came with a message before are these, in whatever order. */
export async function sameFiles(db: Kysely<Schema>, townId: TownId, { id, conversationId }: Pick<ConversationMessage, 'id' | 'conversationId'>, files: readonly { readonly sha256: string }[]): Promise<boolean> {
  const before = (await filesOf(db, townId, conversationId)).filter(({ messageId }) => messageId === id)
  return before.map(({ sha256 }) => sha256).toSorted().join() === files.map(({ sha256 }) => sha256).toSorted().join()
}

/** Keeps the bytes of files, and says which rows name them. */
export async function keptFiles(trx: Transaction<Schema>, townId: TownId, message: ConversationMessage, files: readonly ScannedFile[], at: Instant): Promise<readonly Extract<Change, { readonly table: 'conversation_files' }>[]> {
  const rows = files.map((file, index) => ({ file, id: AttachmentId.parse(derivedUuid(message.id, `file/${index}`)) }))
  for (const { file, id } of rows) await keepBlob(trx, townId, { id, bytes: file.bytes, sha256: file.sha256, at, scan: file.scan })
  const { scope, conversationId, applicationId } = message
  return rows.map(({ file, id }) => ({
    table: 'conversation_files',
    row: { id, scope, version: 0, conversationId, applicationId, messageId: message.id, filename: file.filename, mediaType: file.mediaType, size: file.bytes.length, sha256: file.sha256, addedAt: at, scan: file.scan },
  }))
}

/**
 * The town's automatic answer, once for each conversation and absence: its id follows from both. Only a citizen's own message on
 * the portal leads to one; no e-mail is ever read, so no machine can be answered.
 */
export async function automaticAnswer(
  trx: Transaction<Schema>, townId: TownId, { conversation, reason, answerDays, isClosed, now }: { readonly conversation: Conversation; readonly reason: AwayReason | null; readonly answerDays: number; readonly isClosed: (day: string) => boolean; readonly now: Instant },
): Promise<{ readonly changes: readonly Change[]; readonly jobs: readonly NewJob[] }> {
  if (!reason) return { changes: [], jobs: [] }
  const id = MessageId.parse(derivedUuid(`away/${conversation.id}`, reason.key))
  if ((await loadRecords(trx, townId, [{ table: 'conversation_messages', id }], false)).size > 0) return { changes: [], jobs: [] }
  const dueDay = germanDay(lateEnough(conversation.dueAt ?? answerDue(now, answerDays, isClosed), reason, answerDays, isClosed))
  const { scope, applicationId, language } = conversation
  const row: ConversationMessage = {
    id, scope, version: 0, conversationId: conversation.id, applicationId, kind: 'automatic', text: awayText(language, reason, dueDay), authorId: null, authorName: null, sentAt: now, providedAt: now, retrievedAt: null,
  }
  return { changes: [{ table: 'conversation_messages', row }], jobs: conversationMail(conversation, { what: 'waiting', messageId: id }) }
}

/** Nobody is promised an answer for a day on which nobody is there. */
function lateEnough(dueAt: Instant, { backOn }: AwayReason, answerDays: number, isClosed: (day: string) => boolean): Instant {
  if (germanDay(dueAt) >= backOn) return dueAt
  return answerDue(`${backOn}T11:00:00.000Z` as Instant, Math.max(1, answerDays - 1), isClosed)
}
