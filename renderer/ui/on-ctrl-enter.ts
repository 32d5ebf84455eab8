import type { KeyboardEvent } from 'react'

/** Ctrl+Enter sends, also from fields that keep Enter for themselves. */
export const onCtrlEnter = (send: () => void) => (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' || !event.ctrlKey) return
  event.preventDefault()
  event.stopPropagation()
  send()
}
