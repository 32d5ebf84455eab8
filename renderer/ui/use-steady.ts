import { useCallback, useEffect, useRef, useState } from 'react'

/** A second press so soon after one before is a double click or a key that is held down. */
const REST_MS = 600

interface Steady {
  readonly run: (act: () => Promise<void>) => void
  /** Nothing that is pressed now is done. */
  readonly isResting: boolean
}

/**
 * Runs what is pressed, but neither twice at once nor again before the hand has left the button: the next step stands where
 * the last one stood, and nobody shall be called or sent away by a double click.
 */
export function useSteady(): Steady {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isRunning = useRef(false)
  const [isResting, setResting] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const run = useCallback((act: () => Promise<void>): void => {
    const isTooSoon = timer.current !== undefined || isRunning.current
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      setResting(false)
    }, REST_MS)
    setResting(true)
    if (isTooSoon) return
    isRunning.current = true
    void act().finally(() => {
      isRunning.current = false
    })
  }, [])
  return { run, isResting }
}
