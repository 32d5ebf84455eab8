import { usePreference } from '../../../ui/use-preference.ts'
import { isTourState, resumed, type TourState } from './steps.ts'

interface Tour {
  readonly kept: TourState | undefined
  readonly set: (next: TourState) => void
  /** Begins, or goes on where it was left. */
  readonly start: () => void
}

/** The person's tour, at every desk the same. */
export function useTour(): Tour {
  const { value, set } = usePreference<TourState>('tour', isTourState)
  return { kept: value, set, start: () => set(resumed(value)) }
}
