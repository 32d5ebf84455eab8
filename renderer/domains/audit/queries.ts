import { useQuery } from '@tanstack/react-query'
import { grantsFor, type Role } from '../../../shared/actor.ts'
import type { AuditEntry, AuditEntryDetail, AuditExport, AuditQuery, AuditState } from '../../../shared/wire/audit.ts'
import type { ProtectionOverview } from '../../../shared/wire/protection.ts'
import { useCore, usePerson } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'

/** Each search is written down: it is asked when somebody asks, and not because a window comes to the front again. */
const WHEN_ASKED = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
const STATE_EVERY_MS = 5 * 60_000
const WHILE_VERIFYING_MS = 2_000

export interface Renewable<Value> {
  readonly answer: Answer<Value>
  readonly renew: () => void
}

export function useAuditSearch(query: AuditQuery): Answer<{ readonly entries: readonly AuditEntry[]; readonly more: boolean }> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.audit.search.queryOptions({ ...WHEN_ASKED, input: query })))
}

export function useAuditEntry(position: number): Answer<AuditEntryDetail> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.audit.entry.queryOptions({ ...WHEN_ASKED, input: { position } })))
}

/** How the log stands; asked again now and then, and often while it is being verified. Nobody else asks at all. */
export function useAuditState(): Renewable<AuditState> {
  const { queries } = useCore()
  const query = useQuery(queries.audit.state.queryOptions({
    staleTime: 0, enabled: useMayRead(),
    refetchInterval: ({ state: { data } }) => (data?.ok && data.value.verification?.state === 'running' ? WHILE_VERIFYING_MS : STATE_EVERY_MS),
  }))
  return { answer: answerOf(query), renew: () => void query.refetch() }
}

const READERS: readonly Role[] = ['administrator', 'data-protection-officer']
const useMayRead = (): boolean => grantsFor(usePerson(), READERS, undefined).length > 0

/** Reference numbers, names and the health part are for data protection alone. */
export const useIsProtector = (): boolean => grantsFor(usePerson(), ['data-protection-officer'], undefined).length > 0

export function useAuditExports(): Answer<{ readonly exports: readonly AuditExport[] }> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.audit.exports.queryOptions(WHEN_ASKED)))
}

export function useProtection(): Renewable<ProtectionOverview> {
  const { queries } = useCore()
  const query = useQuery(queries.protection.overview.queryOptions({ staleTime: 0, gcTime: 0 }))
  return { answer: answerOf(query), renew: () => void query.refetch() }
}
