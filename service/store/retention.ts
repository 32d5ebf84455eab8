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
  // Read first: while the head waits for somebody who commits, `position` would become one this reading has not seen.
  const { rows: seen } = await sql<{ old: number }>`
    select coalesce((select min(position) - 1 from feed where town_id = ${townId} and at >= ${before}), position) as old
    from town_heads where town_id = ${townId}`.execute(db)
  const { rows } = await sql<{ pruned_to: number }>`
    update town_heads set feed_pruned_to = greatest(feed_pruned_to, ${seen[0]?.old ?? 0})
    where town_id = ${townId} returning feed_pruned_to as pruned_to`.execute(db)
  const prunedTo = rows[0]?.pruned_to ?? 0
  // The mark stands first and alone: nobody who commits waits for the rows to go, and a break in between goes on next time.
  while ((await dropSome(db, townId, prunedTo)) === ROWS_AT_ONCE);
  return prunedTo
}

const ROWS_AT_ONCE = 2_000

async function dropSome(db: Kysely<Schema>, townId: TownId, prunedTo: number): Promise<number> {
  return db.transaction().execute(async trx => {
    await sql`select set_config('rathaus.pruning_feed', 'on', true)`.execute(trx)
    const { numAffectedRows } = await sql`
      delete from feed where town_id = ${townId} and (position, ordinal) in (
        select position, ordinal from feed where town_id = ${townId} and position <= ${prunedTo}
        order by position, ordinal limit ${ROWS_AT_ONCE})`.execute(trx)
    return Number(numAffectedRows ?? 0)
  })
}

/** Forgets answers given before `before`, and says how many; a command sent again after that would count as new. */
export async function pruneCommands(db: Kysely<Schema>, townId: TownId, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('commands').where('town_id', '=', townId).where('at', '<', before).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
