import { useEffect, useEffectEvent, type RefObject } from 'react'

/** Esc leaves this part of the page and nothing else: the screen beside it stays where it is. */
export function useEscapeWithin(part: RefObject<HTMLElement | null>, leave: () => void): void {
  const act = useEffectEvent(leave)
  useEffect(() => {
    const element = part.current
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [part])
}
