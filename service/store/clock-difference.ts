import { sql, type Kysely } from 'kysely'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import type { Log } from '../log.ts'
import type { Schema } from './schema.ts'

/** What one process has in hand it keeps for 6 s at a time, and says so anew every 2 s: clocks further apart than this could have two send the same. */
const MOST_MS = 2_000

/** By how much the database's clock is ahead of a process's own, in ms; 0 where it lies between question and answer. */
export async function clockDifferenceMs(db: Kysely<Schema>, clock: Clock): Promise<number> {
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

/** The clock of this machine is so wrong that nothing may be written by it; the message says why. */
export class ClockRefused extends Error {}

/** Periods, signatures and the order of the log would follow a clock that is wrong by more than this. */
const UNUSABLE_MS = 3_600_000

/**
 * Refuses to begin by a clock that is wrong by hours: held against the database's, and against the last moment at which the service did something, for a database on
 * the same machine goes wrong with it. A clock that is ahead is not found by the second way; once it is put right by the network, what was written in the future is
 * taken back to now. `isSetByNetwork`: null where nobody can tell.
 */
export async function refuseWrongClock(db: Kysely<Schema>, clock: Clock, isSetByNetwork: () => boolean | null): Promise<void> {
  const differenceMs = await clockDifferenceMs(db, clock)
  if (Math.abs(differenceMs) > UNUSABLE_MS) throw new ClockRefused(`Die Uhr dieses Rechners und die der Datenbank gehen um ${Math.round(Math.abs(differenceMs) / 60_000)} Minuten auseinander. ${SET_IT}`)
  const { rows: [last] } = await sql<{ readonly ms: number | null }>`
    select (extract(epoch from max(begun_at)) * 1000)::float8 as ms from maintenance join towns on towns.id = town_id where not demo`.execute(db)
  if ((last?.ms ?? 0) - clock.nowMs() <= UNUSABLE_MS) return
  if (isSetByNetwork() !== true) throw new ClockRefused(`Die Uhr dieses Rechners geht nach: Der Dienst hat schon zu einer späteren Zeit gearbeitet. ${SET_IT} ${OR_RIGHT}`)
  await takeBackFuture(db, clock)
}

const SET_IT = 'Stellen Sie sie (timedatectl set-ntp true) und starten Sie den Dienst dann neu; geändert ist nichts.'
const OR_RIGHT = 'Geht sie richtig, weil sie vorher falsch vorging: rathaus-service clock --is-right'

/** What was done by a clock that was ahead was done by now at the latest; how many tasks. */
export async function takeBackFuture(db: Kysely<Schema>, clock: Clock): Promise<number> {
  const now = instantFromMs(clock.nowMs())
  const { numAffectedRows } = await sql`
    update maintenance set begun_at = least(begun_at, ${now}::timestamptz), ended_at = least(ended_at, ${now}::timestamptz)
    where begun_at > ${now} or ended_at > ${now}`.execute(db)
  return Number(numAffectedRows ?? 0)
}
