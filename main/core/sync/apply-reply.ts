import type { RecordRef } from '../../../shared/command.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { isHealthScope } from '../../../shared/scope.ts'
import { isTableName, TABLE_NAMES } from '../../../shared/tables.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'
import { getBase } from '../cache/rows.ts'
import { transact } from '../cache/turn.ts'
import type { EntryRead, FeedReplyRead } from '../network/feed-reply.ts'
import { removeRow, storeRow } from './apply-row.ts'
import { acknowledgePulled } from './outbox.ts'
import { refreshOverlay, type OverlayParts } from './overlay.ts'
import { holdScope } from './scopes.ts'

export interface ApplyParts extends OverlayParts {
  readonly clock: Clock
}

/** More than so many rows, and more than this share of the scope, do not vanish without a new epoch. */
const MOST_REMOVED = 500
const MOST_REMOVED_SHARE = 0.2

/**
 * Puts a feed reply into base, together with the new position of its scope, and derives the overlay anew: one transaction.
 * `alreadyRemoved` counts what earlier replies of the same pull took away, for the brake on mass deletes.
 */
export function applyReply(
  db: Database,
  parts: ApplyParts,
  reply: FeedReplyRead,
  alreadyRemoved: number,
): Result<{ readonly touched: readonly RecordRef[]; readonly removed: number }> {
  const { scope, upTo: position, scopeEpoch } = reply
  const removed = alreadyRemoved + countRemoved(db, scope, reply.entries)
  if (isMassDelete(db, scope, removed, alreadyRemoved)) return refuse('sync/mass-delete-stopped', { count: removed })
  const touched = transact(db, () => {
    const records = reply.entries.flatMap(entry => (entry.op === 'put' ? storeRow(db, entry) : removeRow(db, scope, entry)))
    holdScope(db, { scope, position, scopeEpoch })
    const confirmed = acknowledgePulled(db, instantFromMs(parts.clock.nowMs()))
    return refreshOverlay(db, parts, [...records, ...confirmed])
  })
  return ok({ touched, removed })
}

/** Health data leave desks for the archive by the hundred, whenever a session has been over for long enough: that is no mass delete. */
const countRemoved = (db: Database, scope: string, entries: readonly EntryRead[]): number =>
  entries.filter(({ op, table, id }) => (op === 'deleted' || (op === 'left' && !isHealthScope(scope))) && isTableName(table) && getBase(db, table, id)?.scope === scope).length

function isMassDelete(db: Database, scope: string, removed: number, alreadyRemoved: number): boolean {
  if (removed <= MOST_REMOVED) return false
  const held = TABLE_NAMES.map(table => statement(db, `SELECT count(*) FROM ${table} WHERE scope = ?`).pluck().get(scope) as number)
  const total = held.reduce((sum, count) => sum + count, alreadyRemoved)
  return removed > total * MOST_REMOVED_SHARE
}
