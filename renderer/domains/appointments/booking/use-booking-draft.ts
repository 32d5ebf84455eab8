import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCore } from '../../../core-client/core-context.tsx'
import { BOOKING_DRAFT, bookingDraftFrom, EMPTY_BOOKING, isBegun, type BookingDraft } from './booking-draft.ts'

const WAIT_MS = 400

interface OpenDraft {
  /** Undefined until what was typed earlier is here. */
  readonly draft: BookingDraft | undefined
  /** Whether it was begun before the dialog was opened. */
  readonly isFromEarlier: boolean
  readonly change: (part: Partial<BookingDraft>) => void
  /** Forgets what was typed. */
  readonly startAnew: () => void
}

/** What the person has typed of a booking and not booked yet; it survives Esc, a locked desk and a reload. */
export function useBookingDraft(): OpenDraft {
  const { client, queries } = useCore()
  const stored = useQuery({ ...queries.preferences.get.queryOptions({ input: { key: BOOKING_DRAFT } }), gcTime: 0, staleTime: 0, refetchOnWindowFocus: false })
  const [typed, setTyped] = useState<BookingDraft>()
  const waiting = useRef<BookingDraft | undefined>(undefined)
  const isHere = stored.isSuccess && !stored.isFetching
  const earlier = isHere ? bookingDraftFrom(stored.data.value ?? null) : undefined

  const flush = useCallback(() => {
    const value = waiting.current
    waiting.current = undefined
    // What does not reach the file now goes there with the next change.
    if (value) client.preferences.set({ key: BOOKING_DRAFT, value: { ...value, serviceIds: [...value.serviceIds] } }).catch(() => { waiting.current ??= value })
  }, [client])
  useEffect(() => {
    if (!typed) return undefined
    if (!isBegun(typed)) {
      waiting.current = undefined
      void client.preferences.set({ key: BOOKING_DRAFT, value: null })
      return undefined
    }
    waiting.current = typed
    const timer = setTimeout(flush, WAIT_MS)
    return () => clearTimeout(timer)
  }, [client, typed, flush])
  useEffect(() => flush, [flush])

  const change = useCallback((part: Partial<BookingDraft>) => setTyped(before => {
    const now = before ?? earlier
    return now && { ...now, ...part }
  }), [earlier])
  // Written at once: the dialog may be gone before the next drawing.
  const startAnew = useCallback(() => {
    waiting.current = undefined
    void client.preferences.set({ key: BOOKING_DRAFT, value: null })
    setTyped(EMPTY_BOOKING)
  }, [client])
  return { draft: typed ?? earlier, isFromEarlier: typed === undefined && earlier !== undefined && isBegun(earlier), change, startAnew }
}
