import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'

/** Lies at the root of a packaged program: each file with its SHA-256, as `sha256sum` writes it. */
export const PROGRAM_LIST = 'files.sha256'

const LINE = /^([0-9a-f]{64}) {2}(.+)$/

/** Root of the program that runs. */
export const PROGRAM_ROOT = join(import.meta.dirname, '../..')

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Files that are not those of the package, at most ten; a program that was never packaged has no list and nothing to compare. */
export async function verifyProgram(root: string): Promise<Result<null, readonly string[]>> {
  const list = await readFile(join(root, PROGRAM_LIST), 'utf8').catch(() => null)
  if (list === null) return ok(null)
  const others: string[] = []
  for (const line of list.split('\n').filter(one => one !== '')) {
    const [, wanted, file] = LINE.exec(line) ?? []
    if (file === undefined || (await sha256Of(join(root, file)).catch(() => null)) !== wanted) others.push(file ?? PROGRAM_LIST)
    if (others.length === MOST_TOLD) break
  }
  return others.length > 0 ? { ok: false, error: others } : ok(null)
}

const MOST_TOLD = 10

/** Tells later whether another program was put into the place of the one that began. */
export async function rememberProgram(root: string): Promise<() => Promise<boolean>> {
  const sign = async (): Promise<string> => {
    const list = await stat(join(root, PROGRAM_LIST)).catch(() => null)
    return list ? `${list.mtimeMs} ${list.size}` : ''
  }
  const then = await sign()
  return async () => (await sign()) !== then
}
