import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { TableName } from '../../shared/tables.ts'
import { feedChecksum, type FeedEntry, type FeedReply } from '../../shared/wire/feed.ts'
import type { Access } from './access.ts'
import type { Schema } from './schema.ts'

/** A feed reply without the one part that differs from person to person. */
export type SharedFeedReply = Omit<FeedReply, 'scopeEpoch'>

/** Everything of one scope after a position: at most about `limit` entries, whole transactions only. */
export interface FeedQuery {
  readonly scope: string
  readonly after: number
  readonly limit: number
}

/** What an actor's desk pulls. */
export async function readFeed(db: Kysely<Schema>, access: Access, query: FeedQuery): Promise<Result<FeedReply>> {
  const scopeEpoch = access.scopes.get(query.scope)
  if (scopeEpoch === undefined) return refuse('sync/scope-forbidden')
  const shared = await readSharedFeed(db, access.actor.townId, query)
  return shared.ok ? ok({ ...shared.value, scopeEpoch }) : shared
}

/**
 * The same for everybody in the scope, read once: the caller hands it to actors who have the scope and to nobody else.
 * Refused when the feed no longer reaches back to `after`, or does not yet reach it (an older backup was restored).
 */
export async function readSharedFeed(
  db: Kysely<Schema>,
  townId: TownId,
  query: FeedQuery,
): Promise<Result<SharedFeedReply>> {
  const page = await readRows(db, townId, query)
  if (query.after < page.prunedTo || query.after > page.head) return refuse('sync/cursor-too-old')
  const { rows, upTo } = await wholeTransactions(db, townId, query, page)
  const entries = rows.map(entryOf)
  return ok({
    scope: query.scope,
    datasetEpoch: page.datasetEpoch,
    after: query.after,
    upTo,
    entries,
    count: entries.length,
    checksum: feedChecksum(entries),
    more: upTo < page.head,
  })
}

interface FeedRow {
  readonly position: number
  readonly op: FeedEntry['op']
  readonly table_name: TableName
  readonly record_id: string
  readonly row: string | null
}

interface Page {
  readonly head: number
  readonly prunedTo: number
  readonly datasetEpoch: string
  /** One more than asked for, if there is one. */
  readonly rows: readonly FeedRow[]
}

/** Head, retention and rows as of one moment: one statement, so nothing can come or go in between. */
async function readRows(db: Kysely<Schema>, townId: TownId, { scope, after, limit }: FeedQuery): Promise<Page> {
  const { rows } = await sql<FeedRow & { head: number; pruned_to: number; epoch: string }>`
    select head.position as head, head.feed_pruned_to as pruned_to, dataset.epoch,
      feed.position, feed.op, feed.table_name, feed.record_id, feed.row
    from town_heads head cross join dataset
    left join lateral (
      select * from feed where town_id = ${townId} and scope = ${scope} and position > ${after}
      order by position, ordinal limit ${limit + 1}
    ) feed on true
    where head.town_id = ${townId}
    order by feed.position, feed.ordinal`.execute(db)
  const [first] = rows
  if (!first) throw new Error(`town ${townId} has no head row`)
  const found = rows.filter(row => row.op !== null)
  return { head: first.head, prunedTo: first.pruned_to, datasetEpoch: first.epoch, rows: found }
}

/** Cuts a page that is full before the transaction it could not hold; one too large for any page comes whole. */
async function wholeTransactions(
  db: Kysely<Schema>,
  townId: TownId,
  { scope, limit }: FeedQuery,
  { rows, head }: Page,
): Promise<{ readonly rows: readonly FeedRow[]; readonly upTo: number }> {
  const cut = rows[limit]
  if (!cut) return { rows, upTo: head }
  const whole = rows.filter(row => row.position < cut.position)
  if (whole.length > 0) return { rows: whole, upTo: cut.position - 1 }
  const large = await db
    .selectFrom('feed')
    .select(['position', 'op', 'table_name', 'record_id', 'row'])
    .where('town_id', '=', townId)
    .where('scope', '=', scope)
    .where('position', '=', cut.position)
    .orderBy('ordinal')
    .execute()
  return { rows: large, upTo: cut.position }
}

function entryOf({ position, op, table_name: table, record_id: id, row }: FeedRow): FeedEntry {
  if (op !== 'put') return { op, position, table, id }
  return { op, position, table, id, row: { ...(JSON.parse(row ?? '{}') as JsonObject), version: position } }
}

/** The newest position of a town. */
export async function headOf(db: Kysely<Schema>, townId: TownId): Promise<number> {
  const head = await db.selectFrom('town_heads').select('position').where('town_id', '=', townId).executeTakeFirst()
  return head?.position ?? 0
}

/** The scopes with a change in `(after, upTo]`. */
export async function changedScopes(db: Kysely<Schema>, townId: TownId, after: number, upTo: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('feed')
    .select('scope')
    .distinct()
    .where('town_id', '=', townId)
    .where('position', '>', after)
    .where('position', '<=', upTo)
    .execute()
  return rows.map(({ scope }) => scope)
}
