import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from './schema.ts'

/** Longest time a desk may be away and still pull; after that it loads anew. */
export const FEED_KEPT_DAYS = 90

/** How long the answer to a command is remembered: longer than any desk may be away. */
export const COMMANDS_KEPT_DAYS = 120

/**
 * Takes feed rows out of a town that were written before `before`, up to the first one that was not. Desks whose
 * cursor lies before that are told to load anew. The position up to which rows are gone.
 */
export async function pruneFeed(db: Kysely<Schema>, townId: TownId, before: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<{ pruned_to: number }>`
      update town_heads set feed_pruned_to = greatest(feed_pruned_to, coalesce(
        (select min(position) - 1 from feed where town_id = ${townId} and at >= ${before}), position))
      where town_id = ${townId} returning feed_pruned_to as pruned_to`.execute(trx)
    const prunedTo = rows[0]?.pruned_to ?? 0
    await sql`select set_config('rathaus.pruning_feed', 'on', true)`.execute(trx)
    await trx.deleteFrom('feed').where('town_id', '=', townId).where('position', '<=', prunedTo).execute()
    return prunedTo
  })
}

/** Forgets answers given before `before`; a command sent again after that would count as new. */
export async function pruneCommands(db: Kysely<Schema>, townId: TownId, before: Instant): Promise<void> {
  await db.deleteFrom('commands').where('town_id', '=', townId).where('at', '<', before).execute()
}
