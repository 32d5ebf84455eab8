import { useEffect, useRef, type RefObject } from 'react'

/** Screens that open may take the focus. Whoever went a step on keeps it where they pressed, until they press or point anew. */
export function useFocusKept(card: RefObject<HTMLElement | null>): { keep(): void } {
  const kept = useRef<HTMLElement>(null)
  useEffect(() => {
    const forget = (): void => { kept.current = null }
    const giveBack = ({ target }: FocusEvent): void => {
      if (target instanceof Node && !card.current?.contains(target)) kept.current?.focus()
    }
    document.addEventListener('keydown', forget, true)
    document.addEventListener('pointerdown', forget, true)
    document.addEventListener('focusin', giveBack)
    return () => {
      document.removeEventListener('keydown', forget, true)
      document.removeEventListener('pointerdown', forget, true)
      document.removeEventListener('focusin', giveBack)
    }
  }, [card])
  return { keep: () => { kept.current = document.activeElement instanceof HTMLElement ? document.activeElement : null } }
}
