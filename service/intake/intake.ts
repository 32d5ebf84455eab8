import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { contentHash } from '../../shared/canonical.ts'
import { ApplicationId, type TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import type { Receipt, Submission } from '../../shared/wire/public.ts'
import type * as z from 'zod'
import { enqueue } from '../delivery/jobs.ts'
import { keepBlob } from '../http/blobs/blob-store.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import { offerOf, outdatedForm } from './catalogue.ts'
import { describe } from '../../shared/domains/applications/described.ts'
import type { Scanner } from '../scanning/scanner.ts'
import { checkFiles } from './files.ts'
import { scanFiles } from './scan-files.ts'
import { contactOfForm } from '../../shared/domains/people/form-contact.ts'
import { problemsOf } from '../../shared/domains/applications/form-problems.ts'
import { mailboxKeyHash, type MailboxKeys } from './mailbox-keys.ts'
import { personOfApplicant } from './person-of-applicant.ts'
import { factsOfProblems } from '../../shared/domains/applications/problem-texts.ts'
import { nextReceiptNumber, referenceFor } from './receipt-number.ts'
import { idsOf, rowsOf, type Accepted } from './submission.ts'

export type SubmissionReceipt = z.infer<typeof Receipt>

export interface IntakeParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly mailboxKeys: MailboxKeys
  readonly scanner: Scanner
}

/** Takes applications in. The same submission again gets the same receipt, however often and at the same time. */
export interface Intake {
  submit(submission: Submission): Promise<Result<SubmissionReceipt>>
  /** What came another way and was judged there. `also` belongs to the same transaction; it runs with the receipt, whether this is the first time or a repetition. */
  take(accepted: Accepted, also: (trx: Transaction<Schema>, receipt: SubmissionReceipt) => Promise<void>): Promise<Result<SubmissionReceipt>>
}

export function createIntake(parts: IntakeParts): Intake {
  const { database, townId, clock, mailboxKeys } = parts
  return {
    async submit(sent) {
      const submission = { ...sent, key: sent.key.toLowerCase() }
      const fingerprint = fingerprintOf(submission)
      const mailbox = await mailboxKeys.keyFor(townId, idsOf(townId, submission.key).application)
      // Asked before anything is judged: a repetition gets its receipt although the form has a new version by now.
      const before = await receiptOf(database.db, townId, submission.key, fingerprint, mailbox)
      if (before) return before
      const accepted = await judge(parts, submission, instantFromMs(clock.nowMs()))
      if (!accepted.ok) return accepted
      return database.db.transaction().execute(trx => register(parts, trx, accepted.value, fingerprint, mailbox))
    },
    async take(accepted, also) {
      const { key } = accepted.submission
      const mailbox = await mailboxKeys.keyFor(townId, idsOf(townId, key).application)
      const fingerprint = fingerprintOf(accepted.submission)
      return database.db.transaction().execute(async trx => {
        const receipt = await register(parts, trx, accepted, fingerprint, mailbox)
        if (receipt.ok) await also(trx, receipt.value)
        return receipt
      })
    },
  }
}

async function judge({ database, townId, scanner }: IntakeParts, submission: Submission, receivedAt: Instant): Promise<Result<Accepted>> {
  const offered = await offerOf(database.db, townId, submission.serviceId)
  if (!offered.ok) return offered
  const offer = offered.value
  if (submission.formVersion !== offer.form.formVersion)
    return { ok: false, error: await outdatedForm(database.db, townId, offer.form, submission.formVersion) }
  const problems = problemsOf(offer.form, submission.form)
  if (problems.length > 0) return refuse('intake/invalid-form', factsOfProblems(offer.form, problems))
  const checked = checkFiles(submission.attachments)
  if (!checked.ok) return checked
  const files = await scanFiles(scanner, checked.value)
  if (!files.ok) return files
  const described = describe(offer.form, offer.service, submission.form)
  return ok({ submission, offer, files: files.value, described, receivedAt, channel: 'portal', account: null, note: null })
}

/** Everything a new application is, in one transaction. The counter and the town's head come last: others wait for them. */
async function register(
  parts: IntakeParts, trx: Transaction<Schema>, accepted: Accepted, fingerprint: string, mailbox: string,
): Promise<Result<SubmissionReceipt>> {
  const { townId } = parts
  const { submission, files, described, receivedAt } = accepted
  const ids = idsOf(townId, submission.key)
  const isFirst = await claimKey(trx, townId, { key: submission.key, fingerprint, applicationId: ids.application, receivedAt })
  if (!isFirst) return (await receiptOf(trx, townId, submission.key, fingerprint, mailbox)) ?? refuse('request/unexpected')
  for (const [index, file] of files.entries())
    await keepBlob(trx, townId, { id: ids.attachment(index), bytes: file.bytes, sha256: file.sha256, at: receivedAt, scan: file.scan })

  const applicant = { name: described.applicantName, email: described.email, account: accepted.account, ...contactOfForm(submission.form) }
  const personId = await personOfApplicant(trx, townId, applicant, ids.person)
  const number = await nextReceiptNumber(trx, townId)
  const reference = await referenceFor(trx, townId, number, receivedAt)
  await trx.updateTable('submissions').set({ reference }).where('town_id', '=', townId).where('key', '=', submission.key).execute()
  await trx
    .insertInto('mailboxes')
    .values({ town_id: townId, key_hash: mailboxKeyHash(mailbox), application_id: ids.application, created_at: receivedAt })
    .execute()
  const payload = { applicationId: ids.application }
  await enqueue(trx, townId, [{ kind: 'email', key: `message/${ids.confirmation}`, payload, personId }], receivedAt)
  await commitChanges(
    trx,
    { townId, actor: { personId, name: described.applicantName }, action: 'intake.submission', commandId: null, at: receivedAt },
    rowsOf(accepted, { number, reference, personId }, ids),
  )
  return ok({ applicationId: ids.application, reference, receivedAt, mailbox })
}

/** Whether this transaction is the first with the key; waits for another one that is under way with it. */
async function claimKey(
  trx: Transaction<Schema>,
  townId: TownId,
  first: { readonly key: string; readonly fingerprint: string; readonly applicationId: ApplicationId; readonly receivedAt: Instant },
): Promise<boolean> {
  const { key, fingerprint, applicationId, receivedAt } = first
  const claimed = await trx
    .insertInto('submissions')
    .values({ town_id: townId, key, fingerprint, application_id: applicationId, received_at: receivedAt })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed !== undefined
}

async function receiptOf(
  db: Database['db'], townId: TownId, key: string, fingerprint: string, mailbox: string,
): Promise<Result<SubmissionReceipt> | undefined> {
  const row = await db
    .selectFrom('submissions').selectAll().where('town_id', '=', townId).where('key', '=', key).executeTakeFirst()
  if (!row) return undefined
  if (row.fingerprint !== fingerprint) return refuse('intake/key-reused')
  return ok({ applicationId: ApplicationId.parse(row.application_id), reference: row.reference, receivedAt: row.received_at, mailbox })
}

/** Tells submissions with the same key apart, without keeping what they say. */
const fingerprintOf = ({ serviceId, formVersion, form, attachments }: Submission): string =>
  contentHash({
    serviceId, formVersion, form,
    attachments: attachments.map(({ filename, mediaType, content }) => ({ filename, mediaType, content: hashOf(content) })),
  })

/** Native: a submission may bring 100 MB. */
const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
