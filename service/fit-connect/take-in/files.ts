import { plainName } from '../../../shared/formats/file-name.ts'
import { sniff, withExtensionOf } from '../../../shared/formats/media-type.ts'
import type { Result } from '../../../shared/result.ts'
import { checkFiles } from '../../intake/files.ts'
import { scanFiles, type ScannedFile } from '../../intake/scan-files.ts'
import type { Scanner } from '../../scanning/scanner.ts'
import type { OpenedFile } from './open-submission.ts'

/** A file that the town does not keep: of a kind that is not opened here, or with a virus in it. */
export interface LeftOut {
  readonly filename: string
  readonly why: 'infected' | 'forbidden'
}

/** Looks at each file as at those of any other way in. One that is not kept keeps no other back: the case says so, and it is asked for anew. */
export async function keepableFiles(scanner: Scanner, files: readonly OpenedFile[]): Promise<{ readonly kept: readonly ScannedFile[]; readonly leftOut: readonly LeftOut[] }> {
  const kept: ScannedFile[] = []
  const leftOut: LeftOut[] = []
  for (const file of files) {
    const judged = await judge(scanner, file)
    if (judged.ok) kept.push(...judged.value)
    else leftOut.push({ filename: file.filename, why: judged.error.code === 'blobs/infected' ? 'infected' : 'forbidden' })
  }
  return { kept, leftOut }
}

async function judge(scanner: Scanner, { filename, mediaType, bytes }: OpenedFile): Promise<Result<readonly ScannedFile[]>> {
  // Senders name types as they please, and some files not at all; what they are counts.
  const found = sniff(bytes)
  const named = found ? { filename: withExtensionOf(plainName(filename), found), mediaType: found } : { filename, mediaType }
  const checked = checkFiles([{ ...named, content: Buffer.from(bytes).toString('base64') }])
  return checked.ok ? scanFiles(scanner, checked.value) : checked
}
