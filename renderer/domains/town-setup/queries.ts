import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'

/** How far the town is set up, asked of the service each time the page is opened: other pages change it. */
export function useTownSetup(): { readonly answer: Answer<TownSetup>; readonly renew: () => void } {
  const { queries } = useCore()
  const client = useQueryClient()
  const query = useQuery(queries.townSetup.state.queryOptions({ staleTime: 0 }))
  return { answer: answerOf(query), renew: () => void client.invalidateQueries({ queryKey: queries.townSetup.key() }) }
}
