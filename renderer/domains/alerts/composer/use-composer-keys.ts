import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'

/** Puts the focus where somebody goes on writing, the first gap or the headline, and listens for Ctrl+Enter anywhere in the form; not in windows above it. Whoever has not written on it yet begins only where they want to: with the first letter they are none any more who could release it. */
export function useComposerKeys(onGive: () => void, isAuthor: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  const give = useEffectEvent(onGive)
  const [hasFocus] = useState(isAuthor)
  useEffect(() => {
    const element = form.current
    if (hasFocus) element?.querySelector<HTMLElement>('.alert-composer__form input, .alert-composer__form textarea')?.focus({ preventScroll: true })
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey) return
      event.preventDefault()
      give()
    }
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [hasFocus])
  return form
}
