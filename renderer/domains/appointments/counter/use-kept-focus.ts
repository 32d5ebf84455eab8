import { useEffect, useRef, type RefObject } from 'react'

/**
 * The keyboard stays in a part of the screen whose button was pressed and went away with its line: the button that took its
 * place has the focus then, the last one where there is none, the part itself where nothing is left.
 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null)
  const had = useRef<{ readonly element: Node; readonly index: number }>(undefined)
  useEffect(() => {
    const element = part.current
    if (!element) return undefined
    const note = (event: FocusEvent): void => {
      had.current = event.target instanceof Node ? { element: event.target, index: buttonsIn(element).findIndex(button => button === event.target) } : undefined
    }
    const forget = (event: FocusEvent): void => {
      // A window that is opened from here gives the focus back when it is closed.
      if (event.relatedTarget instanceof Element && !element.contains(event.relatedTarget) && !event.relatedTarget.closest('[role$="dialog"]')) had.current = undefined
    }
    element.addEventListener('focusin', note)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', note)
      element.removeEventListener('focusout', forget)
    }
  }, [])
  useEffect(() => {
    const element = part.current
    // Whoever has left a button that is still there wanted to.
    if (!element || !had.current || had.current.element.isConnected || document.activeElement !== document.body) return
    const buttons = buttonsIn(element)
    const next = buttons[Math.min(Math.max(0, had.current.index), buttons.length - 1)] ?? element
    next.focus()
  })
  return part
}

const buttonsIn = (element: HTMLElement): readonly HTMLElement[] => [...element.querySelectorAll<HTMLElement>('button')]
