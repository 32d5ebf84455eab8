import { useState } from 'react'

/** Where the focus goes when lines of a form come and go: into the new one, and to the button that adds one where a line is gone. */
export interface LineFocus {
  /** Whether the line at this place has just been added. */
  readonly isFresh: (index: number) => boolean
  readonly added: (index: number) => void
  readonly removed: () => void
  /** How many have been removed: with each of them the button that adds one is drawn anew, with the focus. */
  readonly removals: number
}

export function useLineFocus(): LineFocus {
  const [fresh, setFresh] = useState<number>()
  const [removals, setRemovals] = useState(0)
  const removed = (): void => {
    setFresh(undefined)
    setRemovals(removals + 1)
  }
  return { isFresh: index => index === fresh, added: setFresh, removed, removals }
}
