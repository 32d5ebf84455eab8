import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../../shared/result.ts'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useAgainOnline } from '../../ui/use-again-online.ts'
import { useOneAtATime } from '../../ui/use-one-at-a-time.ts'

/** How far the town is set up, asked of the service each time the page is opened: other pages change it. */
export function useTownSetup(): { readonly answer: Answer<TownSetup>; readonly renew: () => void } {
  const { queries } = useCore()
  const client = useQueryClient()
  const query = useQuery(queries.townSetup.state.queryOptions({ staleTime: 0 }))
  useAgainOnline(query.data?.ok === false, () => void query.refetch())
  return { answer: answerOf(query), renew: () => void client.invalidateQueries({ queryKey: queries.townSetup.key() }) }
}

export interface Asking<Input extends readonly unknown[]> {
  readonly refusal: RefusalShown | null
  readonly isRunning: boolean
  readonly run: (...input: Input) => void
}

/** Asks the service for something once at a time; `onDone` gets what came of it, and a refusal is kept until the next time. */
export function useAsking<Input extends readonly unknown[], Value>(ask: (...input: Input) => Promise<Result<Value, RefusalShown>>, onDone: (value: Value) => void): Asking<Input> {
  const [refusal, setRefusal] = useState<RefusalShown | null>(null)
  const [isRunning, setRunning] = useState(false)
  const run = useOneAtATime(async (...input: Input) => {
    setRunning(true)
    const answer = await ask(...input).catch((): Result<Value, RefusalShown> => ({ ok: false, error: { code: 'request/unexpected' } }))
    setRunning(false)
    setRefusal(answer.ok ? null : answer.error)
    if (answer.ok) onDone(answer.value)
  })
  return { refusal, isRunning, run }
}
