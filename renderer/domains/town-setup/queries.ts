import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ok, type Result } from '../../../shared/result.ts'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf } from '../../ui/answer.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useAgainOnline } from '../../ui/use-again-online.ts'
import type { Changed } from './steps.ts'

/** The town as it was last known, and why it could not be asked again since. */
export interface KnownTown {
  readonly town: TownSetup | undefined
  readonly refusal: RefusalShown | null
  readonly renew: Changed
}

/** How far the town is set up, asked of the service each time the page is opened: other pages change it. */
export function useTownSetup(): KnownTown {
  const { queries } = useCore()
  const client = useQueryClient()
  const state = queries.townSetup.state
  const query = useQuery(state.queryOptions({ staleTime: 0 }))
  const answer = answerOf(query)
  const [town, setTown] = useState<TownSetup>()
  // A refusal takes nothing away from a page on which somebody writes, or reads a password that is shown once.
  if (answer.kind === 'here' && answer.value !== town) setTown(answer.value)
  useAgainOnline(answer.kind === 'refused', () => void query.refetch())
  const put = async (value: TownSetup): Promise<void> => {
    await client.cancelQueries({ queryKey: state.key() })
    client.setQueryData<Result<TownSetup>>(state.queryKey(), ok(value))
    await client.invalidateQueries({ queryKey: queries.townSetup.look.key() })
  }
  return { town, refusal: answer.kind === 'refused' ? answer.refusal : null, renew: now => void (now ? put(now) : query.refetch()) }
}
