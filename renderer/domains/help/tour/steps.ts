import * as z from 'zod'
import type { Json } from '../../../../shared/json.ts'

const NAMES = ['areas', 'list', 'day', 'capture', 'search', 'transfer', 'help'] as const
type StepName = (typeof NAMES)[number]

/** A step of the first day: where it takes place, and what of the frame it points at. */
export interface TourStep {
  readonly name: StepName
  /** The screen it opens, for those who work on cases. */
  readonly screen?: 'applications' | 'day' | 'capture'
  /** A selector of what the step speaks of. */
  readonly points?: string
}

const STEPS: readonly TourStep[] = [
  { name: 'areas', points: '.nav' },
  { name: 'list', screen: 'applications' },
  { name: 'day', screen: 'day' },
  { name: 'capture', screen: 'capture' },
  { name: 'search', points: '.topbar__search' },
  { name: 'transfer', points: '.transfer' },
  { name: 'help', points: '.topbar__help' },
]

/** The steps for a person: screens they do not have are left out. */
export const tourFor = (worksOnCases: boolean): readonly TourStep[] => STEPS.filter(({ screen }) => worksOnCases || screen === undefined)

const Kept = z.object({ state: z.enum(['on', 'left', 'done']), step: z.enum(NAMES) })

/** How far a person is, kept for them. Left is not lost: it goes on at the same step. */
export type TourState = { readonly [Key in keyof z.infer<typeof Kept>]: z.infer<typeof Kept>[Key] }

export const isTourState = (value: Json): value is TourState => Kept.safeParse(value).success

/** Where the tour begins or is taken up again: a tour that was done begins anew. */
export const resumed = (kept: TourState | undefined): TourState => ({ state: 'on', step: kept?.state === 'left' ? kept.step : 'areas' })

/** The step after or before; undefined at either end. */
export function stepFrom(steps: readonly TourStep[], name: StepName, by: 1 | -1): TourStep | undefined {
  const at = steps.findIndex(step => step.name === name)
  return at + by < 0 ? undefined : steps[at + by]
}
