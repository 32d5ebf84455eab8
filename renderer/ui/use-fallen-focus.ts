import { useEffect, useRef, type RefObject } from 'react'

/** By then a window that closes has given the focus back to where it was opened, also on a busy machine; taken before, it would not. */
const WINDOW_CLOSED_MS = 150

/**
 * Takes the focus when it went with the screen before; whoever walks through the navigation keeps it there. One that holds it
 * also takes it back later: the button that was pressed is gone, because what it did is done.
 */
export function useFallenFocus<Focused extends HTMLElement>(isHeld: boolean): RefObject<Focused | null> {
  const element = useRef<Focused>(null)
  useEffect(() => {
    const take = (): void => { if (hasFallen()) element.current?.focus({ preventScroll: true }) }
    take()
    if (!isHeld) return undefined
    let asked: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      if (asked !== undefined || !hasFallen()) return
      asked = setTimeout(() => {
        asked = undefined
        take()
      }, WINDOW_CLOSED_MS)
    }
    const observer = new MutationObserver(soon)
    observer.observe(document.body, { childList: true })
    if (element.current) observer.observe(element.current, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      clearTimeout(asked)
    }
  }, [isHeld])
  return element
}

/** Windows have the focus in them, or are about to. */
const hasFallen = (): boolean => (document.activeElement === null || document.activeElement === document.body) && document.querySelector('.overlay') === null
