import { ok, type Result } from '../../../../shared/result.ts'
import { listMeta } from '../meta.ts'
import type { Cache } from '../open.ts'
import { askToEnd, turnMemory } from '../turn.ts'
import { startWorker, type WorkerThread } from '../worker-thread.ts'
import { MARK_PREFIX, type LoadedRows } from './bulk-load.ts'
import type { FinishEnd, LoadRequest } from './load-request.ts'
import type { LoadedScope } from './swap.ts'

const ROWS_PER_WRITE = 2_000
const MOST_WAITING_ROWS = 8_000

/**
 * A first load or reload: rows go into fresh tables that nobody sees, in a thread of its own, and replace the old ones in
 * one transaction at the end. What was appended survives a restart; `marks` says where to go on.
 */
export interface Load {
  readonly marks: ReadonlyMap<string, string>
  /** Takes rows over; resolves as soon as more may come. */
  append(rows: LoadedRows): Promise<Result<null>>
  /**
   * Builds indexes and search, then swaps everything in. Rows of these scopes that were not loaded are gone then. Ends
   * early with the signal, by its reason; the next load goes on from there.
   */
  finish(scopes: readonly LoadedScope[], signal?: AbortSignal): Promise<Result<null>>
  /** Forgets everything appended. */
  drop(): Promise<Result<null>>
  close(): Promise<void>
}

export function beginLoad(cache: Cache, onProgress: (writtenRows: number) => void = () => undefined): Load {
  const worker = startWorker<LoadRequest>('load/load-worker', { file: cache.file, key: cache.key, turn: turnMemory(cache.db) })
  const writer = createWriter(worker, onProgress)
  const marks = new Map(listMeta(cache.db, MARK_PREFIX).map(({ key, value }) => [key.slice(MARK_PREFIX.length), value]))
  return {
    marks,
    append: rows => writer.append(rows),
    finish: async (scopes, signal) => {
      const flushed = await writer.flush()
      return flushed.ok ? finish(cache, worker, scopes, signal) : flushed
    },
    drop: async () => {
      await writer.flush()
      return worker.ask({ kind: 'drop' })
    },
    close: async () => {
      try {
        await writer.flush()
        await worker.ask({ kind: 'close' })
      } finally {
        await worker.close()
      }
    },
  }
}

async function finish({ db }: Cache, worker: WorkerThread<LoadRequest>, scopes: readonly LoadedScope[], signal?: AbortSignal): Promise<Result<null>> {
  signal?.throwIfAborted()
  const end = (): void => askToEnd(db, true)
  signal?.addEventListener('abort', end)
  try {
    const finished = await worker.ask<FinishEnd>({ kind: 'finish', scopes })
    if (!finished.ok) return finished
    if (finished.value === 'interrupted') signal?.throwIfAborted()
    return ok(null)
  } finally {
    signal?.removeEventListener('abort', end)
    askToEnd(db, false)
  }
}

/** Gathers rows into writes of some size and keeps the queue to the worker short. */
function createWriter(worker: WorkerThread<LoadRequest>, onProgress: (writtenRows: number) => void) {
  let gathered: LoadedRows[] = []
  let gatheredRows = 0
  let waitingRows = 0
  let writtenRows = 0
  let last: Promise<Result<null>> = Promise.resolve(ok(null))

  async function write(batches: readonly LoadedRows[], rows: number): Promise<Result<null>> {
    const previous = last
    const asked = worker.ask<null>({ kind: 'write', batches })
    // When the write before failed too, nobody asks about this one.
    asked.catch(() => undefined)
    const before = await previous
    const result = await asked
    waitingRows -= rows
    if (result.ok) onProgress((writtenRows += rows))
    return before.ok ? result : before
  }

  function post(): void {
    const rows = gatheredRows
    waitingRows += rows
    last = write(joined(gathered), rows)
    // Told to whoever appends or finishes next.
    last.catch(() => undefined)
    gathered = []
    gatheredRows = 0
  }

  return {
    append: async (rows: LoadedRows): Promise<Result<null>> => {
      gathered.push(rows)
      gatheredRows += rows.rows.length
      if (gatheredRows >= ROWS_PER_WRITE) post()
      return waitingRows > MOST_WAITING_ROWS ? last : ok(null)
    },
    flush: (): Promise<Result<null>> => {
      if (gathered.length > 0) post()
      return last
    },
  }
}

/** Neighbouring rows of one table and one snapshot are one transaction. */
function joined(batches: readonly LoadedRows[]): readonly LoadedRows[] {
  const result: LoadedRows[] = []
  for (const batch of batches) {
    const before = result.at(-1)
    const fits = before?.table === batch.table && before.mark.name === batch.mark.name && before.fields.join() === batch.fields.join()
    if (before && fits) result.splice(-1, 1, { ...batch, rows: before.rows.concat(batch.rows) })
    else result.push(batch)
  }
  return result
}
