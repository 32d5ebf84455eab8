import type { Kysely, Transaction } from 'kysely'
import type * as z from 'zod'
import { recordKey, type Change } from '../../shared/command.ts'
import { answered } from '../../shared/domains/applications/case-clock.ts'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, Attachment } from '../../shared/domains/applications/tables.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import { derivedUuid, EventId, MessageId, type TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import type { PortalMessage } from '../../shared/wire/public.ts'
import { readBytes } from '../http/blobs/blob-store.ts'
import { mailboxKeyHash } from '../intake/mailbox-keys.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'

export type MessageInMailbox = z.infer<typeof PortalMessage>

export interface FileInMailbox {
  readonly filename: string
  readonly mediaType: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface MailboxContents {
  readonly application: Pick<Application, 'reference' | 'subject' | 'status' | 'formId' | 'receivedAt'>
  /** Oldest first. */
  readonly messages: readonly MessageInMailbox[]
}

/** Citizens' mailboxes; whoever has the key of one may read and write in it. */
export interface Mailboxes {
  get(key: string): Promise<Result<MailboxContents>>
  /** Records that a message was opened, the first time; later ones change nothing. */
  retrieve(key: string, messageId: MessageId): Promise<Result<MessageInMailbox>>
  /** A file that came with a message that has been opened; what nobody has opened has not been retrieved. */
  file(key: string, fileId: string): Promise<Result<FileInMailbox>>
  /** `messageId` makes it repeatable: the same again changes nothing. */
  reply(key: string, messageId: string, text: string): Promise<Result<MessageInMailbox>>
}

export function createMailboxes(parts: { readonly database: Database; readonly townId: TownId; readonly clock: Clock }): Mailboxes {
  const { database, townId, clock } = parts
  return {
    get: key => contentsOf(database.db, townId, key),
    file: (key, fileId) => fileIn(database.db, townId, key, fileId),
    retrieve: (key, messageId) =>
      database.db.transaction().execute(trx => retrieve(trx, townId, key, messageId, instantFromMs(clock.nowMs()))),
    reply: (key, messageId, text) =>
      database.db.transaction().execute(trx => reply(trx, townId, key, { messageId, text: text.trim() }, instantFromMs(clock.nowMs()))),
  }
}

async function contentsOf(db: Kysely<Schema>, townId: TownId, key: string): Promise<Result<MailboxContents>> {
  const application = await applicationBehind(db, townId, key, false)
  if (!application) return refuse('request/not-found')
  const ids = await db
    .selectFrom('messages')
    .select('id')
    .where('town_id', '=', townId)
    .where('application_id', '=', application.id)
    .execute()
  const rows = await loadRecords(db, townId, ids.map(({ id }) => ({ table: 'messages', id }) as const), false)
  const messages = ([...rows.values()] as readonly Message[])
    // What a desk has written but the service has not provided yet is nobody's business.
    .filter(message => message.direction === 'from-citizen' || message.providedAt !== null)
    .toSorted((one, other) => one.sentAt.localeCompare(other.sentAt) || one.id.localeCompare(other.id))
  const files = await filesOf(db, townId, messages)
  return ok({ application, messages: messages.map(message => asInMailbox(message, files)) })
}

async function applicationBehind(
  db: Kysely<Schema>, townId: TownId, key: string, lock: boolean,
): Promise<Application | undefined> {
  const mailbox = await db
    .selectFrom('mailboxes')
    .select('application_id')
    .where('town_id', '=', townId)
    .where('key_hash', '=', mailboxKeyHash(key))
    .executeTakeFirst()
  if (!mailbox) return undefined
  const record = { table: 'applications', id: mailbox.application_id } as const
  return (await loadRecords(db, townId, [record], lock)).get(recordKey(record)) as Application | undefined
}

async function retrieve(
  trx: Transaction<Schema>, townId: TownId, key: string, messageId: MessageId, now: Instant,
): Promise<Result<MessageInMailbox>> {
  const application = await applicationBehind(trx, townId, key, true)
  if (!application) return refuse('request/not-found')
  const message = await messageWith(trx, townId, messageId)
  const isHere = message?.applicationId === application.id && message.direction === 'to-citizen' && message.providedAt !== null
  if (!message || !isHere) return refuse('messages/not-found')
  const files = await filesOf(trx, townId, [message])
  if (message.retrievedAt) return ok(asInMailbox(message, files))
  const retrieved: Message = { ...message, retrievedAt: now }
  await commitChanges(trx, originOf(townId, application, 'portal.retrieval', now), [{ table: 'messages', row: retrieved }])
  return ok(asInMailbox(retrieved, files))
}

async function reply(
  trx: Transaction<Schema>, townId: TownId, key: string, sent: { readonly messageId: string; readonly text: string }, now: Instant,
): Promise<Result<MessageInMailbox>> {
  if (!sent.text) return refuse('messages/empty')
  // The lock on the application lets two copies of one reply through one after the other.
  const application = await applicationBehind(trx, townId, key, true)
  if (!application) return refuse('request/not-found')
  // Bound to the application: nobody can name, and so overwrite, a message of somebody else's case.
  const id = MessageId.parse(derivedUuid(`reply/${application.id}`, sent.messageId.toLowerCase()))
  const before = await messageWith(trx, townId, id)
  if (before) return before.text === sent.text ? ok(asInMailbox(before, NO_FILES)) : refuse('intake/key-reused')
  const message = replyRow(application, id, sent.text, now)
  await commitChanges(trx, originOf(townId, application, 'portal.reply', now), [
    { table: 'messages', row: message },
    ...(await withClock(trx, townId, { ...application, ...comesBack(application, now), unreadMessages: application.unreadMessages + 1 }, message, now)),
  ])
  return ok(asInMailbox(message, NO_FILES))
}

/** A case laid back until the answer comes is due with it. */
const comesBack = ({ followUpOnAnswer }: Application, now: Instant): Partial<Application> =>
  followUpOnAnswer ? { followUpOnAnswer: false, followUpAt: now } : {}

/** An answer sets a clock that waited for it going again. */
async function withClock(trx: Transaction<Schema>, townId: TownId, application: Application, message: Message, now: Instant): Promise<readonly Change[]> {
  const record = { table: 'services', id: application.serviceId } as const
  const service = (await loadRecords(trx, townId, [record], false)).get(recordKey(record)) as TownService | undefined
  const row = answered(application, service?.deadline ?? null, now)
  if (row === application) return [{ table: 'applications', row }]
  const { id: applicationId, scope, personId, applicantName } = application
  const event = EventId.parse(derivedUuid(`resumed/${applicationId}`, message.id))
  return [
    { table: 'applications', row },
    { table: 'application_events', row: { id: event, scope, version: 0, applicationId, kind: 'resumed', at: now, actorId: personId, actorName: applicantName, actingFor: null, actingForName: null, text: null, commandId: null } },
  ]
}

const replyRow = (application: Application, id: MessageId, text: string, now: Instant): Message => ({
  id,
  scope: application.scope,
  version: 0,
  applicationId: application.id,
  personId: application.personId,
  direction: 'from-citizen',
  subject: `Zu ${application.reference}`,
  text,
  attachmentIds: [],
  authorId: application.personId,
  authorName: application.applicantName,
  sentAt: now,
  providedAt: null,
  retrievedAt: null,
})

const originOf = (townId: TownId, application: Application, action: string, at: Instant) => ({
  townId,
  actor: { personId: application.personId, name: application.applicantName },
  action,
  commandId: null,
  at,
})

async function messageWith(db: Kysely<Schema>, townId: TownId, id: MessageId): Promise<Message | undefined> {
  const record = { table: 'messages', id } as const
  return (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as Message | undefined
}

type Files = ReadonlyMap<string, Attachment>

const NO_FILES: Files = new Map()

/** What the town sent along; files a citizen sent are among the documents of the application. */
async function filesOf(db: Kysely<Schema>, townId: TownId, messages: readonly Message[]): Promise<Files> {
  const ids = messages.filter(({ direction }) => direction === 'to-citizen').flatMap(({ attachmentIds }) => attachmentIds)
  const rows = await loadRecords(db, townId, ids.map(id => ({ table: 'attachments', id }) as const), false)
  return new Map(([...rows.values()] as readonly Attachment[]).map(row => [row.id, row]))
}

async function fileIn(db: Kysely<Schema>, townId: TownId, key: string, fileId: string): Promise<Result<FileInMailbox>> {
  const contents = await contentsOf(db, townId, key)
  if (!contents.ok) return contents
  const message = contents.value.messages.find(({ files, retrievedAt }) => retrievedAt !== null && files.some(({ id }) => id === fileId))
  const file = message?.files.find(({ id }) => id === fileId)
  if (!file) return refuse('request/not-found')
  return ok({ ...file, bytes: readBytes(db, townId, { id: file.id, start: 0, end: file.size }) })
}

const asInMailbox = (message: Message, known: Files): MessageInMailbox => {
  const { id, direction, subject, text, authorName, sentAt, providedAt, retrievedAt, attachmentIds } = message
  const files = attachmentIds.flatMap(fileId => known.get(fileId) ?? []).map(file => ({ id: file.id, filename: file.filename, mediaType: file.mediaType, size: file.size }))
  return { id, direction, subject, text, authorName, sentAt, providedAt, retrievedAt, files }
}
