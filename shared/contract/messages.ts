import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { beginCall } from '../domains/messages/begin-call-command.ts'
import { markRead, send } from '../domains/messages/commands.ts'
import { answerConversation, assignConversation, closeConversation, noteConversation, readConversation, reopenConversation } from '../domains/messages/conversation-commands.ts'
import { AbsenceNote, Conversation, ConversationFile, ConversationMessage, MessageDesk } from '../domains/messages/conversation-tables.ts'
import { setAbsence, setMessageDesk } from '../domains/messages/desk-commands.ts'
import { linkConversation, redirectConversation, unlinkConversation } from '../domains/messages/pass-on-commands.ts'
import { ApplicationId, AttachmentId, ConversationId, DepartmentId, PersonId } from '../ids.ts'
import { Instant } from '../time.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

/** What of the inbox is shown. `waiting`: whoever waits for an answer of the town. */
export const INBOX_FILTERS = ['waiting', 'mine', 'unassigned', 'unread', 'all', 'closed'] as const
export const InboxFilter = z.enum(INBOX_FILTERS)
export type InboxFilter = z.infer<typeof InboxFilter>

/** A conversation as this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownConversation = Conversation.extend({ isPending: z.boolean() })
export type ShownConversation = z.infer<typeof ShownConversation>

/** A case with messages that nobody has read. */
export const UnreadCase = z.object({
  id: ApplicationId, reference: z.string(), subject: z.string(), applicantName: z.string(), assigneeId: PersonId.nullable(), assigneeName: z.string().nullable(), unread: z.int(), lastMessageAt: Instant.nullable(),
})
export type UnreadCase = z.infer<typeof UnreadCase>

const Counts = z.object({ waiting: z.int(), mine: z.int(), unassigned: z.int(), unread: z.int(), overdue: z.int() })
export type InboxCounts = z.infer<typeof Counts>

export const WholeConversation = z.object({
  conversation: ShownConversation,
  /** The oldest first; one of one's own that is not at the service yet has version 0. */
  messages: z.array(ConversationMessage),
  files: z.array(ConversationFile),
  application: z.object({ id: ApplicationId, reference: z.string(), subject: z.string() }).nullable(),
})
export type WholeConversation = z.infer<typeof WholeConversation>

const messageQueries = {
  /** What waits longest stands first, what is closed newest first; `hasMore` where there are more than are given. */
  inbox: oc.input(z.object({ filter: InboxFilter, text: z.string().max(100) })).output(z.object({ conversations: z.array(ShownConversation), cases: z.array(UnreadCase), counts: Counts, hasMore: z.boolean() })),
  conversation: oc.input(z.object({ id: ConversationId })).output(refusable(WholeConversation)),
  /** What was handed over into a case. */
  'of-case': oc.input(z.object({ applicationId: ApplicationId })).output(z.object({ conversations: z.array(WholeConversation) })),
  /** How departments take messages, who is away, and the blocks of text that answers begin with. */
  desks: oc.output(z.object({ departments: z.array(z.object({ id: DepartmentId, name: z.string(), isClosed: z.boolean() })), desks: z.array(MessageDesk), absences: z.array(AbsenceNote), blocks: z.array(z.object({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) })) })),
  /** Says which conversation the person has open now, or none. */
  open: oc.input(z.object({ id: ConversationId.nullable() })).output(z.object({})),
  /** Who else has which conversation open. */
  present: oc.output(eventIterator(z.object({ people: z.array(z.object({ personId: PersonId, name: z.string(), recordId: z.string() })) }))),
  file: oc.input(z.object({ id: AttachmentId })).output(refusable(z.object({ filename: z.string(), mediaType: z.string(), content: z.base64() }))),
}

const entries = {
  ...messageQueries,
  send: entryFor(send),
  'mark-read': entryFor(markRead),
  'begin-call': entryFor(beginCall),
  answer: entryFor(answerConversation),
  note: entryFor(noteConversation),
  read: entryFor(readConversation),
  assign: entryFor(assignConversation),
  close: entryFor(closeConversation),
  reopen: entryFor(reopenConversation),
  redirect: entryFor(redirectConversation),
  link: entryFor(linkConversation),
  unlink: entryFor(unlinkConversation),
  'set-desk': entryFor(setMessageDesk),
  'set-absence': entryFor(setAbsence),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface MessagesContract extends Entries {}
export const messagesContract: MessagesContract = entries
