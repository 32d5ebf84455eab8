import type { ImportDraft } from '../../../../../shared/contract/notice-import.ts'
import { refuse, type Result } from '../../../../../shared/result.ts'
import type { WorkerThread } from '../../../cache/worker-thread.ts'
import { observable, type Observable } from '../../../observable.ts'
import type { ImportRequest } from './import-request.ts'

/** What belongs to a draft and no screen needs. */
export interface Work {
  readonly bytes: Uint8Array
  readonly thread: WorkerThread<ImportRequest>
  /** Cells that were typed anew, by line and column. */
  readonly mended: Map<number, Map<number, string>>
  sha256: string
  /** Each change has a number; the answer to an older one is not shown any more. */
  turn: number
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

export function createHolder(): ImportHolder {
  const draft = observable<ImportDraft | null>(null)
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
