import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { openCache, type Cache } from '../../main/core/cache/open.ts'
import { getBase, putBase } from '../../main/core/cache/rows.ts'
import { openDesk, settled, until, type LiveDesk } from '../sync/support/desk.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { createWeather, goOffline } from '../sync/support/weather.ts'
import { benchRow, median, type Bench, type BenchRow } from './row.ts'

const ROWS = 1_000
const ROUNDS = 7
const COMMANDS = 60
/** Below this a person feels nothing, whatever the disk does. */
const UNFELT_MS = 2

export const bench: Bench = {
  name: 'sync-desk',
  rows: ['pull-1k', 'command-durable'],
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    const town = await startTown()
    const ids = await town.receive(ROWS)
    const desk = await openDesk(town.url, 'anna', createWeather())
    const raw = opened(join(folder, 'raw.db'))
    try {
      await settled(desk)
      return [await pull(town, desk, raw, ids), await commands(town.url, raw, ids)]
    } finally {
      await desk.close()
      raw.close()
      await town.close()
      rmSync(folder, { recursive: true })
    }
  },
}

function opened(file: string): Cache {
  const cache = openCache({ file, key: new Uint8Array(32).fill(7) })
  if (!cache.ok) throw new Error(cache.error.code)
  return cache.value
}

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

async function pull(town: TestTown, desk: LiveDesk, raw: Cache, ids: readonly string[]): Promise<BenchRow> {
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    // As nearly every change is: who works on a case and how far it is, not the words it is found by.
    const rows = ids.flatMap(id => getBase(desk.cache.db, 'applications', id) ?? []).map((row): Application => ({ ...row, assigneeName: `Runde ${round}` }))
    const last = rows.at(-1)?.id ?? ''
    await town.change(rows.map(row => ({ table: 'applications', row })))
    const start = performance.now()
    await until(() => getBase(desk.cache.db, 'applications', last)?.assigneeName === `Runde ${round}`, desk.sync.changes)
    ours.push(performance.now() - start)
    reference.push(timed(() => raw.db.transaction(() => { for (const row of rows) putBase(raw.db, 'applications', { ...row, version: round }) })()))
  }
  return benchRow('pull-1k', 'ms', median(ours), median(reference), 3)
}

async function commands(url: string, raw: Cache, ids: readonly string[]): Promise<BenchRow> {
  const weather = createWeather()
  const desk = await openDesk(url, 'bernd', weather)
  await settled(desk)
  goOffline(weather)
  const ours: number[] = []
  const reference: number[] = []
  const text = JSON.stringify(anApplication())
  raw.db.exec('CREATE TABLE raw_commands (id INTEGER PRIMARY KEY, envelope TEXT) STRICT')
  const insert = raw.db.prepare('INSERT INTO raw_commands (envelope) VALUES (?)')
  for (const applicationId of ids.slice(0, COMMANDS)) {
    ours.push(timed(() => desk.sync.submit('applications.claim', { applicationId })))
    reference.push(timed(() => insert.run(text)))
  }
  await desk.close()
  return benchRow('command-durable', 'ms', median(ours), Math.max(median(reference), UNFELT_MS), 2)
}
