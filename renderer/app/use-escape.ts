import { useEffect } from 'react'

const FIELDS = 'input, textarea, select, [contenteditable]'

/** Esc goes back; out of a field it first only leaves the field, and what lies above the page closes before. */
export function useEscape(goBack: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('.overlay, .popover')) return
      if (event.target instanceof HTMLElement && event.target.matches(FIELDS)) event.target.closest<HTMLElement>('section[tabindex]')?.focus()
      else goBack()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [goBack])
}
