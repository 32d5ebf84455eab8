import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { BulkCommand, BulkResult, BulkRow, BulkRun, BulkTarget } from '../../../../shared/contract/bulk.ts'
import type { Json } from '../../../../shared/json.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

/** Begins work on many cases; answers with the refusal, if there was one. */
export function useBulkStart(): (command: BulkCommand, input: Readonly<Record<string, Json>>, target: BulkTarget) => Promise<RefusalShown | undefined> {
  const { client } = useCore()
  return useCallback(async (command, input, target) => {
    try {
      const answer = await client.bulk.start({ command, input, target })
      return answer.ok ? undefined : answer.error
    } catch {
      return { code: 'request/unexpected' }
    }
  }, [client])
}

export function useSteering(id: string): (how: 'pause' | 'resume' | 'cancel' | 'forget') => void {
  const { client } = useCore()
  return how => void client.bulk.steer({ id, how })
}

export const doneCount = ({ counts }: BulkRun): number => counts.done + counts.refused + counts.skipped

/** What became of the cases so far; read anew whenever the counts have changed. */
export function useBulkResults(run: BulkRun, only: BulkResult | null, end: number): { readonly rows: readonly BulkRow[]; readonly total: number } {
  const { queries } = useCore()
  const options = queries.bulk.results.queryOptions({ input: { id: run.id, only, start: 0, end } })
  // Counts stand in the key: another count is another question.
  const { data } = useQuery({ ...options, queryKey: [...options.queryKey, run.counts], gcTime: 0, placeholderData: keepPreviousData })
  return data ?? { rows: [], total: 0 }
}

/** Every row of the result, for a file. */
export function useWholeResult(): (run: BulkRun) => Promise<readonly BulkRow[]> {
  const { client } = useCore()
  return async run => (await client.bulk.results({ id: run.id, only: null, start: 0, end: Math.max(1, run.total) })).rows
}
