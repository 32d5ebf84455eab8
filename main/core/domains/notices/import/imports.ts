import type { ImportDraft, ShownRowProblem } from '../../../../../shared/contract/notice-import.ts'
import { remapped, remembered } from '../../../../../shared/domains/notices/import/mapping.ts'
import { AS_FOUND, type Reading } from '../../../../../shared/domains/notices/import/table.ts'
import type { KindId } from '../../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId } from '../../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../../shared/result.ts'
import { instantFromMs, type Clock } from '../../../../../shared/time.ts'
import type { Database } from '../../../cache/database.ts'
import { attempt } from '../../../cache/failures.ts'
import type { Cache } from '../../../cache/open.ts'
import { transact } from '../../../cache/turn.ts'
import { startWorker, THREAD_MEMORY, type WorkerThread } from '../../../cache/worker-thread.ts'
import type { Observable } from '../../../observable.ts'
import type { Sync } from '../../../sync/sync.ts'
import { forgetImports, keptImport, packedFile } from './kept-import.ts'
import { askThread, createHolder, gone, type Done, type ImportHolder, type Work } from './import-holder.ts'
import type { ImportRequest, NoticesAnswer, ProblemsAnswer } from './import-request.ts'
import { changeDraft, readDraft, resumeDraft, turnedTo } from './judge-draft.ts'
import { LIMITS } from './limits.ts'
import { storeRun } from './store-run.ts'

export interface ImportParts {
  readonly cache: Cache
  readonly clock: Clock
  readonly newId: () => string
  readonly submitWhole: Sync['submitWhole']
}

/**
 * One table at a time on its way to a run. It is read and judged in a thread of its own; from then on it is kept, whatever becomes
 * of screen and desk, until it is a run, is dropped, or is too old. Nothing of it is anybody else's matter before it is taken, and then all of it is.
 */
export interface Imports {
  readonly draft: Observable<ImportDraft | null>
  begin(file: { readonly fileName: string; readonly size: number; readonly kindId: KindId | null }): Result<{ readonly id: string }>
  append(id: string, start: number, content: Uint8Array): Result<{ readonly received: number }>
  read(id: string, reading: Reading): Promise<Result<Done>>
  /** Goes on with what was kept when the desk was closed. */
  resume(id: string): Promise<Result<Done>>
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

const EMPTY: Omit<ImportDraft, 'id' | 'kindId' | 'fileName' | 'size' | 'begunAt'> = {
  state: 'arriving', received: 0, refusal: null, table: null, mapping: {}, fixed: {}, missing: [], reckoning: null, found: {}, leftOut: [], turn: 0, runId: null,
}

export function createImports(parts: ImportParts): Imports {
  const { db } = parts.cache
  const holder = createHolder(keptDraft(db, parts.clock))
  return {
    draft: holder.draft,
    begin: file => begin(holder, parts, file),
    append: (id, start, content) => append(holder, id, start, content),
    read: (id, reading) => readDraft(holder, db, id, reading),
    resume: id => resume(holder, parts, id),
    problems: (id, query) => problems(holder, id, query),
    setKind: (id, kindId) => changeDraft(holder, db, id, (_, draft) => turnedTo(db, draft, kindId)),
    map: (id, field, heading) => changeDraft(holder, db, id, (_, { mapping }) => ({ mapping: remapped(mapping, field, heading) })),
    fix: (id, field, value) => changeDraft(holder, db, id, (_, { fixed }) => ({ fixed: { ...fixed, [field]: value } })),
    mend: (id, line, column, text) => changeDraft(holder, db, id, ({ mended }) => {
      mended.set(line, new Map([...(mended.get(line) ?? []), [column, text]]))
      return {}
    }),
    leaveOut: (id, lines, isOut) => changeDraft(holder, db, id, (_, { leftOut }) => ({
      leftOut: isOut ? [...new Set([...leftOut, ...lines])].toSorted((one, other) => one - other) : leftOut.filter(line => !lines.includes(line)),
    })),
    take: (id, title) => take(holder, parts, id, title),
    drop: async id => {
      if (holder.draft.value?.id !== id) return
      attempt(() => transact(db, () => forgetImports(db)))
      await holder.end()
    },
    close: holder.end,
  }
}

/** What was begun before the desk was closed, to be gone on with. */
function keptDraft(db: Database, clock: Clock): ImportDraft | null {
  const kept = keptImport(db, clock.nowMs())
  if (!kept) return null
  const { id, begunAt, choices: { kindId, fileName, size } } = kept
  return { ...EMPTY, id, begunAt, kindId, fileName, size, received: size, state: 'kept' }
}

async function resume(holder: ImportHolder, { cache, clock }: ImportParts, id: string): Promise<Result<Done>> {
  const draft = holder.draft.value
  const kept = keptImport(cache.db, clock.nowMs())
  if (draft?.id !== id || draft.state !== 'kept' || kept?.id !== id) return gone()
  const { choices } = kept
  const mended = new Map<number, Map<number, string>>()
  for (const [line, column, text] of choices.mended) mended.set(line, new Map([...(mended.get(line) ?? []), [column, text]]))
  const work: Work = { bytes: null, thread: startThread(cache), mended, reading: choices.reading, sha256: '' }
  holder.start(work, draft)
  return resumeDraft(holder, work, packedFile(cache.db, id), choices)
}

const startThread = ({ file, key }: Cache): WorkerThread<ImportRequest> => startWorker<ImportRequest>('../domains/notices/import/notice-import-worker', { file, key }, MEMORY)

function begin(holder: ImportHolder, { cache, clock, newId }: ImportParts, { fileName, size, kindId }: Parameters<Imports['begin']>[0]): Result<{ readonly id: string }> {
  if (size > LIMITS.bytes) return refuse('notices/table-too-large', { most: LIMITS.bytes / 1024 / 1024 })
  void holder.end()
  const id = newId()
  holder.start({ bytes: new Uint8Array(size), thread: startThread(cache), mended: new Map(), reading: AS_FOUND, sha256: '' }, { ...EMPTY, id, kindId, fileName, size, begunAt: instantFromMs(clock.nowMs()) })
  return ok({ id })
}

function append(holder: ImportHolder, id: string, start: number, content: Uint8Array): Result<{ readonly received: number }> {
  const current = holder.open(id)
  if (!current || current.draft.state !== 'arriving' || start !== current.draft.received || start + content.length > current.draft.size) return gone()
  current.work.bytes?.set(content, start)
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

async function take(holder: ImportHolder, { cache, submitWhole }: ImportParts, id: string, title: string): ReturnType<Imports['take']> {
  const current = holder.open(id)
  if (!current || current.draft.state !== 'open' || !current.draft.reckoning) return gone()
  const { kindId, fileName, mapping, fixed, reckoning: { faultyRows, letters, cents } } = current.draft
  if (kindId === null) return refuse('notices/no-kind')
  if (faultyRows > 0) return refuse('notices/import-unfinished', { count: faultyRows })
  holder.set({ state: 'taking' })
  const notices = await askThread<NoticesAnswer>(holder, current.work, { kind: 'notices' })
  const run = { kindId, title, source: { fileName, sha256: current.work.sha256 }, expected: { count: letters, totalCents: cents }, mapping, forAll: remembered(fixed) }
  const taken = notices.ok ? storeRun(submitWhole, run, notices.value, () => forgetImports(cache.db)) : notices
  holder.set(taken.ok ? { state: 'taken', runId: taken.value.runId } : { state: 'open' })
  return taken
}
