import { useRef, useState } from 'react'
import type { DeletionPreview } from '../../../shared/wire/privacy.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'

/** ready ─▶ running ─▶ done; running ─refused, paused─▶ stopped ─▶ running, under the same id: nothing is deleted twice. */
export type DeletionState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running' | 'done'; readonly deleted: number; readonly kept: number }
  | { readonly kind: 'stopped'; readonly deleted: number; readonly kept: number; readonly refusal: RefusalShown }

export interface Deletion {
  readonly state: DeletionState
  readonly begin: () => Promise<void>
  readonly pause: () => void
}

/** Deletes what was seen, some cases per call, until all of it is gone. */
export function useDeletion({ fingerprint }: Pick<DeletionPreview, 'fingerprint'>): Deletion {
  const { client } = useCore()
  const [state, setState] = useState<DeletionState>({ kind: 'ready' })
  const id = useRef(crypto.randomUUID())
  const isPaused = useRef(false)
  const begin = async (): Promise<void> => {
    isPaused.current = false
    let reached = { deleted: 0, kept: 0 }
    setState(before => ({ ...(before.kind === 'ready' ? reached : before), kind: 'running' }))
    while (!isPaused.current) {
      const answer = await client.privacy.run({ id: id.current, fingerprint }).catch(() => undefined)
      if (!answer?.ok) return setState({ kind: 'stopped', ...reached, refusal: answer?.error ?? { code: 'request/unexpected' } })
      reached = answer.value
      setState({ kind: answer.value.endedAt ? 'done' : 'running', deleted: reached.deleted, kept: reached.kept })
      if (answer.value.endedAt) return
    }
  }
  return { state, begin, pause: () => { isPaused.current = true } }
}
