import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

interface FeedAddress {
  readonly address: Answer<{ readonly url: string }>
  /** Takes the address back and makes another one. */
  readonly renew: () => void
  readonly isRenewing: boolean
  readonly isRenewed: boolean
  /** Why it could not be taken back. */
  readonly refusal: RefusalShown | undefined
}

/** The address under which the person's calendar program reads a place; asked anew whenever the window is opened. */
export function useFeedAddress(placeId: PlaceId): FeedAddress {
  const { queries, client } = useCore()
  const cache = useQueryClient()
  const asked = useQuery(queries.appointments.feed.queryOptions({ input: { placeId }, gcTime: 0, staleTime: Infinity }))
  const { mutate, isPending, data, isError } = useMutation({
    mutationFn: () => client.appointments['renew-feed']({ placeId }),
    onSuccess: answer => answer.ok && cache.setQueryData(queries.appointments.feed.queryKey({ input: { placeId } }), answer),
  })
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.ok ? data.error : undefined
  return { address: answerOf(asked), renew: () => mutate(), isRenewing: isPending, isRenewed: data?.ok === true, refusal }
}
