import { sql, type Kysely } from 'kysely'
import type { Clock } from '../../shared/time.ts'
import type { Log } from '../log.ts'
import type { Schema } from './schema.ts'

/** What one process has in hand it keeps for 6 s at a time, and says so anew every 2 s: clocks further apart than this could have two send the same. */
const MOST_MS = 2_000

/** By how much the database's clock is ahead of a process's own, in ms; 0 where it lies between question and answer. */
async function clockDifferenceMs(db: Kysely<Schema>, clock: Clock): Promise<number> {
  const askedMs = clock.nowMs()
  const { rows: [said] } = await sql<{ readonly ms: number }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db)
  const answeredMs = clock.nowMs()
  const ms = said?.ms ?? askedMs
  return Math.round(Math.min(ms - askedMs, 0) + Math.max(ms - answeredMs, 0))
}

/** Says in the log that the clocks of processes cannot be trusted to agree: each of them is held against the one that all of them share. */
export async function tellClockDifference(db: Kysely<Schema>, clock: Clock, log: Log): Promise<void> {
  const differenceMs = await clockDifferenceMs(db, clock)
  if (Math.abs(differenceMs) > MOST_MS) log.error('service.clock-differs', { durationMs: differenceMs })
}
