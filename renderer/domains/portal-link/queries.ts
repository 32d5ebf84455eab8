import { useQuery } from '@tanstack/react-query'
import type { Mapping, PortalLinkState } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'

/** What the service tells changes while one looks. */
const ASKED_EVERY_MS = 10_000

export interface Renewable<Value> {
  readonly answer: Answer<Value>
  readonly renew: () => void
}

export function usePortalLink(): Renewable<PortalLinkState> {
  const { queries } = useCore()
  const query = useQuery(queries.portalLink.state.queryOptions({ staleTime: 0, refetchInterval: ASKED_EVERY_MS }))
  return { answer: answerOf(query), renew: () => void query.refetch() }
}

export function useMappingById(id: string): Renewable<Mapping> {
  const { queries } = useCore()
  const query = useQuery(queries.portalLink.mapping.queryOptions({ input: { id }, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false }))
  return { answer: answerOf(query), renew: () => void query.refetch() }
}
