import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openCache } from '../../main/core/cache/open.ts'
import { createRandom } from '../../service/demo/random.ts'
import { TEST_KEY } from '../sync/support/desk.ts'
import { quickFolder } from '../sync/support/quick-folder.ts'

const KILLS = 12
const HELD = 1_500
const LOADED = 3_000
const seed = Number(process.env['SIM_SEED'] ?? Date.now() % 2 ** 31)

interface Found {
  readonly rows: number
  readonly searched: number
  readonly sound: unknown
  readonly leftovers: number
}

function found(file: string): Found {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) throw new Error(opened.error.code)
  const { db } = opened.value
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? -1
  const looks = {
    rows: one('SELECT count(*) FROM applications'),
    searched: one(`SELECT count(*) FROM applications_words WHERE applications_words MATCH 'anne*'`),
    sound: db.pragma('quick_check', { simple: true }),
    leftovers: one(`SELECT count(*) FROM sqlite_master WHERE name LIKE 'load\\_%' ESCAPE '\\' OR name LIKE 'spent\\_%' ESCAPE '\\'`),
  }
  opened.value.close()
  return looks
}

function copyOf(from: string, to: string): string {
  for (const ending of ['', '.mark']) cpSync(from + ending, to + ending)
  return to
}

/** Loads a scope; killed so long after the last part has begun, or let through. Answers how the process ended. */
async function life(file: string, scope: string, first: number, count: number, killAfterMs: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'merge-child.ts'), file, scope, String(first), String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), gone])
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), gone])
    child.kill('SIGKILL')
  }
  await gone
  return child.exitCode
}

test(`a scope loaded beside another and killed at ${KILLS} moments is there whole or not at all (SIM_SEED=${seed})`, { timeout: 180_000 }, async () => {
  const folder = quickFolder('rathaus-merge-kills-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const random = createRandom(seed)
  const held = join(folder, 'held.db')
  expect(await life(held, 'bauamt', 1, HELD, null)).toBe(0)
  const wrong: Found[] = []
  let file = ''
  for (let kill = 0, isThrough = true; kill < KILLS; kill++) {
    // Where one got through, the next begins with a file that holds the other scope alone.
    if (isThrough) file = copyOf(held, join(folder, `${kill}.db`))
    isThrough = (await life(file, 'ordnung', 100_000, LOADED, random.between(0, 700))) === 0
    const now = found(file)
    if (now.sound !== 'ok' || now.searched !== now.rows || (now.rows !== HELD && now.rows !== HELD + LOADED)) wrong.push(now)
  }
  expect(await life(file, 'ordnung', 100_000, LOADED, null)).toBe(0)
  expect({ wrong, last: found(file) }).toEqual({ wrong: [], last: { rows: HELD + LOADED, searched: HELD + LOADED, sound: 'ok', leftovers: 0 } })
})
