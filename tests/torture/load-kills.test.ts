import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openCache } from '../../main/core/cache/open.ts'
import { getMeta, listMeta } from '../../main/core/cache/meta.ts'
import { createRandom } from '../../service/demo/random.ts'
import { TEST_KEY } from '../sync/support/desk.ts'
import { quickFolder } from '../sync/support/quick-folder.ts'
import { startTown } from '../sync/support/town.ts'

const KILLS = 20
const CASES = 6_000
const seed = Number(process.env['SIM_SEED'] ?? Date.now() % 2 ** 31)
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')

/** What a person would find who opened the desk now. */
function found(file: string): { readonly rows: number; readonly isReady: boolean; readonly hasBegun: boolean } {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) throw new Error(opened.error.code)
  const { db } = opened.value
  const rows = db.prepare('SELECT count(*) FROM applications').pluck().get() as number
  const looks = { rows, isReady: getMeta(db, 'sync/ready') === 'yes', hasBegun: listMeta(db, 'load/').length > 0 }
  opened.value.close()
  return looks
}

/** One life of the loading desk, until it has told so many rows and so long after; answers whether it became complete before. */
async function life(url: string, file: string, until: { readonly rows: number; readonly ms: number }): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-child.ts'), url, 'anna', file], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  const gone = once(child, 'exit')
  const loading = Promise.withResolvers<void>()
  const complete = Promise.withResolvers<true>()
  createInterface({ input: child.stdout }).on('line', line => {
    const rows = /^loading (\d+)$/.exec(line)?.[1]
    if (rows === undefined || Number(rows) >= until.rows) loading.resolve()
    if (line === 'complete') complete.resolve(true)
  })
  await Promise.race([loading.promise, gone])
  const isComplete = await Promise.race([complete.promise, pause(until.ms).then(() => false)])
  child.kill('SIGKILL')
  await gone
  return isComplete
}

test(`a first load killed at ${KILLS} random moments shows nothing or everything, and becomes complete (SIM_SEED=${seed})`, { timeout: 180_000 }, async () => {
  const folder = quickFolder('rathaus-load-kills-')
  const town = await startTown()
  try {
    await town.receive(CASES)
    const random = createRandom(seed)
    const whole = CASES + 1
    const wrong: object[] = []
    let midway = 0
    for (let kill = 0, number = 0; kill < KILLS; kill++) {
      const file = join(folder, `${number}.db`)
      // The next desk begins where this one got through.
      if (await life(town.url, file, { rows: random.between(0, CASES), ms: random.between(0, 120) })) number++
      const { rows, isReady, hasBegun } = found(file)
      if (hasBegun) midway++
      if (isReady ? rows !== whole : rows !== 0 && rows !== whole) wrong.push({ kill, rows, isReady })
    }
    const last = join(folder, 'last.db')
    await life(town.url, last, { rows: CASES / 2, ms: 0 })
    expect(await life(town.url, last, { rows: 0, ms: 60_000 })).toBe(true)
    expect({ wrong, last: found(last) }).toEqual({ wrong: [], last: { rows: whole, isReady: true, hasBegun: false } })
    expect(midway).toBeGreaterThan(0)
  } finally {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
