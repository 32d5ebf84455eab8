import { useState } from 'react'
import type { Result } from '../../shared/result.ts'
import type { RefusalShown } from './error-sentences.ts'
import { useOneAtATime } from './use-one-at-a-time.ts'

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
