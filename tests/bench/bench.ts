import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../../build/paths.ts'
import { bench as alerts } from './alerts.ts'
import { bench as bulkPainted } from './bulk-painted.ts'
import { bench as calendar } from './calendar.ts'
import { bench as coldStart } from './cold-start.ts'
import { bench as firstLoad } from './first-load.ts'
import { bench as letters } from './letters.ts'
import { bench as million } from './million.ts'
import { bench as painted } from './painted.ts'
import { bench as peerPglite } from './peer-pglite.ts'
import { bench as recall } from './recall.ts'
import { bench as reports } from './reports.ts'
import type { Bench, BenchRow } from './row.ts'
import { bench as serviceCommands } from './service-commands.ts'
import { bench as slotSearch } from './slot-search.ts'
import { bench as syncDesk } from './sync-desk.ts'

/** Every measurement, short ones first. */
const BENCHES: readonly Bench[] = [syncDesk, painted, bulkPainted, reports, calendar, letters, slotSearch, recall, coldStart, serviceCommands, alerts, firstLoad, peerPglite, million]

const LONGEST_RUN_MS = 15 * 60_000

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only
const chosen = BENCHES.filter(({ name, rows }) => only === undefined || name === only || rows.some(row => row.startsWith(only)))
if (chosen.length === 0) {
  console.error(`There is no measurement "${only}". There are: ${BENCHES.flatMap(({ name, rows }) => [name, ...rows]).join(', ')}`)
  process.exit(2)
}

const rows: BenchRow[] = []
const started = performance.now()
const timer = setTimeout(() => finish('Stopped after 15 minutes; the rest was not measured.'), LONGEST_RUN_MS)
for (const { name, run } of chosen) {
  process.stderr.write(`Measuring ${name} …\n`)
  rows.push(...(await run()).filter(row => only === undefined || name === only || row.name.startsWith(only)))
}
clearTimeout(timer)
finish(`Measured in ${Math.round((performance.now() - started) / 1_000)} s.`)

function finish(sentence: string): never {
  writeFileSync(join(ROOT, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
  console.table(rows.map(row => ({ ...row, holds: row.ratio <= row.goal ? 'yes' : 'NO' })))
  process.stderr.write(`${sentence}\n`)
  process.exit(0)
}
