import type * as z from 'zod'
import type { addFile } from '../../../shared/domains/applications/file-commands.ts'
import type { Completion, EffectContext, Guards } from '../../commands/context.ts'
import { findBlob, type BlobHead } from '../../http/blobs/blob-store.ts'
import type { Transaction } from 'kysely'
import type { Schema } from '../../store/schema.ts'

type Input = z.infer<typeof addFile.input>

/** The command says what the bytes are; the bytes have to agree, and to have come from the same account. */
export const fileIsHere: Guards = async (trx, context) => {
  const { file } = context.input as Input
  const blob = await blobOf(trx, context)
  if (!blob?.isComplete) return { code: 'blobs/not-here-yet' }
  if (blob.accountId !== context.moment.actor.accountId) return { code: 'blobs/not-found' }
  if (blob.mediaType !== file.mediaType) return { code: 'blobs/forbidden-kind', facts: { filename: file.filename } }
  return blob.sha256 === file.sha256 && blob.size === file.size ? null : { code: 'blobs/hash-differs' }
}

/** Whether the virus scanner has looked at it is the service's to say. */
export const withScanState: Completion = async (trx, context) => {
  const scan = (await blobOf(trx, context))?.scan ?? 'not-scanned'
  const { id } = (context.input as Input).file
  return context.changes.map(change => (change.table === 'attachments' && change.row.id === id ? { ...change, row: { ...change.row, scan } } : change))
}

const blobOf = (trx: Transaction<Schema>, { input, moment }: EffectContext): Promise<BlobHead | undefined> =>
  findBlob(trx, moment.actor.townId, (input as Input).file.id)
