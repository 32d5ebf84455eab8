import { useQuery } from '@tanstack/react-query'
import type { WarningSources } from '../../../../shared/wire/official-warnings.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'

const ASK_MS = 60_000

/** Where official warnings come from and how each source answered last, asked anew every minute: that one falls silent changes nothing that would be told. */
export function useSources(): Answer<WarningSources> {
  const { queries } = useCore()
  return answerOf(useQuery({ ...queries.alerts.warningSources.queryOptions(), refetchInterval: ASK_MS }))
}
