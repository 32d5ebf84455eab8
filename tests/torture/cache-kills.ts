import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openCache, type Cache } from '../../main/core/cache/open.ts'
import { createRandom, type Random } from '../bench/random.ts'

export interface CacheKills {
  readonly seed: number
  readonly kills: number
  /** Transactions a writer had said were committed. */
  readonly acked: number
  /** Of those, how many the file did not hold afterwards. */
  readonly lost: number
  /** Times the file was not sound, or held half a transaction. */
  readonly broken: number
}

const KEY = new Uint8Array(32).fill(11)
const SHORTEST_LIFE_MS = 20
const LONGEST_LIFE_MS = 250

/**
 * Kills a process that writes the cache at random moments, and looks each time whether everything it had called
 * committed is there, whole, and the file sound.
 */
export async function runCacheKills({ kills, seed }: { readonly kills: number; readonly seed: number }): Promise<CacheKills> {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-kills-'))
  const random = createRandom(seed)
  const total = { acked: 0, lost: 0, broken: 0 }
  try {
    let held = 0
    for (let kill = 0; kill < kills; kill++) {
      const lastAcked = await writeUntilKilled(join(folder, 'cache.db'), held, random)
      const found = lookInto(join(folder, 'cache.db'))
      total.acked += Math.max(0, lastAcked - held)
      total.lost += Math.max(0, lastAcked - found.transactions)
      total.broken += found.isSound ? 0 : 1
      held = found.transactions
    }
    return { seed, kills, ...total }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves to the last transaction the writer had said was committed; the clock starts once it writes. */
function writeUntilKilled(file: string, held: number, random: Random): Promise<number> {
  const lifeMs = SHORTEST_LIFE_MS + random.below(LONGEST_LIFE_MS - SHORTEST_LIFE_MS)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cache-writer.ts'), file, String(held)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let acked = held
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') setTimeout(() => child.kill('SIGKILL'), lifeMs)
    else acked = Number(line)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => (signal === 'SIGKILL' ? resolve(acked) : reject(new Error(`the writer ended by itself with ${code}`))))
  })
}

/** Each transaction writes a case, its line of history, the change of another case, and its number in `meta`. */
function lookInto(file: string): { readonly transactions: number; readonly isSound: boolean } {
  const cache = opened(file)
  try {
    const value = (sql: string): unknown => cache.db.prepare(sql).pluck().get()
    const transactions = Number(value("SELECT value FROM meta WHERE key = 'written'") ?? 0)
    const counts = ['SELECT count(*) FROM applications', 'SELECT count(*) FROM application_events', 'SELECT total FROM application_total'].map(value)
    const found = value("SELECT count(*) FROM applications_words WHERE applications_words MATCH 'zaunkonig'")
    const isSound = value('PRAGMA integrity_check') === 'ok' && [...counts, found].every(count => count === transactions)
    return { transactions, isSound }
  } finally {
    cache.close()
  }
}

function opened(file: string): Cache {
  const cache = openCache({ file, key: KEY })
  if (!cache.ok) throw new Error(`the file cannot be opened after a kill: ${cache.error.code}`)
  return cache.value
}
