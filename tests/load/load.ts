import { parseArgs } from 'node:util'
import * as z from 'zod'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { postgresTestDatabase } from '../../service/store/testing.ts'
import { runLoad, type LoadReport } from './run-load.ts'

const count = (usual: number) => z.coerce.number().int().min(0).max(100_000).default(usual)
const Options = z.object({ towns: count(10), desks: count(200), processes: count(2), seconds: count(60), every: count(10), kills: count(0), flood: count(10), seed: count(1) })

/** What must hold, in ms and seconds. */
const MOST = { commandP99: 500, pullP99: 300, recovery: 30 }

const { towns, desks, processes, seconds, every, kills, flood, seed } = Options.parse(parseArgs({
  options: Object.fromEntries(Object.keys(Options.shape).map(name => [name, { type: 'string' as const }])),
}).values)
const given = process.env['TEST_DATABASE_URL']
const postgres = given ? undefined : await startPostgres()
const server = given ?? postgres?.url
if (!server) throw new Error('PostgreSQL is not installed, and TEST_DATABASE_URL names no server')
const database = await postgresTestDatabase(server)
try {
  const report = await runLoad({ databaseUrl: database.url, towns, desks, processes, seconds, everyMs: every * 1_000, kills, floodSeconds: flood, seed })
  print(report)
  if (faultsIn(report).length > 0) process.exitCode = 1
} finally {
  await database.close()
  await postgres?.stop()
}

function faultsIn({ commands, pulls, failures, lost, doubled, strayed, flooded }: LoadReport): readonly string[] {
  const isCalm = kills === 0
  const found = {
    [`p99 of commands over ${MOST.commandP99} ms`]: isCalm && commands.p99 > MOST.commandP99, [`p99 of pulls over ${MOST.pullP99} ms`]: isCalm && pulls.p99 > MOST.pullP99,
    failures: isCalm && Object.keys(failures).length > 0, lost: lost > 0, doubled: doubled > 0, strayed: strayed > 0,
    'refused without Retry-After': (flooded?.withoutRetryAfter ?? 0) > 0,
    [`not recovered in ${MOST.recovery} s`]: flooded !== null && (flooded.recoveredAfterSeconds ?? Infinity) > MOST.recovery,
  }
  return Object.entries(found).flatMap(([fault, isThere]) => (isThere ? [fault] : []))
}

function print(report: LoadReport): void {
  const { commands, pulls, failures, lost, doubled, strayed, flooded } = report
  console.log(`${towns} towns, ${desks} desks, ${processes} processes, one command in ${every} s each, ${seconds} s, ${kills} kills`)
  console.log(`commands  ${commands.count}  p50 ${commands.p50} ms  p99 ${commands.p99} ms`)
  console.log(`pulls     ${pulls.count}  p50 ${pulls.p50} ms  p99 ${pulls.p99} ms`)
  console.log(`failures  ${JSON.stringify(failures)}  lost ${lost}  doubled ${doubled}  strayed ${strayed}`)
  if (flooded) console.log(`flood     ${JSON.stringify(flooded.statuses)}  recovered after ${flooded.recoveredAfterSeconds ?? 'no'} s`)
  console.log(`LOAD ${JSON.stringify({ towns, desks, processes, seconds, every, kills, seed, ...report, faults: faultsIn(report) })}`)
}
