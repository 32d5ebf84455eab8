import * as z from 'zod'
import type { Role } from '../../actor.ts'
import type { Change, Moment, RecordRef, State } from '../../command.ts'
import { plainName } from '../../formats/file-name.ts'
import { ConversationId, MessageId } from '../../ids.ts'
import { refusalOfFile, type KeptFile } from '../../kept-file.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Conversation, ConversationMessage } from './conversation-tables.ts'

/** Whoever works on cases of a department answers its citizens. */
export const ANSWERERS = ['clerk', 'lead'] as const satisfies readonly Role[]

export const MOST_FILES = 20

export const OnConversation = z.object({ conversationId: ConversationId })
export type OnConversation = z.infer<typeof OnConversation>

export const theConversation = ({ conversationId }: OnConversation): readonly RecordRef[] => [{ table: 'conversations', id: conversationId }]

export const conversationOf = (state: State, { conversationId }: OnConversation): Result<Conversation> => {
  const found = state.get('conversations', conversationId)
  return found ? ok(found) : refuse('messages/not-found')
}

export const putConversation = (row: Conversation): Change => ({ table: 'conversations', row })

/** A message that somebody of the town writes. */
export const staffMessage = (
  { id, scope, applicationId }: Pick<Conversation, 'id' | 'scope' | 'applicationId'>,
  { kind, text }: Pick<ConversationMessage, 'kind' | 'text'>,
  { actor, now, newId }: Moment,
): ConversationMessage => ({
  id: MessageId.parse(newId('message')), scope, version: 0, conversationId: id, applicationId, kind, text, authorId: actor.personId, authorName: actor.name.slice(0, 120), sentAt: now,
  providedAt: null, retrievedAt: null,
})

/** The files of a message as records; refused where one may not be sent, or belongs to something else. */
export function fileRows(state: State, message: ConversationMessage, files: readonly KeptFile[]): Result<readonly Change[]> {
  const rows: Change[] = []
  for (const kept of files) {
    const file = { ...kept, filename: plainName(kept.filename) }
    if (state.get('conversation_files', file.id)) return refuse('blobs/not-found')
    const refusal = refusalOfFile(file)
    if (refusal) return { ok: false, error: refusal }
    const { scope, conversationId, applicationId, id, sentAt } = message
    rows.push({ table: 'conversation_files', row: { ...file, scope, version: 0, conversationId, applicationId, messageId: id, addedAt: sentAt, scan: 'not-scanned' } })
  }
  return ok(rows)
}
