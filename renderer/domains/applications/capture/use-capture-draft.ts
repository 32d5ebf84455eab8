import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCore } from '../../../core-client/core-context.tsx'
import { draftFrom, newDraft, type CaptureDraft } from './capture-draft.ts'

const KEY = 'capture-draft'
const WAIT_MS = 400

interface OpenDraft {
  /** Undefined until what was typed earlier is here. */
  readonly draft: CaptureDraft | undefined
  readonly change: (part: Partial<CaptureDraft>) => void
  /** Forgets what was typed and begins with an empty form. */
  readonly startAnew: () => void
}

/** What the person has typed of an application and not sent yet; kept in the encrypted file of this desk while they type. */
export function useCaptureDraft(): OpenDraft {
  const { client, queries } = useCore()
  const stored = useQuery({ ...queries.preferences.get.queryOptions({ input: { key: KEY } }), gcTime: 0, staleTime: 0, refetchOnWindowFocus: false })
  const [draft, setDraft] = useState<CaptureDraft>()
  const waiting = useRef<CaptureDraft | undefined>(undefined)
  const isHere = !stored.isPending && !stored.isFetching
  const earlier = stored.data?.value ?? null
  useEffect(() => {
    if (isHere) setDraft(before => before ?? draftFrom(earlier) ?? newDraft(crypto.randomUUID()))
  }, [isHere, earlier])

  const flush = useCallback(() => {
    const value = waiting.current
    waiting.current = undefined
    // What does not reach the file now goes there with the next change.
    if (value) client.preferences.set({ key: KEY, value: { ...value } }).catch(() => { waiting.current ??= value })
  }, [client])
  useEffect(() => {
    if (!draft) return undefined
    const timer = setTimeout(flush, WAIT_MS)
    return () => clearTimeout(timer)
  }, [draft, flush])
  useEffect(() => flush, [flush])

  const change = useCallback((part: Partial<CaptureDraft>) => setDraft(before => {
    if (!before) return before
    waiting.current = { ...before, ...part }
    return waiting.current
  }), [])
  const startAnew = useCallback(() => {
    waiting.current = undefined
    void client.preferences.set({ key: KEY, value: null })
    setDraft(newDraft(crypto.randomUUID()))
  }, [client])
  return { draft, change, startAnew }
}
