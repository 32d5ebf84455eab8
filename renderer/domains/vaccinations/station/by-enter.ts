import type { KeyboardEvent } from 'react'

interface Keys {
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
}

/** For what holds choices and fields of a step: Enter in one of them goes on, as in a form; held down it does so once. On the way down, as choices keep what is pressed on them. */
export const byEnter = (goOn: () => void): Keys => ({
  onKeyDownCapture: event => {
    if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.repeat || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    goOn()
  },
})
