import { useState } from 'react'

/** What of several things is open in place of the button that opened it, and where the focus belongs once it is closed. */
export interface Opened<Key> {
  readonly opened: Key | undefined
  readonly open: (key: Key) => void
  readonly close: () => void
  /** From here on it is as if nothing had been open. */
  readonly forget: () => void
  /** Whether this one was closed last: its button has the focus again. */
  readonly wasLeft: (key: Key) => boolean
}

export function useOpened<Key>(): Opened<Key> {
  const [opened, setOpened] = useState<Key>()
  const [last, setLast] = useState<Key>()
  const open = (key: Key): void => {
    setOpened(() => key)
    setLast(() => key)
  }
  const close = (): void => setOpened(undefined)
  const forget = (): void => {
    setOpened(undefined)
    setLast(undefined)
  }
  return { opened, open, close, forget, wasLeft: key => opened === undefined && last === key }
}
