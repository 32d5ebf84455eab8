import { sql, type Kysely, type Transaction } from 'kysely'
import * as z from 'zod'
import type { Change } from '../../../../shared/command.ts'
import type { Conversation } from '../../../../shared/domains/messages/conversation-tables.ts'
import { answerDue } from '../../../../shared/domains/messages/waiting.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { ConversationId, derivedUuid, MessageId, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { departmentScope } from '../../../../shared/scope.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import type { Submission } from '../../../../shared/wire/public.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { checkFiles, type CheckedFile } from '../../../intake/files.ts'
import { scanFiles, type ScannedFile } from '../../../intake/scan-files.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { awayReason } from '../away.ts'
import { findConversation, messagesOf, partsOf } from '../conversation-rows.ts'
import { conversationMail } from '../mail/jobs.ts'
import { automaticAnswer, byCitizen, citizenMessage, keptFiles, sameFiles } from './citizen-message.ts'
import type { PublicMessageParts } from './parts.ts'
import { offeredTopics, type OfferedTopic } from './topics.ts'

/** What a citizen writes to the town. */
export interface Written {
  /** As `offeredTopics` names it. */
  readonly topicId: string
  readonly subject: string
  readonly text: string
  readonly name: string
  readonly email: string | null
  readonly phone: string
  readonly language: Conversation['language']
  readonly files: Submission['attachments']
}

/** How many conversations of one address may wait for an answer, and how many without an address the town takes in an hour. */
const MOST_OPEN = 5
const MOST_WITHOUT_ADDRESS = 60

/** Takes a message in. The same key again is the same message, however often it comes. */
export async function beginConversation(parts: PublicMessageParts, key: string, written: Written): Promise<Result<Conversation>> {
  const { database, townId, clock, scanner } = parts
  const source = `conversation/${townId}/${key.toLowerCase()}`
  const id = ConversationId.parse(derivedUuid(source, 'conversation'))
  const now = instantFromMs(clock.nowMs())
  const messageId = MessageId.parse(derivedUuid(source, 'message'))
  const topic = (await offeredTopics(database.db, townId)).find(one => one.id === written.topicId)
  const right = judged(written, topic)
  if (!right.ok) return right
  const checked = checkFiles(written.files)
  if (!checked.ok) return checked
  const known = await sameBefore(database.db, townId, { id, messageId }, written, checked.value)
  if (known && (!known.ok || !isCorrected(known.value, written, right.value))) return known
  if (known) return inOneTransaction(database, trx => keepCorrection(trx, townId, { id, messageId, written, topic: right.value, now }))
  const files = await scanFiles(scanner, checked.value)
  if (!files.ok) return files
  return inOneTransaction(database, trx => keep(trx, parts, { id, written, topic: right.value, files: files.value, messageId, now }))
}

/** What came under these ids before: the same, or refused because it says something else; undefined where nothing did. */
async function sameBefore(
  db: Kysely<Schema>, townId: TownId, { id, messageId }: Pick<Judged, 'id' | 'messageId'>, { name, subject, text }: Written, files: readonly CheckedFile[],
): Promise<Result<Conversation> | undefined> {
  const known = await findConversation(db, townId, id, false)
  if (!known) return undefined
  const message = (await messagesOf(db, townId, id)).find(one => one.id === messageId)
  const isSame = known.name === name.trim() && known.subject === subject.trim() && message?.text === text.trim() && (await sameFiles(db, townId, message, files))
  return isSame ? ok(known) : refuse('intake/key-reused')
}

/** The same message again, but with another address, number or topic: what was mistyped is put right, and a new address is told of it. */
async function keepCorrection(trx: Transaction<Schema>, townId: TownId, { id, messageId, written, topic, now }: Omit<Judged, 'files'>): Promise<Result<Conversation>> {
  const known = await findConversation(trx, townId, id, true)
  if (!known) return refuse('messages/not-found')
  if (!isCorrected(known, written, topic)) return ok(known)
  // Whoever has it in hand goes on with it, and passes it on if need be.
  const isFree = known.state === 'new' && !known.assigneeId && !known.applicationId
  const scope = isFree && known.topic !== topic.topic.de ? departmentScope(topic.desk.id) : known.scope
  const corrected = { ...known, ...contactOf(written, topic), scope }
  const parts = scope === known.scope ? [] : await partsOf(trx, townId, id)
  const moved = parts.map(change => ({ table: change.table, row: { ...change.row, scope } }) as Change)
  await commitChanges(trx, byCitizen(townId, 'messages.received', now), [...moved, { table: 'conversations', row: corrected }])
  if (known.email !== corrected.email) await enqueue(trx, townId, conversationMail(corrected, { what: 'received', messageId }).map(job => ({ ...job, key: `${job.key}/${known.version}` })), now)
  return ok(corrected)
}

