import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { plainName } from '../../shared/formats/file-name.ts'
import { hasExtensionOf, sniff, type MediaType } from '../../shared/formats/media-type.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { cut } from '../../shared/text.ts'
import type { SubmittedFile } from '../../shared/wire/public.ts'
import { MAX_ATTACHMENTS, MAX_BLOB_BYTES, MAX_SUBMISSION_BYTES } from '../../shared/wire/streams.ts'

/** A file as it came and was found to be what it says. */
export interface CheckedFile {
  readonly filename: string
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  readonly sha256: string
}

type Submitted = z.infer<typeof SubmittedFile>

/** Judges all files of a submission. Refusals name the file by its name and its place, 1 is the first. */
export function checkFiles(files: readonly Submitted[]): Result<readonly CheckedFile[]> {
  if (files.length > MAX_ATTACHMENTS) return refuse('intake/too-many-attachments', { count: files.length, limit: MAX_ATTACHMENTS })
  const checked: CheckedFile[] = []
  for (const [index, file] of files.entries()) {
    const result = checkFile(file, index + 1)
    if (!result.ok) return result
    checked.push(result.value)
  }
  const sum = checked.reduce((total, file) => total + file.bytes.length, 0)
  if (sum > MAX_SUBMISSION_BYTES) return refuse('intake/too-many-attachments', { bytes: sum, limit: MAX_SUBMISSION_BYTES })
  return ok(checked)
}

function checkFile(file: Submitted, place: number): Result<CheckedFile> {
  const filename = plainName(file.filename)
  const which = { file: place, filename: cut(filename, 120) }
  const decoded = decode(file.content, which)
  if (!decoded.ok) return decoded
  const bytes = decoded.value
  const mediaType = sniff(bytes)
  const declared = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!mediaType || mediaType !== declared || !hasExtensionOf(filename, mediaType))
    return refuse('intake/attachment-forbidden', { ...which, declared, found: mediaType ?? 'unknown' })
  return ok({ filename, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
}

function decode(content: string, which: { readonly file: number; readonly filename: string }): Result<Uint8Array> {
  // The length says enough to refuse without making room for the bytes.
  const atLeast = Math.floor((content.length * 3) / 4) - 2
  if (atLeast > MAX_BLOB_BYTES) return refuse('intake/attachment-too-large', { ...which, bytes: atLeast, limit: MAX_BLOB_BYTES })
  const bytes = decodeStrictly(content)
  if (!bytes || bytes.length === 0) return refuse('intake/attachment-broken', which)
  return bytes.length > MAX_BLOB_BYTES
    ? refuse('intake/attachment-too-large', { ...which, bytes: bytes.length, limit: MAX_BLOB_BYTES })
    : ok(bytes)
}

/** Base64 as RFC 4648 section 4 writes it, padding included; Node's own decoder forgives everything. */
function decodeStrictly(content: string): Uint8Array | null {
  if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return null
  const bytes = Buffer.from(content, 'base64')
  return bytes.toString('base64') === content ? bytes : null
}
