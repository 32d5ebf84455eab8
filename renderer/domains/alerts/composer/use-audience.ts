import { useQuery } from '@tanstack/react-query'
import { canonicalJson } from '../../../../shared/canonical.ts'
import type { Audience, AudienceQuery } from '../../../../shared/wire/alerts.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'

/** Whom a message would reach, as the service last counted it. */
export interface KnownAudience {
  readonly audience: Audience
  /** When it was counted, by the clock of this desk. */
  readonly atMs: number
}

const FRESH_MS = 60_000
/** What was counted once is worth knowing for a day without a connection. */
const KEPT_MS = 24 * 3_600_000

/** Undefined: not known. Without a connection what was counted before for the same people stays, with its age. */
export function useKnownAudience(query: AudienceQuery): KnownAudience | undefined {
  const { client, clock } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  // Under a key of its own: a draft that is kept changes nobody's subscription, and must not have all counted anew.
  return useQuery({
    queryKey: ['alert-audience', canonicalJson(query)],
    queryFn: async (): Promise<KnownAudience> => {
      const answer = await client.alerts.audience(query)
      if (!answer.ok) throw new Error(answer.error.code)
      return { audience: answer.value, atMs: clock.nowMs() }
    },
    enabled: isOnline, staleTime: FRESH_MS, gcTime: KEPT_MS, refetchInterval: FRESH_MS,
  }).data
}