const contactOf = ({ email, phone }: Written, { topic }: OfferedTopic): Pick<Conversation, 'email' | 'phone' | 'topic'> => ({ email, phone: phone.trim(), topic: topic.de })

const isCorrected = (known: Conversation, written: Written, topic: OfferedTopic): boolean => {
  const contact = contactOf(written, topic)
  return known.email !== contact.email || known.phone !== contact.phone || known.topic !== contact.topic
}

function judged({ name, subject, text, email }: Written, topic: OfferedTopic | undefined): Result<OfferedTopic> {
  if (!topic) return refuse('messages/no-such-topic')
  if (!name.trim()) return refuse('messages/name-missing')
  if (!subject.trim() || !text.trim()) return refuse('messages/empty')
  return email !== null && !z.email().max(254).safeParse(email).success ? refuse('messages/contact-missing') : ok(topic)
}

interface Judged {
  readonly id: ConversationId
  readonly messageId: MessageId
  readonly written: Written
  readonly topic: OfferedTopic
  readonly files: readonly ScannedFile[]
  readonly now: Instant
}

async function keep(trx: Transaction<Schema>, { townId, closures }: PublicMessageParts, { id, messageId, written, topic, files, now }: Judged): Promise<Result<Conversation>> {
  // Two of one address, or of one key, come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`conversation/${townId}`}, 0))`.execute(trx)
  const known = await sameBefore(trx, townId, { id, messageId }, written, files)
  if (known) return known.ok ? keepCorrection(trx, townId, { id, messageId, written, topic, now }) : known
  const most = await tooMany(trx, townId, written.email, now)
  if (most !== null) return refuse('messages/too-many-open', { most })
  const scope = departmentScope(topic.desk.id)
  const isClosed = await closures(trx, townId, scope, germanDay(now))
  const { answerDays } = topic.desk
  const conversation: Conversation = {
    id, scope, version: 0, topic: topic.topic.de, subject: written.subject.trim(), name: written.name.trim(), email: written.email, phone: written.phone.trim(), via: 'portal', language: written.language,
    state: 'new', assigneeId: null, assigneeName: null, unread: 1, startedAt: now, lastMessageAt: now, waitingSince: now, dueAt: answerDue(now, answerDays, isClosed), lastAnswerId: null,
    lastAnswerByName: null, openQuestionId: messageId, closedAt: null, applicationId: null,
  }
  const message = citizenMessage(conversation, messageId, written.text.trim(), now)
  const reason = await awayReason(trx, townId, { conversation, desk: topic.desk, isClosed, now })
  const away = await automaticAnswer(trx, townId, { conversation, reason, answerDays, isClosed, now })
  const kept = await keptFiles(trx, townId, message, files, now)
  await commitChanges(trx, byCitizen(townId, 'messages.received', now), [{ table: 'conversations', row: conversation }, { table: 'conversation_messages', row: message }, ...kept, ...away.changes])
  // The automatic answer stands behind the same link: one e-mail is enough.
  await enqueue(trx, townId, conversationMail(conversation, { what: 'received', messageId }), now)
  return ok(conversation)
}

/** What is too much, or null: an address is written down by whoever likes, and everybody is written to at it. */
async function tooMany(db: Kysely<Schema>, townId: TownId, email: string | null, now: Instant): Promise<number | null> {
  const begun = db.selectFrom('conversations').select(eb => eb.fn.countAll<number>().as('count')).where('town_id', '=', townId).where('via', '=', 'portal')
  if (email === null) {
    const { count } = await begun.where('email', 'is', null).where('started_at', '>', plusDays(now, -1 / 24)).executeTakeFirstOrThrow()
    return count >= MOST_WITHOUT_ADDRESS ? MOST_WITHOUT_ADDRESS : null
  }
  const { count } = await begun.where(sql<boolean>`lower(email) = lower(${email})`).where('waiting_since', 'is not', null).executeTakeFirstOrThrow()
  return count >= MOST_OPEN ? MOST_OPEN : null
}
