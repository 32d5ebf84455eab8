import { createHash } from 'node:crypto'
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { LARGEST_MANIFEST_BYTES, type InstallerFile } from '../../../shared/formats/release-manifest.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { problem, type ReleaseProblem } from './signed-release.ts'

/** A server that says nothing for so long has gone. */
const SILENCE_MS = 60_000

export interface Reach {
  readonly fetch: typeof fetch
  /** Ends everything that is on its way. */
  readonly end: AbortSignal
}

/** Reads a short text; redirects are not followed, so that the address in the policy is the only one ever asked. */
export async function fetchRelease(url: string, { fetch, end }: Reach): Promise<Result<string, ReleaseProblem>> {
  try {
    const response = await fetch(url, { redirect: 'error', cache: 'no-store', signal: AbortSignal.any([end, AbortSignal.timeout(SILENCE_MS)]) })
    if (response.status !== 200 || !response.body) return problem('unreachable')
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > LARGEST_MANIFEST_BYTES) return problem('unreadable')
      chunks.push(chunk)
    }
    return ok(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return problem('unreachable')
  }
}

/**
 * Brings an installer to `path`, going on where an earlier try ended. What is there in the end has the length and the hash
 * of the signed list, or nothing is there: half a file and a wrong one are never left under that name.
 */
export async function download(url: string, file: InstallerFile, path: string, reach: Reach): Promise<Result<string, ReleaseProblem>> {
  if (await isWhole(path, file)) return ok(path)
  rmSync(path, { force: true })
  const part = `${path}.part`
  const fetched = await fetchRest(url, file, part, reach)
  if (fetched !== 'whole') {
    // What came so far is kept only where going on makes sense.
    if (fetched !== 'unreachable') rmSync(part, { force: true })
    return problem(fetched)
  }
  if (!(await isWhole(part, file))) {
    rmSync(part, { force: true })
    return problem('damaged')
  }
  renameSync(part, path)
  return ok(path)
}

/** Whether a file has exactly the content of the list. */
export async function isWhole(path: string, { bytes, sha256 }: Pick<InstallerFile, 'bytes' | 'sha256'>): Promise<boolean> {
  if (sizeOf(path) !== bytes) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex') === sha256
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

async function fetchRest(url: string, { bytes }: InstallerFile, part: string, { fetch, end }: Reach): Promise<'whole' | ReleaseProblem> {
  const have = sizeOf(part)
  if (have === bytes) return 'whole'
  const silence = new AbortController()
  const waiting = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const response = await fetch(url, {
      redirect: 'error', cache: 'no-store', signal: AbortSignal.any([end, silence.signal]),
      ...(have > 0 && have < bytes ? { headers: { range: `bytes=${have}-` } } : {}),
    })
    const from = response.status === 206 ? startOf(response.headers.get('content-range')) : 0
    if (![200, 206].includes(response.status) || !response.body || (from !== 0 && from !== have)) return response.status === 416 ? 'damaged' : 'unreachable'
    return await append(response.body, { part, from, bytes, alive: () => waiting.refresh() })
  } catch (error) {
    return isDiskFull(error) ? 'disk-full' : 'unreachable'
  } finally {
    clearTimeout(waiting)
  }
}

const startOf = (range: string | null): number => Number(/^bytes (\d{1,15})-/.exec(range ?? '')?.[1] ?? Number.NaN)

interface Place {
  readonly part: string
  /** Where the first byte that comes belongs. */
  readonly from: number
  readonly bytes: number
  readonly alive: () => void
}

async function append(body: AsyncIterable<Uint8Array>, { part, from, bytes, alive }: Place): Promise<'whole' | ReleaseProblem> {
  const file = await open(part, from === 0 ? 'w' : 'a', 0o600)
  try {
    let size = from
    for await (const chunk of body) {
      alive()
      size += chunk.length
      // Longer than signed: whatever this is, it is not the installer.
      if (size > bytes) return 'damaged'
      await writeAll(file, chunk)
    }
    await file.sync()
    return size === bytes ? 'whole' : 'unreachable'
  } finally {
    await file.close()
  }
}

/** A single write may take only a part when the disk is nearly full, and say nothing. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0
  while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten
}

const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
