import type { Kysely } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { LastTime } from '../maintenance/maintenance.ts'
import type { Schema } from '../store/schema.ts'

/** Stands among the recurring tasks of a town, although a program of its own does it. */
export const BACKUP_TASK = 'backup'
/** A backup that was restored beside the database, to prove it. */
export const REHEARSAL_TASK = 'rehearsal'

/** The database came out of a backup: `from <moment of the backup>`. */
export const RESTORED_TASK = 'restored'

/** Beside a task: that it failed last. When it ended well last stays known, however often it fails. */
const failureOf = (task: string): string => `${task}-failed`

/** Tells the service how the last backup or rehearsal of its towns ended; null for badly. */
export async function noteOutcome(db: Kysely<Schema>, task: string, outcome: string | null, at: Instant): Promise<void> {
  const row = { task: outcome === null ? failureOf(task) : task, begun_at: at, ended_at: at, outcome }
  for (const { id } of await db.selectFrom('towns').select('id').execute())
    await db.insertInto('maintenance').values({ town_id: id, ...row })
      .onConflict(conflict => conflict.columns(['town_id', 'task']).doUpdateSet({ begun_at: at, ended_at: at, outcome })).execute()
  if (outcome !== null) await db.deleteFrom('maintenance').where('task', '=', failureOf(task)).execute()
}

/** When a backup or a rehearsal ended well last; undefined for never. */
export const endedWell = (tasks: readonly LastTime[], task: string): LastTime | undefined => tasks.find(one => one.task === task && one.outcome !== null)

/** Whether it failed since. */
export const hasFailed = (tasks: readonly LastTime[], task: string): boolean => tasks.some(one => one.task === failureOf(task) || (one.task === task && one.outcome === null))

/** Whether a row is about a program of its own, and not about a task of the service. */
export const isOutcome = ({ task }: LastTime): boolean => [BACKUP_TASK, REHEARSAL_TASK].some(one => task === one || task === failureOf(one))
