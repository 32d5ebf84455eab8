import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Json } from '../../../shared/json.ts'
import { useCore } from '../../core-client/core-context.tsx'

const WAIT_MS = 400

export interface TypedDraft<Draft> {
  /** Undefined until what was typed earlier is here. */
  readonly draft: Draft | undefined
  /** Whether it was begun before the dialog was opened. */
  readonly isFromEarlier: boolean
  readonly change: (part: Partial<Draft>) => void
  /** Forgets what was typed. */
  readonly startAnew: () => void
}

/** To be made once and not with every drawing. */
export interface TypedDraftParts<Draft> {
  /** Where the draft lies among what this desk keeps. */
  readonly key: string
  readonly empty: Draft
  /** What lies in the file of this desk; `empty` for what does not fit. */
  readonly read: (stored: Json) => Draft
  readonly toStore: (draft: Draft) => Json
  /** Whether there is anything that somebody would miss. */
  readonly isBegun: (draft: Draft) => boolean
}

/** What the person has typed into a dialog and not sent yet; it survives Esc, a locked desk and a reload. */
export function useTypedDraft<Draft>({ key, empty, read, toStore, isBegun }: TypedDraftParts<Draft>): TypedDraft<Draft> {
  const { client, queries } = useCore()
  const stored = useQuery({ ...queries.preferences.get.queryOptions({ input: { key } }), gcTime: 0, staleTime: 0, refetchOnWindowFocus: false })
  const [typed, setTyped] = useState<Draft>()
  const waiting = useRef<Draft | undefined>(undefined)
  const isHere = stored.isSuccess && !stored.isFetching
  const earlier = isHere ? read(stored.data.value ?? null) : undefined

  const flush = useCallback(() => {
    const value = waiting.current
    waiting.current = undefined
    // What does not reach the file now goes there with the next change.
    if (value) client.preferences.set({ key, value: toStore(value) }).catch(() => { waiting.current ??= value })
  }, [client, key, toStore])
  useEffect(() => {
    if (!typed) return undefined
    if (!isBegun(typed)) {
      waiting.current = undefined
      void client.preferences.set({ key, value: null })
      return undefined
    }
    waiting.current = typed
    const timer = setTimeout(flush, WAIT_MS)
    return () => clearTimeout(timer)
  }, [client, key, typed, isBegun, flush])
  useEffect(() => flush, [flush])

  const change = useCallback((part: Partial<Draft>) => setTyped(before => {
    const now = before ?? earlier
    return now && { ...now, ...part }
  }), [earlier])
  // Written at once: the dialog may be gone before the next drawing.
  const startAnew = useCallback(() => {
    waiting.current = undefined
    void client.preferences.set({ key, value: null })
    setTyped(empty)
  }, [client, key, empty])
  return { draft: typed ?? earlier, isFromEarlier: typed === undefined && earlier !== undefined && isBegun(earlier), change, startAnew }
}
