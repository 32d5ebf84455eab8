import { useRef } from 'react'

/**
 * Makes an act that is begun by a press begin once: until it is settled, further presses do nothing. What a screen knows of its state
 * comes a moment too late for two presses in one tick. `act` tells of its own failure.
 */
export function useOneAtATime<Input extends readonly unknown[]>(act: (...input: Input) => Promise<unknown>): (...input: Input) => void {
  const isBusy = useRef(false)
  return (...input) => {
    if (isBusy.current) return
    isBusy.current = true
    const settled = (): void => { isBusy.current = false }
    void act(...input).then(settled, settled)
  }
}
