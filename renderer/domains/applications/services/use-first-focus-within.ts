import { useEffect, useRef, type RefObject } from 'react'

/** Puts the focus into the first field of what has just been added. */
export function useFirstFocusWithin(isWanted: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const wanted = useRef(isWanted)
  useEffect(() => {
    if (wanted.current) element.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return element
}
