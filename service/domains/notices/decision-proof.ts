import { recordKey, type RecordRef } from '../../../shared/command.ts'
import { decisionProof } from '../../../shared/domains/notices/decision-proof.ts'
import { readsMailbox } from '../../../shared/domains/people/reads-mailbox.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { LetterProof, LetterProofQuery } from '../../../shared/wire/letters.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { printedCode } from '../letters/verification-code.ts'

export interface LetterProofParts {
  readonly database: Database
  readonly clock: Clock
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** All that is known about how the letter of a decision reached whoever applied, as a sheet for the file. */
export async function letterProof({ database: { db }, clock, typesetter }: LetterProofParts, { actor: { townId, name }, scopes }: Access, { letterId }: LetterProofQuery): Promise<Result<LetterProof>> {
  const row = async <Name extends RecordRef['table']>(table: Name, id: string): Promise<RowOf<Name> | undefined> => (await loadRecords(db, townId, [{ table, id }], false)).get(recordKey({ table, id })) as RowOf<Name> | undefined
  const attachment = await row('attachments', letterId)
  const application = attachment?.kind === 'letter' && scopes.has(attachment.scope) ? await row('applications', attachment.applicationId) : undefined
  const form = application && await row('forms', application.formId)
  if (!attachment || !application || !form) return refuse('commands/record-missing', { table: 'attachments' })
  if (!typesetter) return refuse('letters/no-typesetter')
  const messages = await db.selectFrom('messages').select(['attachment_ids', 'provided_at', 'retrieved_at']).where('town_id', '=', townId).where('application_id', '=', application.id).execute()
  const message = messages.find(({ attachment_ids }) => attachment_ids.includes(attachment.id))
  const kept = await db.selectFrom('letters').select(['code', 'dated']).where('town_id', '=', townId).where('id', '=', attachment.id).executeTakeFirst()
  const department = await row('departments', application.departmentId)
  const set = await typesetter.typeset(decisionProof({
    letter: { id: attachment.id, filename: attachment.filename, providedAt: message?.provided_at ?? null, retrievedAt: message?.retrieved_at ?? null }, code: kept ? printedCode(kept.code) : '', dated: kept?.dated ?? null, sha256: attachment.sha256,
    application, readsMailbox: readsMailbox(application, form), letterhead: department?.letterhead ?? null, madeAt: instantFromMs(clock.nowMs()), madeBy: name,
  }))
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}
