import type { TownSetup } from '../../../shared/wire/town-setup.ts'

/** What a new town needs, in the order in which one builds on the other. */
export const STEPS = ['branding', 'departments', 'people', 'letterheads', 'services', 'mail', 'days'] as const
export type Step = (typeof STEPS)[number]

/** Something of the town is different now: the town as it is, or nothing where it has to be asked for. */
export type Changed = (now?: TownSetup) => void

export interface StepProps {
  readonly town: TownSetup
  readonly onChanged: Changed
}

/** Whether a step is done, seen from what is there; nobody ticks anything off. */
const DONE: Readonly<Record<Step, (town: TownSetup) => boolean>> = {
  branding: ({ colour }) => colour !== null,
  departments: ({ departments }) => departments.length > 0,
  // Whoever sets the town up is one of them.
  people: ({ accounts }) => accounts > 1,
  letterheads: ({ departments }) => departments.length > 0 && departments.every(({ hasLetterhead }) => hasLetterhead),
  services: ({ services }) => services > 0,
  mail: ({ mailTestedAt }) => mailTestedAt !== null,
  // Only to be read.
  days: () => true,
}

export const isDone = (town: TownSetup, step: Step): boolean => DONE[step](town)

export const stepsLeft = (town: TownSetup): readonly Step[] => STEPS.filter(step => !isDone(town, step))

/** Where whoever comes back goes on. */
export const firstStep = (town: TownSetup): Step => stepsLeft(town)[0] ?? STEPS[0]

/** The steps before and after one. */
export function besides(step: Step): { readonly before: Step | undefined; readonly after: Step | undefined } {
  const at = STEPS.indexOf(step)
  return { before: STEPS[at - 1], after: STEPS[at + 1] }
}
