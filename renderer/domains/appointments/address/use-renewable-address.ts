import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

export interface RenewableAddress extends Renewal {
  readonly address: Answer<{ readonly url: string }>
}

export interface Renewal {
  /** Takes the address back and makes another one. */
  readonly renew: () => void
  readonly isRenewing: boolean
  readonly isRenewed: boolean
  /** Why it could not be taken back. */
  readonly refusal: RefusalShown | undefined
}

/** An address that opens something to whoever has it: of one's own calendar of a place, or of its display. Asked anew whenever it is shown. */
export function useRenewableAddress(what: 'feed' | 'display', placeId: PlaceId): RenewableAddress {
  const { queries, client } = useCore()
  const cache = useQueryClient()
  const asked = useQuery(queries.appointments[what].queryOptions({ input: { placeId }, gcTime: 0, staleTime: Infinity }))
  const { mutate, isPending, data, isError } = useMutation({
    mutationFn: () => client.appointments[`renew-${what}`]({ placeId }),
    onSuccess: answer => answer.ok && cache.setQueryData(queries.appointments[what].queryKey({ input: { placeId } }), answer),
  })
  const refusal = isError ? { code: 'request/unexpected' as const } : data && !data.ok ? data.error : undefined
  return { address: answerOf(asked), renew: () => mutate(), isRenewing: isPending, isRenewed: data?.ok === true, refusal }
}
