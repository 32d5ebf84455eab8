import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fillCache } from './big-cache.ts'
import type { DeskFigures } from './million-desk.ts'
import { benchRow, median, type Bench, type BenchRow } from './row.ts'
import { searchPainted } from './search-painted.ts'

const ROWS = 1_000_000
const OPENINGS = 5
const run = promisify(execFile)

const script = (name: string): string => join(import.meta.dirname, name)

async function timeOf(name: string, args: readonly string[]): Promise<number> {
  const start = performance.now()
  await run(process.execPath, [script(name), ...args])
  return performance.now() - start
}

const measured = async (file: string): Promise<DeskFigures> => JSON.parse((await run(process.execPath, [script('million-desk.ts'), file])).stdout) as DeskFigures

/** From the start of the process to its end, which follows the first list at once; alternated. */
async function openings(file: string): Promise<{ readonly ours: number; readonly raw: number }> {
  const ours: number[] = []
  const raw: number[] = []
  for (let count = 0; count < OPENINGS; count++) {
    raw.push(await timeOf('raw-open.ts', [file]))
    ours.push(await timeOf('million-desk.ts', [file, '--first-list']))
  }
  return { ours: median(ours), raw: median(raw) }
}

/**
 * A desk with a million applications, in a process of its own so that its memory is its own. What counts is the first run
 * after the file was filled; a second one, which finds more of the file in the system's memory, is only told.
 */
export const bench: Bench = {
  name: 'million',
  rows: ['search-1m-p95', 'search-1m-worst', 'grid-block-1m', 'grid-resort-1m-first', 'grid-resort-1m-whole', 'open-1m', 'memory-1m', 'search-painted'],
  run: async (): Promise<readonly BenchRow[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    const file = join(folder, 'cache.db')
    try {
      const cache = await fillCache(file, ROWS)
      cache.close()
      const first = await measured(file)
      process.stderr.write(`million: ${JSON.stringify(first)}\n`)
      process.stderr.write(`million, again: ${JSON.stringify(await measured(file))}\n`)
      const { ours, raw } = await openings(file)
      return [
        benchRow('search-1m-p95', 'ms', first.searchP95Ms, 4, 1),
        benchRow('search-1m-worst', 'ms', first.searchWorstMs, 16.7, 1),
        benchRow('grid-block-1m', 'ms', first.blockP95Ms, 3, 1),
        benchRow('grid-resort-1m-first', 'ms', first.firstRowsMs, 50, 1),
        benchRow('grid-resort-1m-whole', 'ms', first.vectorMs, 300, 1),
        benchRow('open-1m', 'ms', ours, raw, 3),
        benchRow('memory-1m', 'MB', first.residentMb, 400, 1),
        await searchPainted(file),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
