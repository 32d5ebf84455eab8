import { sql, type Kysely } from 'kysely'
import { plusCalendarDays, germanDay } from '../../shared/german-days.ts'
import type { AttachmentId, PersonId, TownId } from '../../shared/ids.ts'
import type { Conversation, ConversationFile, ConversationMessage } from '../../shared/domains/messages/conversation-tables.ts'
import { USUAL_KEEP_DAYS } from '../domains/messages/forget.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'
import { isTheirs } from './person-links.ts'

/** What somebody wrote with the town beside any application, as it is told to them: who of the staff wrote is left out. */
export interface PersonConversation extends Pick<Conversation, 'topic' | 'subject' | 'name' | 'email' | 'phone' | 'via' | 'startedAt' | 'closedAt'> {
  /** Of the case into which it was handed over, and with which it goes. */
  readonly caseReference: string | null
  readonly messages: readonly Pick<ConversationMessage, 'kind' | 'text' | 'sentAt' | 'providedAt' | 'retrievedAt'>[]
  readonly files: readonly (Pick<ConversationFile, 'filename' | 'mediaType' | 'size' | 'sha256' | 'addedAt'> & { readonly id: AttachmentId })[]
  /** The first day on which it may be forgotten if nothing more is written; null while a case keeps it. */
  readonly keptUntil: string | null
}

interface Found extends Omit<PersonConversation, 'keptUntil'> {
  /** The last message, or the closing after it. */
  readonly endedAt: Instant
  readonly keepDays: number
}

export async function personConversations(db: Kysely<Schema>, townId: TownId, people: readonly PersonId[]): Promise<readonly PersonConversation[]> {
  const { rows } = await sql<Found>`
    select c.topic, c.subject, c.name, c.email, c.phone, c.via, c.started_at as "startedAt", c.closed_at as "closedAt", a.reference as "caseReference", greatest(c.last_message_at, c.closed_at) as "endedAt",
      coalesce(d.keep_days, ${USUAL_KEEP_DAYS})::int as "keepDays",
      (select coalesce(json_agg(json_build_object('kind', m.kind, 'text', m.text, 'sentAt', m.sent_at, 'providedAt', m.provided_at, 'retrievedAt', m.retrieved_at) order by m.sent_at, m.id), '[]')
        from conversation_messages m where m.town_id = c.town_id and m.conversation_id = c.id) as messages,
      (select coalesce(json_agg(json_build_object('id', f.id, 'filename', f.filename, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256, 'addedAt', f.added_at) order by f.added_at, f.id), '[]')
        from conversation_files f where f.town_id = c.town_id and f.conversation_id = c.id) as files
    from conversations c left join message_desks d on d.town_id = c.town_id and 'department:' || d.id = c.scope left join applications a on a.town_id = c.town_id and a.id = c.application_id
    where c.town_id = ${townId} and ${isTheirs('conversations', 'c', people)} order by c.started_at, c.id`.execute(db)
  return rows.map(({ endedAt, keepDays, ...row }) => ({ ...row, keptUntil: row.caseReference === null ? plusCalendarDays(germanDay(endedAt), keepDays + 1) : null }))
}
