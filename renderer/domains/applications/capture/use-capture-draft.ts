import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCore } from '../../../core-client/core-context.tsx'
import { CAPTURE_DRAFT, draftFrom, newDraft, type CaptureDraft } from './capture-draft.ts'

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
  const stored = useQuery({ ...queries.preferences.get.queryOptions({ input: { key: CAPTURE_DRAFT } }), gcTime: 0, staleTime: 0, refetchOnWindowFocus: false })
  const [fresh] = useState(() => newDraft(crypto.randomUUID()))
  const [typed, setTyped] = useState<CaptureDraft>()
  const waiting = useRef<CaptureDraft | undefined>(undefined)
  // Nothing may be typed over what was kept earlier before that is here.
  const isHere = stored.isSuccess && !stored.isFetching
  const earlier = isHere ? (draftFrom(stored.data.value ?? null) ?? fresh) : undefined

  const flush = useCallback(() => {
    const value = waiting.current
    waiting.current = undefined
    // What does not reach the file now goes there with the next change.
    if (value) client.preferences.set({ key: CAPTURE_DRAFT, value: { ...value } }).catch(() => { waiting.current ??= value })
  }, [client])
  useEffect(() => {
    if (!typed) return undefined
    waiting.current = typed
    const timer = setTimeout(flush, WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed, flush])
  useEffect(() => flush, [flush])

  const change = useCallback((part: Partial<CaptureDraft>) => setTyped(before => {
    const now = before ?? earlier
    return now && { ...now, ...part }
  }), [earlier])
  const startAnew = useCallback(() => {
    waiting.current = undefined
    void client.preferences.set({ key: CAPTURE_DRAFT, value: null })
    setTyped(newDraft(crypto.randomUUID()))
  }, [client])
  return { draft: typed ?? earlier, change, startAnew }
}
