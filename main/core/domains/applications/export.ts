import type * as z from 'zod'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { ExportColumn, ExportFormat, ExportStep } from '../../../../shared/contract/bulk.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Cache } from '../../cache/open.ts'
import { startWorker, THREAD_MEMORY } from '../../cache/worker-thread.ts'
import { follow, observable } from '../../observable.ts'
import type { ExportNotice, ExportRequest } from './export-request.ts'

interface ExportParts {
  readonly cache: Cache
  readonly numbersOf: (query: ListQuery) => Promise<readonly number[]>
  /** Tells the audit log that so many rows leave the desk; without that none does. */
  readonly tell: (count: number) => Result<unknown>
}

interface ExportOrder {
  readonly query: ListQuery
  readonly format: ExportFormat
  readonly columns: readonly ExportColumn[]
}

type Step = z.infer<typeof ExportStep>

/** In base64 a part is a little longer; none holds up the page that puts them together. */
const PART_BYTES = 48 * 1024

/** A workbook of a hundred thousand rows is made whole in memory; measured: 450 MB at its peak. */
const MEMORY = { ...THREAD_MEMORY, maxOldGenerationSizeMb: 1_024 }

/**
 * All rows of a list as a file, built in a thread of its own. Whoever stops listening ends the thread and with it the work;
 * nothing is written to the disk here.
 */
export async function* exportList({ cache, numbersOf, tell }: ExportParts, { query, format, columns }: ExportOrder, signal?: AbortSignal): AsyncGenerator<Step, void> {
  const numbers = await numbersOf(query)
  const thread = startWorker<ExportRequest>('../domains/applications/export-worker', { file: cache.file, key: cache.key }, MEMORY)
  const over = new AbortController()
  const end = signal ? AbortSignal.any([signal, over.signal]) : over.signal
  const progress = observable(0)
  try {
    const built = thread.ask<Uint8Array>({ numbers, columns, format }, notice => progress.set((notice as ExportNotice).done))
    built.catch(() => undefined).finally(() => over.abort())
    for await (const done of follow(progress, end)) yield { kind: 'progress', done, total: numbers.length }
    if (signal?.aborted) return
    const file = await built
    const told = file.ok ? tell(numbers.length) : file
    if (!file.ok || !told.ok) {
      yield refusedStep(told)
      return
    }
    for (let at = 0; at < file.value.length; at += PART_BYTES)
      yield { kind: 'part', content: Buffer.from(file.value.subarray(at, at + PART_BYTES)).toString('base64') }
    yield { kind: 'done', rows: numbers.length }
  } finally {
    await thread.close()
  }
}

function refusedStep(result: Result<unknown>): Step {
  const { code, facts = {} } = result.ok ? { code: 'request/unexpected' as const } : result.error
  return { kind: 'refused', code, facts }
}
