import * as z from 'zod'
import { ApplicationId, AttachmentId, ConversationId, DepartmentId, MessageId, PersonId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'

/**
 * `new`: nobody of the town has had it in hand. `open`: somebody works on it. `answered`: the last word is the town's.
 * `closed`: nothing more is expected; a further message of the citizen opens it again.
 */
const CONVERSATION_STATES = ['new', 'open', 'answered', 'closed'] as const
export const ConversationState = z.enum(CONVERSATION_STATES)
export type ConversationState = z.infer<typeof ConversationState>

/** How it began: written on the portal, or taken down by staff from a call, at the counter, or from an e-mail. */
const CONVERSATION_WAYS = ['portal', 'telephone', 'counter', 'email'] as const

/** What a citizen and the town write to each other beside any application (Nachricht). In the scope of the department that answers. */
export const Conversation = z.object({
  ...rowBase,
  id: ConversationId,
  topic: z.string().max(120),
  subject: z.string().min(1).max(200),
  /** Empty once the person is forgotten. */
  name: z.string().max(120),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40),
  via: z.enum(CONVERSATION_WAYS),
  /** In which language the town's automatic words are. */
  language: z.enum(['de', 'en']),
  state: ConversationState,
  assigneeId: PersonId.nullable(),
  assigneeName: z.string().max(120).nullable(),
  unread: z.int().min(0),
  startedAt: Instant,
  lastMessageAt: Instant,
  /** Since when the citizen has been waiting for an answer, and by when they are to have one; null while nobody waits. */
  waitingSince: Instant.nullable(),
  dueAt: Instant.nullable(),
  /** The town's last answer: whoever writes another one has to have seen it. */
  lastAnswerId: MessageId.nullable(),
  lastAnswerByName: z.string().max(120).nullable(),
  /** What the citizen said last if nobody has answered it: whoever answers, closes or marks as read has to have seen it. Closing alone answers nothing. */
  openQuestionId: MessageId.nullable(),
  closedAt: Instant.nullable(),
  /** The case into which it was handed over; it goes where the case goes. */
  applicationId: ApplicationId.nullable(),
})
export type Conversation = Readonly<z.infer<typeof Conversation>>

const MESSAGE_KINDS = ['from-citizen', 'to-citizen', 'automatic', 'note'] as const

/**
 * One message of a conversation. `note`: for staff alone, never shown to the citizen. `automatic`: the town's note of absence.
 * `providedAt` and `retrievedAt` are the service's times: the proof of provision and of retrieval.
 */
export const ConversationMessage = z.object({
  ...rowBase,
  id: MessageId,
  conversationId: ConversationId,
  applicationId: ApplicationId.nullable(),
  kind: z.enum(MESSAGE_KINDS),
  text: z.string().min(1).max(8_000),
  authorId: PersonId.nullable(),
  authorName: z.string().max(120).nullable(),
  sentAt: Instant,
  providedAt: Instant.nullable(),
  retrievedAt: Instant.nullable(),
})
export type ConversationMessage = Readonly<z.infer<typeof ConversationMessage>>

/** A file that came with a message; the bytes are a blob of the same id. */
export const ConversationFile = z.object({
  ...rowBase,
  id: AttachmentId,
  conversationId: ConversationId,
  applicationId: ApplicationId.nullable(),
  messageId: MessageId,
  filename: z.string().min(1).max(200),
  mediaType: z.string().min(3).max(120),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
  scan: z.enum(['not-scanned', 'clean', 'infected']),
})
export type ConversationFile = Readonly<z.infer<typeof ConversationFile>>

const Texts = z.object({ de: z.string().max(2_000), en: z.string().max(2_000) })

/** From a day to a day, both included; `text` is said beside the sentence that tells until when. */
export const Absence = z.object({ fromDay: z.iso.date(), untilDay: z.iso.date(), text: Texts })
export type Absence = Readonly<z.infer<typeof Absence>>

export const Topic = z.object({ de: z.string().min(1).max(120), en: z.string().min(1).max(120) })
export type Topic = Readonly<z.infer<typeof Topic>>

/** How a department takes messages of citizens. Its id is the department's; all desks see it, because they pass messages on. */
export const MessageDesk = z.object({
  ...rowBase,
  id: DepartmentId,
  /** What citizens choose from on the portal. */
  topics: z.array(Topic).max(20),
  /** Working days within which an answer is due. */
  answerDays: z.int().min(1).max(60),
  /** Days after closing for which the words are kept; those of a case stay as long as the case. */
  keepDays: z.int().min(30).max(3_650),
  absence: Absence.nullable(),
  active: z.boolean(),
})
export type MessageDesk = Readonly<z.infer<typeof MessageDesk>>

/** A member of staff who is away. Its id is the person's. */
export const AbsenceNote = z.object({ ...rowBase, id: PersonId, name: z.string().max(120), absence: Absence.nullable() })
export type AbsenceNote = Readonly<z.infer<typeof AbsenceNote>>

export const conversations = defineTable({
  name: 'conversations',
  schema: Conversation,
  columns: {
    id: 'text', scope: 'text', version: 'integer', topic: 'text', subject: 'text', name: 'text', email: 'text', phone: 'text', via: 'text', language: 'text', state: 'text',
    assigneeId: 'text', assigneeName: 'text', unread: 'integer', startedAt: 'instant', lastMessageAt: 'instant', waitingSince: 'instant', dueAt: 'instant', lastAnswerId: 'text',
    lastAnswerByName: 'text', openQuestionId: 'text', closedAt: 'instant', applicationId: 'text',
  },
  deskHolds: 'all-of-scope',
})

export const conversationMessages = defineTable({
  name: 'conversation_messages',
  schema: ConversationMessage,
  columns: {
    id: 'text', scope: 'text', version: 'integer', conversationId: 'text', applicationId: 'text', kind: 'text', text: 'text', authorId: 'text', authorName: 'text', sentAt: 'instant',
    providedAt: 'instant', retrievedAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})

export const conversationFiles = defineTable({
  name: 'conversation_files',
  schema: ConversationFile,
  columns: {
    id: 'text', scope: 'text', version: 'integer', conversationId: 'text', applicationId: 'text', messageId: 'text', filename: 'text', mediaType: 'text', size: 'integer', sha256: 'text',
    addedAt: 'instant', scan: 'text',
  },
  deskHolds: 'all-of-scope',
})

export const messageDesks = defineTable({
  name: 'message_desks',
  schema: MessageDesk,
  columns: { id: 'text', scope: 'text', version: 'integer', topics: 'json', answerDays: 'integer', keepDays: 'integer', absence: 'json', active: 'boolean' },
  deskHolds: 'all-of-scope',
})

export const absenceNotes = defineTable({
  name: 'absence_notes',
  schema: AbsenceNote,
  columns: { id: 'text', scope: 'text', version: 'integer', name: 'text', absence: 'json' },
  deskHolds: 'all-of-scope',
})
