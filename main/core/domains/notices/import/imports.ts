import type { ImportDraft, ShownRowProblem } from '../../../../../shared/contract/notice-import.ts'
import { remapped, remembered } from '../../../../../shared/domains/notices/import/mapping.ts'
import type { KindId } from '../../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId } from '../../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../../shared/result.ts'
import type { Cache } from '../../../cache/open.ts'
import { startWorker, THREAD_MEMORY } from '../../../cache/worker-thread.ts'
import type { Observable } from '../../../observable.ts'
import type { Sync } from '../../../sync/sync.ts'
import { askThread, createHolder, gone, type Done, type ImportHolder } from './import-holder.ts'
import type { ImportRequest, NoticesAnswer, ProblemsAnswer } from './import-request.ts'
import { changeDraft, readDraft } from './judge-draft.ts'
import { LIMITS } from './limits.ts'
import { storeRun } from './store-run.ts'

export interface ImportParts {
  readonly cache: Cache
  readonly newId: () => string
  readonly submitWhole: Sync['submitWhole']
}

/**
 * One table at a time on its way to a run. It is read and judged in a thread of its own; the screen may be closed and opened
 * meanwhile. Nothing of it is anybody else's matter before it is taken, and then all of it is.
 */
export interface Imports {
  readonly draft: Observable<ImportDraft | null>
  begin(file: { readonly fileName: string; readonly size: number; readonly kindId: KindId }): Result<{ readonly id: string }>
  append(id: string, start: number, content: Uint8Array): Result<{ readonly received: number }>
  read(id: string, sheet: string | null): Promise<Result<Done>>
  problems(id: string, query: { readonly only: 'errors' | 'hints'; readonly start: number; readonly end: number }): Promise<Result<{ readonly problems: ShownRowProblem[]; readonly total: number }>>
  setKind(id: string, kindId: KindId): Promise<Result<Done>>
  map(id: string, field: string, heading: string | null): Promise<Result<Done>>
  fix(id: string, field: string, value: string): Promise<Result<Done>>
  mend(id: string, line: number, column: number, text: string): Promise<Result<Done>>
  leaveOut(id: string, lines: readonly number[], isOut: boolean): Promise<Result<Done>>
  take(id: string, title: string): Promise<Result<{ readonly runId: NoticeRunId }>>
  drop(id: string): Promise<void>
  close(): Promise<void>
}

/** A table of 100,000 rows with what was found in it; measured: 600 MB at its peak. */
const MEMORY = { ...THREAD_MEMORY, maxOldGenerationSizeMb: 1_536 }

const EMPTY: Omit<ImportDraft, 'id' | 'kindId' | 'fileName' | 'size'> = {
  state: 'arriving', received: 0, refusal: null, table: null, mapping: {}, fixed: {}, missing: [], reckoning: null, found: {}, leftOut: [], turn: 0, runId: null,
}

export function createImports(parts: ImportParts): Imports {
  const holder = createHolder()
  return {
    draft: holder.draft,
    begin: file => begin(holder, parts, file),
    append: (id, start, content) => append(holder, id, start, content),
    read: (id, sheet) => readDraft(holder, parts.cache.db, id, sheet),
    problems: (id, query) => problems(holder, id, query),
    setKind: (id, kindId) => changeDraft(holder, id, () => ({ kindId })),
    map: (id, field, heading) => changeDraft(holder, id, (_, { mapping }) => ({ mapping: remapped(mapping, field, heading) })),
    fix: (id, field, value) => changeDraft(holder, id, (_, { fixed }) => ({ fixed: { ...fixed, [field]: value } })),
    mend: (id, line, column, text) => changeDraft(holder, id, ({ mended }) => {
      mended.set(line, new Map([...(mended.get(line) ?? []), [column, text]]))
      return {}
    }),
    leaveOut: (id, lines, isOut) => changeDraft(holder, id, (_, { leftOut }) => ({
      leftOut: isOut ? [...new Set([...leftOut, ...lines])].toSorted((one, other) => one - other) : leftOut.filter(line => !lines.includes(line)),
    })),
    take: (id, title) => take(holder, parts, id, title),
    drop: async id => { if (holder.open(id)) await holder.end() },
    close: holder.end,
  }
}

function begin(holder: ImportHolder, { cache, newId }: ImportParts, { fileName, size, kindId }: Parameters<Imports['begin']>[0]): Result<{ readonly id: string }> {
  if (size > LIMITS.bytes) return refuse('notices/table-too-large', { most: LIMITS.bytes / 1024 / 1024 })
  void holder.end()
  const id = newId()
  const thread = startWorker<ImportRequest>('../domains/notices/import/notice-import-worker', { file: cache.file, key: cache.key }, MEMORY)
  holder.start({ bytes: new Uint8Array(size), thread, mended: new Map(), sha256: '' }, { ...EMPTY, id, kindId, fileName, size })
  return ok({ id })
}

function append(holder: ImportHolder, id: string, start: number, content: Uint8Array): Result<{ readonly received: number }> {
  const current = holder.open(id)
  if (!current || current.draft.state !== 'arriving' || start !== current.draft.received || start + content.length > current.draft.size) return gone()
  current.work.bytes.set(content, start)
  const received = start + content.length
  holder.set({ received })
  return ok({ received })
}

async function problems(holder: ImportHolder, id: string, query: Parameters<Imports['problems']>[1]): ReturnType<Imports['problems']> {
  const current = holder.open(id)
  if (!current) return gone()
  const answer = await askThread<ProblemsAnswer>(holder, current.work, { kind: 'problems', ...query })
  return answer.ok ? ok({ problems: [...answer.value.problems], total: answer.value.total }) : answer
}

async function take(holder: ImportHolder, { submitWhole }: ImportParts, id: string, title: string): ReturnType<Imports['take']> {
  const current = holder.open(id)
  if (!current || current.draft.state !== 'open' || !current.draft.reckoning) return gone()
  const { kindId, fileName, mapping, fixed, reckoning: { faultyRows, letters, cents } } = current.draft
  if (faultyRows > 0) return refuse('notices/import-unfinished', { count: faultyRows })
  holder.set({ state: 'taking' })
  const notices = await askThread<NoticesAnswer>(holder, current.work, { kind: 'notices' })
  const run = { kindId, title, source: { fileName, sha256: current.work.sha256 }, expected: { count: letters, totalCents: cents }, mapping, forAll: remembered(fixed) }
  const taken = notices.ok ? storeRun(submitWhole, run, notices.value) : notices
  holder.set(taken.ok ? { state: 'taken', runId: taken.value.runId } : { state: 'open' })
  return taken
}
