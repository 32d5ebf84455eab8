import * as z from 'zod'
import { hasExtensionOf, isMediaType } from './formats/media-type.ts'
import { AttachmentId } from './ids.ts'
import type { Refusal } from './result.ts'
import { MAX_BLOB_BYTES } from './wire/streams.ts'

/** A file whose bytes lie on the desk, as its own bytes say. */
export const KeptFile = z.object({
  id: AttachmentId,
  filename: z.string().min(1).max(200),
  mediaType: z.string().max(120),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type KeptFile = z.infer<typeof KeptFile>

/** Why a file may not be attached, if it may not; the service compares these facts with the bytes themselves. */
export function refusalOfFile({ filename, mediaType, size }: Pick<KeptFile, 'filename' | 'mediaType' | 'size'>): Refusal | null {
  if (!isMediaType(mediaType) || !hasExtensionOf(filename, mediaType)) return { code: 'blobs/forbidden-kind', facts: { filename } }
  return size > MAX_BLOB_BYTES ? { code: 'blobs/too-large', facts: { filename, limit: MAX_BLOB_BYTES } } : null
}
