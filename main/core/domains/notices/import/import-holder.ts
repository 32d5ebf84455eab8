import type { ImportDraft } from '../../../../../shared/contract/notice-import.ts'
import { refuse, type Result } from '../../../../../shared/result.ts'
import type { WorkerThread } from '../../../cache/worker-thread.ts'
import { observable, type Observable } from '../../../observable.ts'
import type { Reading } from '../../../../../shared/domains/notices/import/table.ts'
import type { ImportRequest } from './import-request.ts'
import { LIMITS } from './limits.ts'

/** What belongs to a draft and no screen needs. */
export interface Work {
  /** Until they have gone to the thread. */
  bytes: Uint8Array | null
  readonly thread: WorkerThread<ImportRequest>
  /** Cells that were typed anew, by line and column. */
  readonly mended: Map<number, Map<number, string>>
  reading: Reading
  sha256: string
}

/** A draft that is still the one that was meant. */
export interface OpenDraft {
  readonly work: Work
  readonly draft: ImportDraft
}

/** The one table that is being made into a run, if any. */
export interface ImportHolder {
  readonly draft: Observable<ImportDraft | null>
  /** Null where another one, or none, is open by now. */
  open(id: string): OpenDraft | null
  isOpen(work: Work): boolean
  set(change: Partial<ImportDraft>): void
  start(work: Work, draft: ImportDraft): void
  end(): Promise<void>
}

/** Begins with what was kept, if anything. */
export function createHolder(kept: ImportDraft | null): ImportHolder {
  const draft = observable<ImportDraft | null>(kept)
  let work: Work | null = null
  return {
    draft,
    open: id => (work && draft.value?.id === id ? { work, draft: draft.value } : null),
    isOpen: one => one === work,
    set: change => draft.set(draft.value && { ...draft.value, ...change }),
    start: (begun, first) => {
      work = begun
      draft.set(first)
    },
    end: async () => {
      const before = work
      work = null
      draft.set(null)
      await before?.thread.close()
    },
  }
}

/** Done, with nothing to tell. */
export type Done = Record<string, never>

export const gone = (): Result<never> => refuse('notices/import-gone')

/** Asks the thread of a draft; one that was closed meanwhile, or whose table does not fit into memory, gives a refusal. */
export async function askThread<Value>(holder: ImportHolder, work: Work, request: ImportRequest): Promise<Result<Value>> {
  try {
    return await work.thread.ask<Value>(request)
  } catch (error) {
    if (!holder.isOpen(work)) return gone()
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return refuse('notices/table-too-large', { most: LIMITS.bytes / 1024 / 1024 })
    throw error
  }
}
