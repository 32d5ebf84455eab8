import { ok, refuse, type Result } from '../../shared/result.ts'
import { cut } from '../../shared/text.ts'
import { scanStateOf, type Scanner } from '../scanning/scanner.ts'
import type { CheckedFile } from './files.ts'

export interface ScannedFile extends CheckedFile {
  readonly scan: 'clean' | 'not-scanned'
}

/** Has the virus scanner look at all files before any of them is kept. The refusal names the file by its name and its place. */
export async function scanFiles(scanner: Scanner, files: readonly CheckedFile[]): Promise<Result<readonly ScannedFile[]>> {
  const scanned: ScannedFile[] = []
  for (const [index, file] of files.entries()) {
    const verdict = await scanner.scan([file.bytes])
    if (verdict.kind === 'infected')
      return refuse('blobs/infected', { file: index + 1, filename: cut(file.filename, 120), finding: verdict.finding })
    scanned.push({ ...file, scan: scanStateOf(verdict) })
  }
  return ok(scanned)
}
