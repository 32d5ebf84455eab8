import type { DeskStanding } from '../desk-standing.ts'

/** Why now is not the time to end the program for an installation, the weightiest first. */
export const HINDRANCES = ['alert', 'vaccination-day', 'unsent', 'locked'] as const
export type Hindrance = (typeof HINDRANCES)[number]

/** What somebody is in the middle of; a locked desk may hold what its person has not saved. */
export function hindranceOf({ session, unsent, inHand }: Pick<DeskStanding, 'session' | 'unsent' | 'inHand'>): Hindrance | undefined {
  const holds: Readonly<Record<Hindrance, boolean>> = {
    alert: inHand.alerts > 0, 'vaccination-day': inHand.vaccinationDays > 0, unsent: unsent > 0, locked: session === 'locked',
  }
  return HINDRANCES.find(hindrance => holds[hindrance])
}
