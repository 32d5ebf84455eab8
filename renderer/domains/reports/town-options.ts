import { keepPreviousData, queryOptions, type QueryKey } from '@tanstack/react-query'
import type { Period } from '../../../shared/domains/reports/periods.ts'

/** A report stays as it was told: it says as of when, and is worked out anew when it is a minute old or asked for. */
export const STANDS_MS = 60_000

/**
 * The question for the town's figures. The figures before stay until the new ones are there, so an answer carries the
 * days it is about: those asked for now may be others.
 */
export const townOptions = <Answer>(queryKey: QueryKey, period: Period, ask: (period: Period, how: { readonly signal: AbortSignal }) => Promise<Answer>) =>
  queryOptions({
    queryKey, staleTime: STANDS_MS, gcTime: STANDS_MS, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => ({ period, answer: await ask(period, { signal }) }),
  })
