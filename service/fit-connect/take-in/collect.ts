import type { Kysely } from 'kysely'
import { msOf } from '../../../shared/time.ts'
import { MAX_ATTACHMENTS, MAX_SUBMISSION_BYTES } from '../../../shared/wire/streams.ts'
import type { Schema } from '../../store/schema.ts'
import { jweBytesFor } from '../connection/delivery-service.ts'
import { isNotFound, TooLarge } from '../connection/failed.ts'
import type { Collected } from '../connection/on-wire.ts'
import { problemOf } from '../problems.ts'
import { noteRefusal } from '../refusals.ts'
import { kidOf } from '../tokens/open-jwe.ts'
import { isGone } from './gone.ts'
import { beginRejecting } from './reject.ts'
import { endWay, layBack, moveOn, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** The portal may have mended it by then. */
const FOREIGN_AGAIN_MS = 3_600_000
const FILE_ASKED_AGAIN_MS = 600_000

/** Fetches everything of a submission and keeps it as it came; only then it is certain that nothing is missing. */
export async function collect(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const { database: { db }, service } = parts
  let came: Came
  try {
    came = await fetched(service, row)
  } catch (error) {
    if (error instanceof TooLarge) return beginRejecting(parts, row, [problemOf('technical-error', 'other')])
    if (isNotFound(error) && (await isGone(service, row))) return endWay(db, row, 'expired', { settled_at: parts.now(), problem: 'gone', about: '' })
    throw error
  }
  if (came.kind === 'foreign') return waitForOwner(parts, row, came.destinationId)
  if (came.kind === 'missing') return waitForFile(parts, row, came.attachmentId)
  await db.transaction().execute(trx => keep(trx, row, came))
}

type Came =
  | { readonly kind: 'whole'; readonly submission: Collected; readonly attachments: ReadonlyMap<string, string> }
  | { readonly kind: 'missing'; readonly attachmentId: string }
  /** It is about another submission, or at another destination, than the one that was announced. */
  | { readonly kind: 'foreign'; readonly destinationId: string }

/** Nothing of it is kept, and it is not sent back: it is none of ours. */
async function waitForOwner({ database: { db }, log, now }: TakeInParts, row: SubmissionRow, destinationId: string): Promise<void> {
  log.warn('fit-connect.foreign-destination', { id: destinationId })
  await noteRefusal(db, row.town_id, 'unknown-destination', destinationId, now())
  await layBack(db, row, msOf(now()) + FOREIGN_AGAIN_MS, { problem: 'foreign', about: destinationId })
}

/** A file that is announced and not found may come; the portal ends by itself what stays incomplete. */
async function waitForFile({ database: { db }, log, now }: TakeInParts, row: SubmissionRow, attachmentId: string): Promise<void> {
  if (row.problem !== 'missing-file') log.warn('fit-connect.waiting', { id: row.submission_id, reason: 'missing-file' })
  await layBack(db, row, msOf(now()) + FILE_ASKED_AGAIN_MS, { problem: 'missing-file', about: attachmentId })
}

async function fetched(service: TakeInParts['service'], row: SubmissionRow): Promise<Came> {
  const submission = await service.collect(row.submission_id)
  if (submission.submissionId !== row.submission_id || submission.destinationId !== row.destination_id || submission.caseId !== row.case_id) return { kind: 'foreign', destinationId: submission.destinationId }
  if (submission.attachments.length > MAX_ATTACHMENTS) throw new TooLarge()
  const attachments = new Map<string, string>()
  let bytes = 0
  for (const attachmentId of submission.attachments) {
    const jwe = await attachmentOf(service, row, attachmentId)
    if (jwe === null) return { kind: 'missing', attachmentId }
    attachments.set(attachmentId, jwe)
    bytes += jwe.length
    if (bytes > jweBytesFor(MAX_SUBMISSION_BYTES)) throw new TooLarge()
  }
  return { kind: 'whole', submission, attachments }
}

async function attachmentOf(service: TakeInParts['service'], row: SubmissionRow, attachmentId: string): Promise<string | null> {
  try {
    return await service.attachment(row.submission_id, attachmentId)
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

async function keep(trx: Kysely<Schema>, row: SubmissionRow, came: Came): Promise<void> {
  if (came.kind !== 'whole') return
  const { submission, attachments } = came
  const moved = await moveOn(trx, row, 'collected', {
    metadata_jwe: submission.encryptedMetadata, data_jwe: submission.encryptedData ?? null, kid: kidOf(submission.encryptedMetadata),
    service_identifier: submission.publicService?.identifier ?? null, attempts: 0, problem: null,
  })
  if (!moved) return
  for (const [attachmentId, jwe] of attachments)
    await trx.insertInto('fit_connect_attachments').values({ town_id: row.town_id, submission_id: row.submission_id, attachment_id: attachmentId, jwe }).execute()
}
