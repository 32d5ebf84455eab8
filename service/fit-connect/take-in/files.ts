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
  const checked = checkFiles([{ filename, mediaType, content: Buffer.from(bytes).toString('base64') }])
  return checked.ok ? scanFiles(scanner, checked.value) : checked
}
