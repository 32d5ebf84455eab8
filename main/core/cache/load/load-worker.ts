import { workerData } from 'node:worker_threads'
import { unreachable } from '../../../../shared/result.ts'
import type { Database } from '../database.ts'
import { turnIn } from '../turn.ts'
import { serve, type WorkerStart } from '../worker-side.ts'
import { writeLoaded, type LoadedRows } from './bulk-load.ts'
import type { FinishEnd, LoadRequest } from './load-request.ts'
import { dropSpent } from './spent.ts'
import { dropLoad, prepareSwap, swap, type LoadedScope } from './swap.ts'

const LONGEST_PAUSE_MS = 30
/** After giving way so often, a swap is carried through: it must come to an end, and a command then waits for it once. */
const MOST_GIVEN_WAY = 200
const QUIET_MS = 20
const LONGEST_QUIET_MS = 500

const turn = turnIn((workerData as WorkerStart).turn ?? new SharedArrayBuffer(8))

serve<LoadRequest>('loader', (db, request) => {
  switch (request.kind) {
    case 'write':
      return write(db, request.batches)
    case 'finish':
      return finish(db, request.scopes)
    case 'drop':
      while (dropSpent(db)) turn.rest(1)
      return dropLoad(db)
    case 'close':
      db.close()
      return null
    default:
      return unreachable(request)
  }
})

/** Why rows could not be written; null as long as all were. */
let gap: { readonly reason: unknown } | null = null

/**
 * Rows come one after another, and the mark of the last ones says that all before them are here. Once some could not be written,
 * those already on their way behind them are not written either: the next load goes on where this one stopped.
 */
function write(db: Database, batches: readonly LoadedRows[]): null {
  if (gap) throw gap.reason
  try {
    for (const batch of batches) politely(db, () => writeLoaded(db, batch))
    return null
  } catch (reason) {
    gap = { reason }
    throw reason
  }
}

function finish(db: Database, scopes: readonly LoadedScope[]): FinishEnd {
  const steps = prepareSwap(db)
  for (let isDone = false; !isDone; ) {
    if (turn.isEnding()) return 'interrupted'
    politely(db, () => { isDone = steps.next().done === true })
  }
  for (let times = 0; !swapUnlessWanted(db, scopes, times < MOST_GIVEN_WAY); times++) {
    if (turn.isEnding()) return 'interrupted'
    turn.giveWay(Math.min(QUIET_MS * (times + 1), LONGEST_QUIET_MS))
  }
  db.pragma('wal_checkpoint(PASSIVE)')
  for (let isLeft = true; isLeft && !turn.isEnding(); ) politely(db, () => { isLeft = dropSpent(db) })
  return 'done'
}

/** Ends a transaction that somebody else wants the file from. */
class GivesWay extends Error {}

/** The swap, all at once or not at all: false when it was undone because somebody wants to write, or the desk closes. */
function swapUnlessWanted(db: Database, scopes: readonly LoadedScope[], givesWay: boolean): boolean {
  try {
    db.transaction(() => {
      const steps = swap(db, scopes)
      while (steps.next().done !== true) if (turn.isEnding() || (givesWay && turn.isWanted())) throw new GivesWay()
    }).immediate()
    return true
  } catch (error) {
    if (error instanceof GivesWay) return false
    throw error
  }
}

/**
 * Holds the write lock for one step. Where a person is already at work, the thread then stays away as long as it held
 * the lock: SQLite waits by trying again, and a lock taken back at once would keep the person's own command out.
 */
function politely(db: Database, step: () => void): void {
  const start = performance.now()
  step()
  const isInUse = (db.prepare('SELECT total FROM application_total').pluck().get() as number) > 0
  const pauseMs = isInUse ? Math.min(performance.now() - start, LONGEST_PAUSE_MS) : 0
  if (pauseMs > 0) turn.rest(pauseMs)
}
