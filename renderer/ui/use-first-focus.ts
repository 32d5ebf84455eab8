import { useEffect, useRef, type RefObject } from 'react'

/**
 * The element with this ref has the focus as soon as it is shown. For windows, where the dialog pattern asks for it, and for
 * pages that take the place of another: without it the focus would be lost with what was there before.
 */
export function useFirstFocus<Focused extends HTMLElement>(isWanted = true): RefObject<Focused | null> {
  const element = useRef<Focused>(null)
  useEffect(() => {
    if (isWanted) element.current?.focus({ preventScroll: true })
  }, [isWanted])
  return element
}
