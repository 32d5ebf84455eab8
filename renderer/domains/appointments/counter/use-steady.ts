import { useCallback, useRef } from 'react'
import { useCore } from '../../../core-client/core-context.tsx'

/** A second press so soon after one before is a double click or a key that is held down. */
const STEADY_MS = 600

/**
 * Runs what is pressed, but neither twice at once nor again before the hand has left the button: the next step stands where
 * the last one stood, and nobody shall be called or sent away by a double click.
 */
export function useSteady(): (act: () => Promise<void>) => void {
  const { clock } = useCore()
  const lastMs = useRef(-STEADY_MS)
  const isRunning = useRef(false)
  return useCallback(act => {
    const nowMs = clock.system.nowMs()
    const isTooSoon = Math.abs(nowMs - lastMs.current) < STEADY_MS
    lastMs.current = nowMs
    if (isTooSoon || isRunning.current) return
    isRunning.current = true
    void act().finally(() => {
      isRunning.current = false
    })
  }, [clock])
}
