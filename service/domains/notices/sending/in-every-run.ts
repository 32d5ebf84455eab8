import type { NoticeRunId } from '../../../../shared/ids.ts'
import { PrintCentreFailed } from '../print-centre/failed.ts'

/** Does something for each run; how much it was. What fails in one keeps no other back, and is thrown after the last; who asks to be left alone is. */
export async function inEveryRun(runIds: readonly NoticeRunId[], work: (runId: NoticeRunId) => Promise<number>): Promise<number> {
  const failures: unknown[] = []
  let count = 0
  for (const runId of runIds) {
    try {
      count += await work(runId)
    } catch (error) {
      if (error instanceof PrintCentreFailed && error.retryAfterMs > 0) throw error
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return count
}
