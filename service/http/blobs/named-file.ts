import type { Transaction } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { KeptFile } from '../../../shared/kept-file.ts'
import type { Refusal } from '../../../shared/result.ts'
import type { Schema } from '../../store/schema.ts'
import { findBlob } from './blob-store.ts'

/** A command says what the bytes of a file are; the bytes have to agree, and to have come from the same account. Null where they do. */
export async function refusalOfNamedFile(trx: Transaction<Schema>, { townId, accountId }: Pick<Actor, 'townId' | 'accountId'>, file: KeptFile): Promise<Refusal | null> {
  const blob = await findBlob(trx, townId, file.id)
  if (!blob?.isComplete) return { code: 'blobs/not-here-yet' }
  if (blob.accountId !== accountId) return { code: 'blobs/not-found' }
  if (blob.mediaType !== file.mediaType) return { code: 'blobs/forbidden-kind', facts: { filename: file.filename } }
  return blob.sha256 === file.sha256 && blob.size === file.size ? null : { code: 'blobs/hash-differs' }
}
