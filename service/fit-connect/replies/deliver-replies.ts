import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { ApplicationId, AttachmentId, derivedUuid, MessageId, type TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { Job } from '../../delivery/queue.ts'
import { MOST_ATTEMPTS, type Deliver, type Delivered } from '../../delivery/worker.ts'
import { readBytes } from '../../http/blobs/blob-store.ts'
import type { Schema } from '../../store/schema.ts'
import type { DeliveryService, OutgoingReply } from '../connection/delivery-service.ts'
import { submissionById, type SubmissionRow } from '../take-in/rows.ts'
import { canSealFor, sealJwe } from '../tokens/seal-jwe.ts'
import { CASE_STATES, ZBP_SCHEMA, zbpMessage, zbpStatus } from './zbp.ts'

export interface ReplyParts {
  readonly db: Kysely<Schema>
  readonly clock: Clock
  readonly service: Pick<DeliveryService, 'reply'>
  readonly townName: string
}

const StatusPayload = z.object({ submissionId: z.uuid(), state: z.enum(CASE_STATES) })
const MessagePayload = z.object({ submissionId: z.uuid(), messageId: z.uuid() })

interface File {
  readonly id: string
  readonly filename: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

interface Content {
  readonly data: object
  readonly files: readonly File[]
}

/** Tells the sender where a case stands. */
export const createStatusDelivery = (parts: ReplyParts): Deliver => async job => {
  const { submissionId, state } = StatusPayload.parse(job.payload)
  return deliver(parts, job, submissionId, async row => {
    // A state that was tried again after a later one had gone out would stand there as the last word.
    if (row.told !== state) return 'overtaken'
    const about = await aboutOf(parts, row)
    return about && { data: zbpStatus(state, about, instantFromMs(parts.clock.nowMs())), files: [] }
  })
}

/** Sends a message of the case with its files: a question, a decision with its letter. */
export const createMessageDelivery = (parts: ReplyParts): Deliver => async job => {
  const { submissionId, messageId } = MessagePayload.parse(job.payload)
  return deliver(parts, job, submissionId, row => messageContent(parts, row, messageId))
}

async function deliver(parts: ReplyParts, job: Job, submissionId: string, contentOf: ContentOf): Promise<Delivered> {
  try {
    return await attempt(parts, job, submissionId, contentOf)
  } catch (error) {
    if (job.attempts >= MOST_ATTEMPTS) await note(parts, job, 'failed')
    throw error
  }
}

type ContentOf = (row: SubmissionRow) => Promise<Content | 'overtaken' | undefined>

async function attempt(parts: ReplyParts, job: Job, submissionId: string, contentOf: ContentOf): Promise<Delivered> {
  const { db, service } = parts
  const row = await submissionById(db, job.townId, submissionId)
  const channel = row?.reply_channel?.fitConnect
  const key = channel && readsMessages(channel) ? channel.encryptionPublicKey : undefined
  const content = row && key && (await canSealFor(key)) ? await contentOf(row) : undefined
  if (content === 'overtaken') return note(parts, job, 'overtaken')
  // Nobody waits for an answer on this way, or can open it, or there is nothing to say any more: the citizen has the town's own mailbox.
  if (!row || !key || !content) return note(parts, job, 'no-channel')
  const replyId = derivedUuid(`fit-connect/${job.townId}/reply`, job.key)
  if (await service.reply(await sealed(replyId, row, content, key))) return note(parts, job, 'sent', replyId)
  await note(parts, job, 'failed')
  return 'failed'
}

/** A sender that names what it reads may not read messages of the mailbox; one that names nothing leaves it to us. */
const readsMessages = ({ processStandards }: { readonly processStandards: readonly string[] }): boolean => processStandards.length === 0 || processStandards.includes(ZBP_SCHEMA)

async function note({ db, clock }: ReplyParts, { townId, key }: Job, state: 'sent' | 'no-channel' | 'overtaken' | 'failed', replyId: string | null = null): Promise<'done'> {
  await db.updateTable('fit_connect_replies').set({ state, reply_id: replyId, sent_at: instantFromMs(clock.nowMs()) }).where('town_id', '=', townId).where('key', '=', key).execute()
  return 'done'
}

async function sealed(replyId: string, row: SubmissionRow, { data, files }: Content, key: Parameters<typeof sealJwe>[1]): Promise<OutgoingReply> {
  const bytes = Buffer.from(JSON.stringify(data), 'utf8')
  const metadata = {
    contentStructure: {
      data: { hash: { type: 'sha512', content: sha512(bytes) }, submissionSchema: { schemaUri: ZBP_SCHEMA, mimeType: 'application/json' } },
      attachments: files.map(({ id, filename, mediaType, bytes: content }) => ({ attachmentId: id, filename, mimeType: mediaType, purpose: 'attachment', hash: { type: 'sha512', content: sha512(content) } })),
    },
  }
  const attachments = new Map<string, string>()
  for (const { id, bytes: content, mediaType } of files) attachments.set(id, await sealJwe(content, key, mediaType))
  return { replyId, caseId: row.case_id, encryptedMetadata: await sealJwe(Buffer.from(JSON.stringify(metadata), 'utf8'), key, 'application/json'), encryptedData: await sealJwe(bytes, key, 'application/json'), attachments }
}

const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex')

async function aboutOf({ db, townName }: ReplyParts, { town_id, application_id }: SubmissionRow) {
  const row = await db.selectFrom('applications').innerJoin('services', join => join.onRef('services.town_id', '=', 'applications.town_id').onRef('services.id', '=', 'applications.service_id'))
    .select(['applications.id', 'applications.reference', 'services.title']).where('applications.town_id', '=', town_id).where('applications.id', '=', ApplicationId.parse(application_id)).executeTakeFirst()
  return row && { applicationId: row.id, reference: row.reference, serviceTitle: row.title.de, townName }
}

async function messageContent(parts: ReplyParts, row: SubmissionRow, messageId: string): Promise<Content | undefined> {
  const about = await aboutOf(parts, row)
  const message = await parts.db.selectFrom('messages').select(['subject', 'text', 'attachment_ids']).where('town_id', '=', row.town_id).where('id', '=', MessageId.parse(messageId)).executeTakeFirst()
  if (!about || !message) return undefined
  const files = await filesOf(parts.db, row.town_id, message.attachment_ids)
  const described = files.map(({ filename, bytes }) => ({ filename, sha512: sha512(bytes), size: bytes.length }))
  return { data: zbpMessage({ title: message.subject, text: message.text, mailboxUuid: row.reply_channel?.idBundDeMailbox?.mailboxUuid ?? null, files: described }, about), files }
}

async function filesOf(db: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<readonly File[]> {
  const files: File[] = []
  for (const id of ids) {
    const row = await db.selectFrom('attachments').select(['filename', 'media_type', 'size']).where('town_id', '=', townId).where('id', '=', AttachmentId.parse(id)).executeTakeFirst()
    if (!row) continue
    const pieces: Uint8Array[] = []
    for await (const piece of readBytes(db, townId, { id, start: 0, end: row.size })) pieces.push(piece)
    files.push({ id, filename: row.filename, mediaType: row.media_type, bytes: Buffer.concat(pieces) })
  }
  return files
}
