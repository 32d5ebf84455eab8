import { useQuery } from '@tanstack/react-query'
import type { AlertId } from '../../../../shared/ids.ts'
import type { Progress } from '../../../../shared/wire/alerts.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'

/** So often it is looked at while something is under way; what is done or cannot be asked is looked at more seldom. */
const MOVING_MS = 1_500
const RESTING_MS = 15_000

/** How far a message is; asked again and again while it holds. */
export function useProgress(alertId: AlertId, isLive: boolean): Answer<Progress> {
  const { queries } = useCore()
  return answerOf(useQuery({
    ...queries.alerts.progress.queryOptions({ input: { alertId } }),
    refetchInterval: ({ state: { data } }) => (isLive ? (data?.ok && !isMoving(data.value) ? RESTING_MS : MOVING_MS) : false),
  }))
}

/** Until the first way has begun, any of them may at any moment; one that cannot send is not waited for. */
const isMoving = ({ ways }: Progress): boolean => ways.some(({ state }) => state === 'open') || ways.every(({ state }) => state === 'away' || state === 'published')
