import { VIEWS, type View } from '../../../../shared/contract/applications.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { ReaderQuery, ReaderRequest } from '../../cache/reader-request.ts'
import type { WorkerThread } from '../../cache/worker-thread.ts'
import { allOf, viewConditions, type Looking } from './condition.ts'

type Counts = Readonly<Record<View, number>>

/**
 * How many cases each view holds, own pending changes included. Counted in the reading thread: every view has its index, but
 * at a million rows walking it takes long enough to be felt. However often it is asked, one count runs and one waits.
 */
export function createCounter(reader: WorkerThread<ReaderRequest>, looking: () => Looking): () => Promise<Result<Counts>> {
  let running: Promise<unknown> | null = null
  let next: Promise<Result<Counts>> | null = null

  async function countNow(): Promise<Result<Counts>> {
    const asked = looking()
    const answer = await reader.ask<readonly number[]>({ kind: 'counts', queries: VIEWS.map(view => countQuery(view, asked)) })
    return answer.ok ? ok(Object.fromEntries(VIEWS.map((view, index) => [view, answer.value[index] ?? 0])) as Counts) : answer
  }

  function start(): Promise<Result<Counts>> {
    next = null
    const count = countNow()
    const ended: Promise<void> = count.then(() => undefined, () => undefined).then(() => {
      if (running === ended) running = null
    })
    running = ended
    return count
  }

  return () => {
    if (!running) return start()
    // What is running may not have seen the latest change.
    next ??= running.then(start)
    return next
  }
}

function countQuery(view: View, looking: Looking): ReaderQuery {
  const { sql, overlaySql, values } = allOf(viewConditions(view, looking))
  const base = view === 'all' ? 'SELECT total FROM application_total' : `SELECT count(*) FROM applications WHERE ${sql}`
  return {
    sql: `SELECT (${base})
       - (SELECT count(*) FROM applications WHERE id IN (SELECT id FROM applications_overlay) AND ${sql})
       + (SELECT count(*) FROM applications_overlay WHERE ${overlaySql})`,
    values: [...(view === 'all' ? [] : values), ...values, ...values],
  }
}
