import type { Kysely } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { AbsenceNote, Conversation, ConversationFile, ConversationMessage, MessageDesk } from '../../../shared/domains/messages/conversation-tables.ts'
import type { ConversationId, DepartmentId, PersonId, TownId } from '../../../shared/ids.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

export async function findConversation(db: Kysely<Schema>, townId: TownId, id: ConversationId, lock: boolean): Promise<Conversation | undefined> {
  return (await loadRecords(db, townId, [{ table: 'conversations', id }], lock)).get(`conversations/${id}`) as Conversation | undefined
}

/** The oldest first. */
export async function messagesOf(db: Kysely<Schema>, townId: TownId, id: ConversationId): Promise<readonly ConversationMessage[]> {
  const found = await db.selectFrom('conversation_messages').select('id').where('town_id', '=', townId).where('conversation_id', '=', id).execute()
  const rows = await loadRecords(db, townId, found.map(row => ({ table: 'conversation_messages', id: row.id }) as const), false)
  return ([...rows.values()] as readonly ConversationMessage[]).toSorted((one, other) => one.sentAt.localeCompare(other.sentAt) || one.id.localeCompare(other.id))
}

export async function filesOf(db: Kysely<Schema>, townId: TownId, id: ConversationId): Promise<readonly ConversationFile[]> {
  const found = await db.selectFrom('conversation_files').select('id').where('town_id', '=', townId).where('conversation_id', '=', id).execute()
  const rows = await loadRecords(db, townId, found.map(row => ({ table: 'conversation_files', id: row.id }) as const), false)
  return ([...rows.values()] as readonly ConversationFile[]).toSorted((one, other) => one.addedAt.localeCompare(other.addedAt) || one.id.localeCompare(other.id))
}

/** Everything that belongs to a conversation, to go where it goes. */
export async function partsOf(db: Kysely<Schema>, townId: TownId, id: ConversationId): Promise<readonly Extract<Change, { readonly table: 'conversation_messages' | 'conversation_files' }>[]> {
  const messages = await messagesOf(db, townId, id)
  const files = await filesOf(db, townId, id)
  return [...messages.map(row => ({ table: 'conversation_messages', row }) as const), ...files.map(row => ({ table: 'conversation_files', row }) as const)]
}

export async function deskOf(db: Kysely<Schema>, townId: TownId, id: DepartmentId): Promise<MessageDesk | undefined> {
  return (await loadRecords(db, townId, [{ table: 'message_desks', id }], false)).get(`message_desks/${id}`) as MessageDesk | undefined
}

export async function absenceOf(db: Kysely<Schema>, townId: TownId, id: PersonId): Promise<AbsenceNote | undefined> {
  return (await loadRecords(db, townId, [{ table: 'absence_notes', id }], false)).get(`absence_notes/${id}`) as AbsenceNote | undefined
}
