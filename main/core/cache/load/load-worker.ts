import { unreachable } from '../../../../shared/result.ts'
import type { Database } from '../database.ts'
import { serve } from '../worker-side.ts'
import { writeLoaded } from './bulk-load.ts'
import type { LoadRequest } from './load-request.ts'
import { dropLoad, prepareSwap, swap } from './swap.ts'

const LONGEST_PAUSE_MS = 30

serve<LoadRequest>('loader', (db, request, notify) => {
  switch (request.kind) {
    case 'write':
      for (const batch of request.batches) politely(db, () => writeLoaded(db, batch))
      return null
    case 'finish':
      finish(db, request.scopes, notify)
      return null
    case 'drop':
      return dropLoad(db)
    case 'close':
      db.close()
      return null
    default:
      return unreachable(request)
  }
})

function finish(db: Database, scopes: Parameters<typeof swap>[1], notify: (notice: unknown) => void): void {
  const steps = prepareSwap(db)
  let isDone = false
  while (!isDone) politely(db, () => { isDone = steps.next().done === true })
  notify('swapping')
  swap(db, scopes)
  db.pragma('wal_checkpoint(PASSIVE)')
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
  if (pauseMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
}
