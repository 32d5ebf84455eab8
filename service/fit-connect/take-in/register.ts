import { describe } from '../../../shared/domains/applications/described.ts'
import { applyMapping } from '../../../shared/domains/applications/apply-mapping.ts'
import { derivedUuid } from '../../../shared/ids.ts'
import { Json } from '../../../shared/json.ts'
import type { Result } from '../../../shared/result.ts'
import { msOf } from '../../../shared/time.ts'
import { readJson } from '../../http/json-body.ts'
import { offerOf, type Offer } from '../../intake/catalogue.ts'
import type { Accepted } from '../../intake/submission.ts'
import { isNotFound } from '../connection/failed.ts'
import { activeMapping, fieldsOf, type MappingRow } from '../mapping/mappings.ts'
import { problemOf, type WaitingFor } from '../problems.ts'
import { keepableFiles, type LeftOut } from './files.ts'
import { openSubmission, type OpenedFile, type OpenedSubmission } from './open-submission.ts'
import { isGone } from './gone.ts'
import { beginRejecting, eventIdOf } from './reject.ts'
import { receivedNote } from './received-note.ts'
import { endWay, layBack, moveOn, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** A submission that waits for an administrator is looked at again by itself after so long; what they change wakes it at once. */
const LOOKED_AT_AGAIN_MS = 3_600_000
const LOG_ASKED_AGAIN_MS = 60_000

/** Opens a submission and makes it an application, in one transaction with its state. */
export async function register(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const opened = await openSubmission(parts, row).catch((error: unknown) => goneOrThrow(parts, row, error))
  switch (opened.kind) {
    case 'opened': return registerOpened(parts, row, opened.submission)
    case 'broken': return beginRejecting(parts, row, opened.problems)
    case 'incomplete': return waitForLog(parts, row)
    case 'gone':
    case 'withdrawn': return endWay(parts.database.db, row, 'expired', { settled_at: parts.now(), problem: opened.kind, about: '' })
  }
}

/** An event may be late. What still lacks it after a configured time has to go back, for nobody can say that its parts belong together. */
async function waitForLog(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const since = row.incomplete_since ?? parts.now()
  const endMs = msOf(since) + parts.eventsWithinMs
  if (msOf(parts.now()) >= endMs) return beginRejecting(parts, row, [problemOf('invalid-event-log', 'submission')])
  if (row.incomplete_since === null) parts.log.warn('fit-connect.waiting', { id: row.submission_id, reason: 'log-incomplete' })
  await layBack(parts.database.db, row, Math.min(msOf(parts.now()) + LOG_ASKED_AGAIN_MS, endMs), { problem: 'log-incomplete', incompleteSince: since })
}

async function registerOpened(parts: TakeInParts, row: SubmissionRow, submission: OpenedSubmission): Promise<void> {
  const { submissionSchema } = submission.metadata.contentStructure.data
  const serviceIdentifier = submission.metadata.publicServiceType?.identifier ?? row.service_identifier
  const known: SubmissionRow = { ...row, schema_uri: submissionSchema.schemaUri, service_identifier: serviceIdentifier }
  await noteSchema(parts, known, submission)
  if (!/^application\/json\b/i.test(submissionSchema.mimeType)) return waitFor(parts, known, 'not-json')
  const data = readJson(Buffer.from(submission.data).toString('utf8'))
  if (!data.ok) return beginRejecting(parts, known, [problemOf('syntax-violation', 'data')])
  const mapping = await activeMapping(parts.database.db, row.town_id, submissionSchema.schemaUri, serviceIdentifier)
  if (!mapping) return waitFor(parts, known, 'no-mapping')
  const offered = await offerOf(parts.database.db, row.town_id, mapping.service_id)
  if (!offered.ok) return waitFor(parts, known, 'no-service')
  const accepted = await acceptedOf(parts, known, { submission, data: Json.parse(data.value), mapping, offer: offered.value })
  if (!accepted) return waitFor(parts, known, 'rest-not-kept')
  await keep(parts, known, accepted, submission)
}

/** The portal knows nothing of it any more. */
async function goneOrThrow({ service }: TakeInParts, row: SubmissionRow, error: unknown): Promise<{ readonly kind: 'gone' }> {
  if (isNotFound(error) && (await isGone(service, row))) return { kind: 'gone' }
  throw error
}

const noteSchema = ({ database: { db } }: TakeInParts, row: SubmissionRow, { submittedAt }: OpenedSubmission) =>
  db.updateTable('fit_connect_submissions').set({ schema_uri: row.schema_uri, service_identifier: row.service_identifier, submitted_at: submittedAt, incomplete_since: null })
    .where('town_id', '=', row.town_id).where('submission_id', '=', row.submission_id).execute()

async function waitFor({ database: { db }, log, now }: TakeInParts, row: SubmissionRow, problem: WaitingFor): Promise<void> {
  if (row.problem !== problem) log.warn('fit-connect.waiting', { id: row.submission_id, reason: problem })
  await layBack(db, row, Date.parse(now()) + LOOKED_AT_AGAIN_MS, { problem, about: row.schema_uri ?? '' })
}

interface Readable {
  readonly submission: OpenedSubmission
  readonly data: Json
  readonly mapping: MappingRow
  readonly offer: Offer
}

/** Null where what has no field of its own cannot be kept: nothing of what somebody wrote may get lost. */
async function acceptedOf(parts: TakeInParts, row: SubmissionRow, { submission, data, mapping, offer }: Readable): Promise<Accepted | null> {
  const mapped = applyMapping(offer.form, fieldsOf(mapping), data)
  const { kept, leftOut } = await filesOf(parts, submission.files)
  const { note, rest } = receivedNote({ submissionId: row.submission_id, caseId: row.case_id, mapped, leftOut })
  const others = rest === null ? [] : (await filesOf(parts, [restFile(rest)])).kept
  if (rest !== null && others.length === 0) return null
  return {
    submission: { key: keyOf(row), serviceId: offer.service.id, formVersion: offer.form.formVersion, form: mapped.values, attachments: [] },
    offer, files: [...kept, ...others], described: describe(offer.form, offer.service, mapped.values), receivedAt: submission.submittedAt, channel: 'state-portal',
    account: accountOf(submission.metadata), note,
  }
}

/** The mailbox with BundID belongs to one account; an answer through FIT-Connect goes to a key of this one submission, which says nothing of who sent it. */
const accountOf = ({ replyChannel }: OpenedSubmission['metadata']): string | null => (replyChannel?.idBundDeMailbox ? `bundid/${replyChannel.idBundDeMailbox.mailboxUuid}` : null)

const filesOf = ({ scanner }: TakeInParts, files: readonly OpenedFile[]): Promise<{ readonly kept: Accepted['files']; readonly leftOut: readonly LeftOut[] }> => keepableFiles(scanner, files)

const restFile = (text: string): OpenedFile => ({ attachmentId: 'rest', filename: 'Weitere Angaben.txt', mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') })

/** A key of the town's own: nobody who knows a submission's id can take it before the submission does. */
const keyOf = ({ town_id, destination_id, submission_id }: SubmissionRow): string => derivedUuid(`fit-connect/${town_id}/${destination_id}`, submission_id)

async function keep(parts: TakeInParts, row: SubmissionRow, accepted: Accepted, { metadata, tags, eventSchema, submittedAt }: OpenedSubmission): Promise<void> {
  const taken: Result<unknown> = await parts.intake.take(accepted, async (trx, { applicationId }) => {
    const isMine = await moveOn(trx, row, 'registered', {
      application_id: applicationId, event_id: eventIdOf(row, 'accept'), event_at: parts.now(), event_schema: eventSchema, tags: JSON.stringify(tags), submitted_at: submittedAt,
      reply_channel: metadata.replyChannel ? JSON.stringify(metadata.replyChannel) : null, problem: null, about: '', attempts: 0, next_at: parts.now(),
    })
    // Of a submission that another process sent back in the meantime no application may stay.
    if (!isMine) throw new Error('another process moved the submission on')
  })
  if (!taken.ok) return waitFor(parts, row, 'key-reused')
  parts.log.info('fit-connect.registered', { id: row.submission_id })
  return undefined
}
