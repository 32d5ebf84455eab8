import { useQuery } from '@tanstack/react-query'
import type { PersonId } from '../../../shared/ids.ts'
import type { HeldCase } from '../../../shared/contract/people.ts'
import type { DuplicatePair, PersonFile, PersonRecord, PersonSummary } from '../../../shared/wire/people.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { asked, FRESH, type Asked } from './asked.ts'
import type { Renewable } from './queries.ts'

export const SHORTEST_SEARCH = 2

/** Citizens by whatever was typed; undefined while it is too short. */
export function useCitizens(search: string): Renewable<{ readonly people: readonly PersonSummary[]; readonly hasMore: boolean }> | undefined {
  const { queries } = useCore()
  const isLong = search.length >= SHORTEST_SEARCH
  const query = useQuery(queries.people.search.queryOptions({ ...FRESH, input: { search }, enabled: isLong }))
  return isLong ? { answer: asked(query), renew: () => void query.refetch() } : undefined
}

/** Asked once each time the file is opened: every asking is an access that is noted. */
export function usePersonFile(id: PersonId, reason: string | null): Renewable<PersonFile> {
  const { queries } = useCore()
  const query = useQuery({ ...queries.people.file.queryOptions({ input: { id, reason } }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false })
  return { answer: asked(query), renew: () => void query.refetch() }
}

export function useDuplicates(): Renewable<{ readonly pairs: readonly DuplicatePair[]; readonly hasMore: boolean }> {
  const { queries } = useCore()
  const query = useQuery(queries.people.duplicates.queryOptions(FRESH))
  return { answer: asked(query), renew: () => void query.refetch() }
}

/** What this desk has itself, for work without a connection. */
export function useHeldCases(of: { readonly personId: PersonId | null; readonly name: string }): readonly HeldCase[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.people.held.queryOptions({ input: of })).data?.cases
}

/** In whose file a record stands; undefined until the service has said so. */
export function usePersonOf(record: PersonRecord): Asked<{ readonly personId: PersonId | null; readonly preferredWay: PersonFile['preferredWay'] }> {
  const { queries } = useCore()
  return asked(useQuery(queries.people.of.queryOptions({ ...FRESH, input: record })))
}
