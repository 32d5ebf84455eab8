import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../shared/time.ts'
import { factsOfError, type Log } from '../log.ts'
import type { Schema } from '../store/schema.ts'
import { TASKS, type Task, type TaskName } from './tasks.ts'

export interface MaintenanceParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
  readonly tasks?: readonly Task[]
}

/** What has to be done regularly, inside the service: nobody has to remember it, and two services do it once. */
export interface Maintenance {
  start(): void
  /** Ends after the task in hand. */
  stop(): Promise<void>
  /** Does what is due now and says what that was. */
  runDue(): Promise<readonly TaskName[]>
}

/** The first look waits until the desks have connected that waited for the service. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 10 * 60_000

const HOUR_MS = 3_600_000
/** A task that began and never ended was cut off by the end of its process. */
const GIVEN_UP_AFTER_HOURS = 6

export function createMaintenance(parts: MaintenanceParts): Maintenance {
  const { tasks = TASKS } = parts
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function runDue(): Promise<readonly TaskName[]> {
    const done: TaskName[] = []
    for (const task of tasks) if (!isStopped && (await runIfDue(parts, task))) done.push(task.name)
    return done
  }

  function lookAfter(ms: number): void {
    timer = setTimeout(() => {
      running = runDue()
        .catch((error: unknown) => parts.log.error('maintenance.failed', factsOfError(error)))
        .finally(() => {
          if (!isStopped) lookAfter(LOOK_EVERY_MS)
        })
    }, ms).unref()
  }

  return {
    start: () => lookAfter(FIRST_LOOK_MS),
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
    runDue,
  }
}

async function runIfDue(parts: MaintenanceParts, task: Task): Promise<boolean> {
  const { db, townId, clock, log } = parts
  const nowMs = clock.nowMs()
  if (!(await claim(parts, task, nowMs))) return false
  try {
    const outcome = await task.run(db, townId, instantFromMs(nowMs))
    await end(parts, task, outcome)
    // The line leaves the house with the log: a chain rewritten later, head and all, differs from it.
    if (outcome.startsWith('tampered')) log.error('maintenance.audit-tampered', { kind: task.name, reason: outcome })
    else log.info('maintenance.done', { kind: task.name, reason: outcome, durationMs: clock.nowMs() - nowMs })
  } catch (error) {
    await end(parts, task, null).catch(() => undefined)
    log.error('maintenance.task-failed', { kind: task.name, ...factsOfError(error) })
  }
  return true
}

/** Whether this service is the one to do it now. What began in the future was begun by a clock that is right again since. */
async function claim({ db, townId }: MaintenanceParts, task: Task, nowMs: number): Promise<boolean> {
  const now = instantFromMs(nowMs)
  const since = (hours: number): Instant => instantFromMs(nowMs - hours * HOUR_MS)
  const dueBefore = since(task.isNightly && !isNight(nowMs) ? task.everyHours + 24 : task.everyHours - 1)
  const { rows } = await sql`
    insert into maintenance (town_id, task, begun_at) values (${townId}, ${task.name}, ${now})
    on conflict (town_id, task) do update set begun_at = excluded.begun_at, ended_at = null
    where maintenance.begun_at < ${dueBefore} or maintenance.begun_at > ${instantFromMs(nowMs + HOUR_MS)}
      or (maintenance.ended_at is null and maintenance.begun_at < ${since(GIVEN_UP_AFTER_HOURS)})
    returning task`.execute(db)
  return rows.length > 0
}

const hourInGermany = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' })
const isNight = (nowMs: number): boolean => [1, 2, 3, 4].includes(Number(hourInGermany.format(nowMs)))

async function end({ db, townId, clock }: MaintenanceParts, task: Task, outcome: string | null): Promise<void> {
  await db
    .updateTable('maintenance')
    .set({ ended_at: instantFromMs(clock.nowMs()), outcome })
    .where('town_id', '=', townId)
    .where('task', '=', task.name)
    .execute()
}

/** How a task ended last. */
export interface LastTime {
  readonly task: string
  readonly endedAt: Instant
  /** Null when it failed. */
  readonly outcome: string | null
}

export async function lastTimes(db: Kysely<Schema>, townId: TownId): Promise<readonly LastTime[]> {
  const rows = await db.selectFrom('maintenance').selectAll().where('town_id', '=', townId).orderBy('task').execute()
  return rows.flatMap(({ task, ended_at: endedAt, outcome }) => (endedAt ? [{ task, endedAt, outcome }] : []))
}

/** For how long ago something was, in whole seconds. */
export const secondsSince = (then: Instant, nowMs: number): number => Math.max(0, Math.round((nowMs - msOf(then)) / 1000))
