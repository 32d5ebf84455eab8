import { useQuery } from '@tanstack/react-query'
import type { ChannelState } from '../../../../shared/wire/alert-channel.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'

const FRESH_MS = 60_000

/** How the channel stands, as the service says; undefined while that is not known. Under a key of its own: a draft that is kept changes nothing of it. */
export function useChannelState(): ChannelState | undefined {
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const found = useQuery({
    queryKey: ['alert-channel'],
    queryFn: async (): Promise<ChannelState> => {
      const answer = await client.alerts.channel()
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    },
    enabled: isOnline, refetchInterval: FRESH_MS,
  })
  return isOnline && !found.isError ? found.data : undefined
}
