import type { Kysely } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/** Stands among the recurring tasks of a town, although a program of its own does it. */
export const BACKUP_TASK = 'backup'
/** A backup that was restored beside the database, to prove it. */
export const REHEARSAL_TASK = 'rehearsal'

/** Tells the service how the last backup or rehearsal of its towns ended; null for badly. */
export async function noteOutcome(db: Kysely<Schema>, task: string, outcome: string | null, at: Instant): Promise<void> {
  for (const { id } of await db.selectFrom('towns').select('id').execute())
    await db.insertInto('maintenance').values({ town_id: id, task, begun_at: at, ended_at: at, outcome })
      .onConflict(conflict => conflict.columns(['town_id', 'task']).doUpdateSet({ begun_at: at, ended_at: at, outcome })).execute()
}
