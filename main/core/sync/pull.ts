import type { RecordRef } from '../../../shared/command.ts'
import type { Database } from '../cache/database.ts'
import { truncateLog } from '../cache/truncate-log.ts'
import { damaged, failureOf } from '../network/failures.ts'
import { isWhole, type FeedReplyRead } from '../network/feed-reply.ts'
import type { Network } from '../network/network.ts'
import { applyReply, type ApplyParts } from './apply-reply.ts'
import { heldScope } from './scopes.ts'

export interface PullParts extends ApplyParts {
  readonly db: Database
  readonly network: Network
  /** The life of the data this desk holds rows of. */
  readonly datasetEpoch: () => string | null
  readonly onRows: (records: readonly RecordRef[]) => void
}

/**
 * How a pull ended:
 *
 * - `current`: everything up to the head is in base
 * - `reload`: the scope has another epoch or the cursor is too old; the scope must be loaded anew
 * - `gone`: the person may not read the scope any more
 * - `restored`: the service lives in another dataset epoch
 * - `stopped`: the brake on mass deletes holds it
 */
export type PullEnd = 'current' | 'reload' | 'gone' | 'restored' | 'stopped'

/** Brings a scope up to the service's head, reply by reply, each with its position in one transaction. */
export async function pullScope(parts: PullParts, scope: string, signal?: AbortSignal): Promise<PullEnd> {
  let removed = 0
  for (;;) {
    const held = heldScope(parts.db, scope)
    if (!held) return 'reload'
    const reply = await ask(parts, scope, held.position, signal)
    if (typeof reply === 'string') return reply
    if (!isWhole(reply, scope) || reply.after !== held.position) throw damaged()
    const taken = take(parts, reply, removed)
    if (taken.end) return taken.end
    removed = taken.removed
    if (!reply.more) return 'current'
  }
}

async function ask({ network }: PullParts, scope: string, after: number, signal?: AbortSignal): Promise<FeedReplyRead | PullEnd> {
  try {
    return await network.pull(scope, after, signal)
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'sync/scope-forbidden') return 'gone'
    if (failure.code === 'sync/cursor-too-old') return 'reload'
    throw failure
  }
}

/**
 * Takes in a reply that came live. It saves the pull when it begins no later than where this desk stands; one from before
 * is passed over. Answers null when the scope has to be pulled.
 */
export function takeLive(parts: PullParts, reply: FeedReplyRead): PullEnd | null {
  const held = heldScope(parts.db, reply.scope)
  if (!held || !isWhole(reply, reply.scope) || reply.datasetEpoch !== parts.datasetEpoch()) return null
  if (reply.upTo <= held.position && reply.scopeEpoch === held.scopeEpoch) return 'current'
  if (reply.after > held.position || reply.more) return null
  return take(parts, reply, 0).end ?? 'current'
}

function take(parts: PullParts, reply: FeedReplyRead, removedBefore: number): { readonly end: PullEnd | null; readonly removed: number } {
  const removed = removedBefore
  if (reply.datasetEpoch !== parts.datasetEpoch()) return { end: 'restored', removed }
  if (reply.scopeEpoch !== heldScope(parts.db, reply.scope)?.scopeEpoch) return { end: 'reload', removed }
  const applied = applyReply(parts.db, parts, reply, removed)
  if (!applied.ok) {
    parts.log.error('sync.mass-delete-stopped', { scope: reply.scope, ...applied.error.facts })
    return { end: 'stopped', removed }
  }
  if (applied.value.touched.length > 0) parts.onRows(applied.value.touched)
  if (applied.value.removed > removed) truncateLog(parts.db)
  return { end: null, removed: applied.value.removed }
}
