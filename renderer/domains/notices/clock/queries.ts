import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import type { SearchHit } from '../../../../shared/contract/applications.ts'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import type { NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** Notices that went out, of a run or of all; undefined until they have been read. */
export function useFinality(runId: NoticeRunId | null): readonly FinalityRow[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.noticeClock.finality.queryOptions({ input: { runId } })).data?.rows
}

/** The laws that hold in the town; undefined until they have been read. */
export function useLaws(): readonly NoticeRuleSet[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.noticeClock.laws.queryOptions()).data?.laws
}

const LEAST_LETTERS = 2
const MOST_HITS = 6

/** Cases in which these words stand. */
export function useCases(text: string): { readonly hits: readonly z.infer<typeof SearchHit>[]; readonly isSearching: boolean; readonly isTooShort: boolean } {
  const { queries } = useCore()
  const words = text.trim()
  const isTooShort = words.length < LEAST_LETTERS
  const { data, isFetching } = useQuery({ ...queries.applications.search.queryOptions({ input: isTooShort ? skipToken : { text: words, limit: MOST_HITS } }), placeholderData: keepPreviousData, gcTime: 5_000 })
  return { hits: isTooShort ? [] : (data?.hits ?? []), isSearching: isFetching, isTooShort }
}
