import type { Actor } from '../../../../shared/actor.ts'
import type { InboxCounts, InboxFilter, ShownConversation, UnreadCase, WholeConversation } from '../../../../shared/contract/messages.ts'
import type { AbsenceNote, ConversationFile, MessageDesk } from '../../../../shared/domains/messages/conversation-tables.ts'
import type { TextBlock } from '../../../../shared/domains/letters/tables.ts'
import { isOverdue } from '../../../../shared/domains/messages/waiting.ts'
import type { ApplicationId, ConversationId, DepartmentId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about messages of citizens; all of it is answered without the service. */
export interface MessageQueries {
  inbox(asked: { readonly filter: InboxFilter; readonly text: string }): { conversations: ShownConversation[]; cases: UnreadCase[]; counts: InboxCounts; hasMore: boolean }
  conversation(id: ConversationId): Result<WholeConversation>
  ofCase(applicationId: ApplicationId): WholeConversation[]
  desks(): { departments: { id: DepartmentId; name: string; isClosed: boolean }[]; desks: MessageDesk[]; absences: AbsenceNote[]; blocks: Block[] }
  file(id: string): ConversationFile | undefined
}

type Block = Pick<TextBlock, 'id' | 'title' | 'paragraphs'>

interface Parts {
  readonly cache: { readonly db: Database }
  readonly now: () => number
  readonly actor: () => Actor
}

const MOST = 300

const OPEN = shownWhere('conversations', "state <> 'closed'")
const CLOSED = `${shownWhere('conversations', "state = 'closed'")} ORDER BY last_message_at DESC`
const NEWEST_CLOSED = `${CLOSED} LIMIT ${MOST + 1}`
const ONE = shownWhere('conversations', 'id = @id')
const OF_CASE = `${shownWhere('conversations', 'application_id = @id')} ORDER BY started_at, id`
const UNREAD_CASES = `SELECT * FROM (${shownWhere('applications', 'unread_messages > 0')}) ORDER BY number DESC LIMIT ${MOST}`

export function createMessageQueries({ cache: { db }, now, actor }: Parts): MessageQueries {
  const rows = (sql: string, values: object = {}): readonly ShownConversation[] => statement(db, sql).all(values).map(found => shownRow('conversations', found))
  return {
    inbox: ({ filter, text }) => {
      const persons = personsOf(actor())
      const open = rows(OPEN)
      const cases = unreadCases(db)
      const chosen = (filter === 'closed' ? rows(text.trim() ? CLOSED : NEWEST_CLOSED) : open.filter(one => IS_IN[filter](one, persons)).toSorted(byWaiting)).filter(one => says(one, text))
      return {
        conversations: chosen.slice(0, MOST),
        cases: cases.filter(one => isCaseIn(filter, one, persons) && contains([one.reference, one.subject, one.applicantName], text)),
        counts: counts(open, cases, persons, instantFromMs(now())),
        hasMore: chosen.length > MOST,
      }
    },
    conversation: id => {
      const [found] = rows(ONE, { id })
      return found ? ok(whole(db, found)) : refuse('messages/not-found')
    },
    ofCase: applicationId => rows(OF_CASE, { id: applicationId }).map(found => whole(db, found)),
    desks: () => ({
      departments: effectiveAll(db, 'departments').toSorted((one, other) => one.position - other.position).map(({ id, name, closedAt }) => ({ id, name, isClosed: closedAt !== null })),
      desks: [...effectiveAll(db, 'message_desks')],
      absences: [...effectiveAll(db, 'absence_notes')],
      blocks: effectiveAll(db, 'text_blocks').filter(({ active }) => active).map(({ id, title, paragraphs }) => ({ id, title, paragraphs })).toSorted((one, other) => (sortKey(one.title) < sortKey(other.title) ? -1 : 1)),
    }),
    file: id => getEffective(db, 'conversation_files', id),
  }
}

/** Oneself and those one stands in for: what is assigned to somebody who is away is theirs to see. */
const personsOf = ({ personId, grants }: Actor): ReadonlySet<string> => new Set([personId, ...grants.flatMap(({ viaPersonId }) => viaPersonId ?? [])])

const IS_IN: Readonly<Record<InboxFilter, (one: ShownConversation, persons: ReadonlySet<string>) => boolean>> = {
  mine: ({ assigneeId }, persons) => assigneeId !== null && persons.has(assigneeId),
  unassigned: ({ assigneeId }) => assigneeId === null,
  unread: ({ unread }) => unread > 0,
  waiting: ({ waitingSince }) => waitingSince !== null,
  all: () => true,
  closed: () => true,
}

/** Nobody says of a case whether its words wait for an answer: what is unread does. */
function isCaseIn(filter: InboxFilter, { assigneeId }: UnreadCase, persons: ReadonlySet<string>): boolean {
  if (filter === 'mine') return assigneeId !== null && persons.has(assigneeId)
  return filter === 'unassigned' ? assigneeId === null : filter !== 'closed'
}

/** Whoever waits longest first, then what was written last. */
function byWaiting(one: ShownConversation, other: ShownConversation): number {
  if (one.waitingSince && other.waitingSince) return one.waitingSince.localeCompare(other.waitingSince) || (one.id < other.id ? -1 : 1)
  if (one.waitingSince || other.waitingSince) return one.waitingSince ? -1 : 1
  return other.lastMessageAt.localeCompare(one.lastMessageAt)
}

const contains = (texts: readonly string[], text: string): boolean => texts.some(one => sortKey(one).includes(sortKey(text.trim())))
const says = ({ name, subject, topic, email }: ShownConversation, text: string): boolean => contains([name, subject, topic, email ?? ''], text)

const counts = (open: readonly ShownConversation[], cases: readonly UnreadCase[], persons: ReadonlySet<string>, now: Instant): InboxCounts => ({
  waiting: open.filter(one => IS_IN.waiting(one, persons)).length,
  mine: open.filter(one => IS_IN.mine(one, persons)).length,
  unassigned: open.filter(one => IS_IN.unassigned(one, persons)).length,
  unread: open.filter(({ unread }) => unread > 0).length + cases.length,
  overdue: open.filter(one => isOverdue(one, now)).length,
})

const unreadCases = (db: Database): UnreadCase[] => statement(db, UNREAD_CASES).all().map(found => {
  const { id, reference, subject, applicantName, assigneeId, assigneeName, unreadMessages } = shownRow('applications', found)
  const sent = effectiveWhere(db, 'messages', 'application_id', id).filter(({ direction }) => direction === 'from-citizen').map(({ sentAt }) => sentAt)
  return { id, reference, subject, applicantName, assigneeId, assigneeName, unread: unreadMessages, lastMessageAt: sent.toSorted().at(-1) ?? null }
})

function whole(db: Database, conversation: ShownConversation): WholeConversation {
  const application = conversation.applicationId && getEffective(db, 'applications', conversation.applicationId)
  return {
    conversation,
    messages: effectiveWhere(db, 'conversation_messages', 'conversation_id', conversation.id).toSorted((one, other) => one.sentAt.localeCompare(other.sentAt) || (one.id < other.id ? -1 : 1)),
    files: effectiveWhere(db, 'conversation_files', 'conversation_id', conversation.id).toSorted((one, other) => one.filename.localeCompare(other.filename, 'de')),
    application: application ? { id: application.id, reference: application.reference, subject: application.subject } : null,
  }
}
