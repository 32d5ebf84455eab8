import { parseArgs } from 'node:util'
import { startPostgres } from '../../build/test-run/postgres.ts'
import type { Database } from '../../service/store/database.ts'
import { testEngines } from '../../service/store/testing.ts'
import { runAlertKills } from './alert-kills.ts'
import { runAlertSequences } from './alert-sequences.ts'
import { runBookings } from './bookings.ts'
import { runCacheKills } from './cache-kills.ts'
import { runCoreKills } from './core-kills.ts'
import { runFeedWriters } from './feed.ts'
import { runFourEyes } from './four-eyes.ts'
import { runIntakeKills } from './intake-kills.ts'
import { runLetterKills } from './letter-kills.ts'
import { runRestore } from './restore.ts'
import { runServiceKills } from './service-kills.ts'
import { runVaccinationDay } from './vaccination-day.ts'

// Kills and faults beyond what fits into the tests. The last line holds the figures; a violation ends with 1.
const SUITES = { core: runCoreKills, cache: runCacheKills, service: runService, 'four-eyes': runEyes, bookings: runBooking, vaccinations: runDay, alerts: runAlerts, letters: runLetters, intake: runIntake, restore: runRestores } as const
type Suite = keyof typeof SUITES

const FOUR_EYES_RUNS = 10_000
const BOOKING_ATTEMPTS = 10_000
const PERSONS = 400
const ALERT_SEQUENCES = 100_000
/** Commands of two desks in each of the two lives of a service. */
const RESTORED_COMMANDS = 200

/** The figures that have to be nought. */
const VIOLATIONS = ['lost', 'duplicated', 'contradicted', 'corrupt', 'broken', 'overlaps', 'doubleCalls', 'doubleTickets', 'tooManyTwice', 'renamed', 'late', 'strayed', 'tooIdle', 'deliveredTwice']

const { values } = parseArgs({
  options: { suite: { type: 'string', default: 'all' }, kills: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
})
const suites = suitesNamed(values.suite)
const kills = Number(values.kills)
const seed = Number(values.seed)

if (!suites || !Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error(`Use: npm run torture -- --suite ${Object.keys(SUITES).join('|')}|all --kills N --seed S`)
  process.exitCode = 2
} else {
  for (const suite of suites) {
    const figures: Readonly<Record<string, unknown>> = { ...(await SUITES[suite]({ kills, seed })), suite }
    if (VIOLATIONS.some(name => (figures[name] ?? 0) !== 0)) process.exitCode = 1
    console.log(`TORTURE ${JSON.stringify(figures)}`)
  }
}

/** On PostgreSQL where `TEST_DATABASE_URL` names a server, and there with many writers of one feed too; else embedded. */
async function runService(run: { readonly kills: number; readonly seed: number }): Promise<object> {
  const databaseUrl = process.env['TEST_DATABASE_URL'] ?? null
  const killed = await runServiceKills({ ...run, databaseUrl })
  if (!databaseUrl) return killed
  const { missed, doubled, gaps, naiveMissed, perSecond } = await runFeedWriters({ url: databaseUrl, writers: 24, transactions: 20_000, seed: run.seed })
  const sums = { lost: killed.lost + missed, duplicated: killed.duplicated + doubled, broken: killed.broken + gaps }
  return { ...killed, ...sums, feed: { missed, doubled, gaps, naiveMissed, perSecond } }
}

function runEyes(run: { readonly seed: number }): Promise<object> {
  return onEngine(run.seed, database => runFourEyes(database, { runs: FOUR_EYES_RUNS, seed: run.seed }))
}

function runBooking(run: { readonly seed: number }): Promise<object> {
  return onEngine(run.seed, database => runBookings(database, { bookers: 24, attempts: BOOKING_ATTEMPTS, seed: run.seed }))
}

async function runDay({ seed: on }: { readonly seed: number }): Promise<object> {
  return { ...(await runVaccinationDay({ persons: PERSONS, seed: on })), seed: on }
}

async function runAlerts(run: { readonly kills: number; readonly seed: number }): Promise<object> {
  const sequences = runAlertSequences({ runs: ALERT_SEQUENCES, seed: run.seed })
  return { ...sequences, ...(await onPostgres(databaseUrl => runAlertKills({ ...run, databaseUrl }))) }
}

function runLetters(run: { readonly kills: number; readonly seed: number }): Promise<object> {
  return onPostgres(databaseUrl => runLetterKills({ ...run, databaseUrl }))
}

function runRestores({ seed: on }: { readonly seed: number }): Promise<object> {
  return runRestore({ commands: RESTORED_COMMANDS, seed: on })
}

function runIntake(run: { readonly kills: number; readonly seed: number }): Promise<object> {
  return onPostgres(databaseUrl => runIntakeKills({ ...run, databaseUrl }))
}

/** One process works while another one warms up: on PostgreSQL alone, the one that `TEST_DATABASE_URL` names or one of its own. */
async function onPostgres(run: (databaseUrl: string) => Promise<object>): Promise<object> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? null : await startPostgres()
  const databaseUrl = given ?? server?.url
  if (!databaseUrl) throw new Error('PostgreSQL is not installed, and TEST_DATABASE_URL names no server')
  try {
    return await run(databaseUrl)
  } finally {
    await server?.stop()
  }
}

/** On PostgreSQL where `TEST_DATABASE_URL` names a server, else embedded. */
async function onEngine(on: number, run: (database: Database) => Promise<object>): Promise<object> {
  const [engine] = testEngines().toReversed()
  if (!engine) throw new Error('there is always the embedded database')
  const database = await engine.open()
  try {
    return { ...(await run(database)), seed: on, engine: engine.kind }
  } finally {
    await database.close()
  }
}

function suitesNamed(name: string): readonly Suite[] | null {
  if (name === 'all') return Object.keys(SUITES) as Suite[]
  return Object.hasOwn(SUITES, name) ? [name as Suite] : null
}
