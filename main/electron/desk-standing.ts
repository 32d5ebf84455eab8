import type { View } from '../../shared/contract/applications.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { InHand } from '../../shared/contract/status.ts'

/** What the shell knows of the desk, to count and to remind; no names, no texts. */
export interface DeskStanding {
  readonly session: SessionState['kind']
  readonly counts: Readonly<Record<View, number>>
  /** Refused or blocked commands of this person. */
  readonly attention: number
  /** Saved here, not yet transferred. */
  readonly unsent: number
  /** What the town is in the middle of. */
  readonly inHand: InHand
  /** Saved views that tell the person and have something in them, each with since when; null until the core has said so. */
  readonly filledViews: readonly string[] | null
}

const NO_COUNTS: DeskStanding['counts'] = {
  all: 0, mine: 0, unassigned: 0, 'to-release': 0, overdue: 0, waiting: 0, unread: 0, team: 0, 'follow-up': 0, mentioned: 0, attention: 0,
}

const NOTHING_IN_HAND: InHand = { alerts: 0, vaccinationDays: 0 }

/** As long as nobody has signed in there is nothing to count. */
export const NOBODY: DeskStanding = { session: 'signed-out', counts: NO_COUNTS, attention: 0, unsent: 0, inHand: NOTHING_IN_HAND, filledViews: null }

/** What waits for this person, as one number for tray and badge; nothing is told while the desk is locked. */
export const waitingFor = ({ session, counts, attention }: DeskStanding): number =>
  session === 'signed-in' ? counts['to-release'] + counts.unread + attention : 0

export type Notice = 'assigned' | 'toRelease' | 'message' | 'attention' | 'viewFilled'

/** What is worth a notification between two standings of one session: only what has become more. */
export function noticesBetween(before: DeskStanding, now: DeskStanding): readonly Notice[] {
  if (before.session !== 'signed-in' || now.session !== 'signed-in') return []
  const grown: readonly (readonly [Notice, number, number])[] = [
    ['assigned', before.counts.mine, now.counts.mine],
    ['toRelease', before.counts['to-release'], now.counts['to-release']],
    ['message', before.counts.unread, now.counts.unread],
    ['attention', before.attention, now.attention],
  ]
  const notices = grown.filter(([, earlier, later]) => later > earlier).map(([notice]) => notice)
  const isFilled = before.filledViews !== null && now.filledViews?.some(view => !before.filledViews?.includes(view))
  return isFilled ? [...notices, 'viewFilled'] : notices
}
