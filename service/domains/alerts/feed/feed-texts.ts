import { germanDay, germanTime } from '../../../../shared/german-days.ts'
import { longRendition, type Rendition } from '../../../../shared/domains/alerts/renditions.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Published } from './published.ts'

/** All that a feed says besides its messages. */
export interface FeedHead {
  readonly townId: TownId
  readonly mode: Alert['mode']
  readonly sender: string
  /** The address of everything, without a slash at the end. */
  readonly base: string
  readonly self: string
}

export const STATES = { live: 'gilt', expired: 'abgelaufen', over: 'beendet' } as const satisfies Readonly<Record<Published['state'], string>>

export const feedTitle = ({ mode, sender }: FeedHead): string => `${mode === 'training' ? 'ÜBUNG – ' : ''}Meldungen – ${sender}`

export const capAddress = ({ base }: FeedHead, identifier: string): string => `${base}/cap/${identifier}.xml`

/** A message as readers show it; what no longer holds says so before anything else. */
export function feedRendition({ alert, state, changedAt, endedBy }: Published): Rendition {
  const { title, body } = longRendition(alert, 'de')
  if (state === 'live') return { title, body }
  const later = endedBy ? `: ${longRendition(endedBy.alert, 'de').title}` : '.'
  return { title: `[${STATES[state]}] ${title}`, body: `Diese Meldung gilt seit ${moment(changedAt)} nicht mehr${later}\n\n${body}` }
}

const moment = (at: Instant): string => `${germanDay(at).split('-').toReversed().join('.')}, ${germanTime(at)} Uhr`

/** When anything last changed in it. */
export const changedLast = (entries: readonly Published[]): Instant | null => entries.map(({ changedAt }) => changedAt).toSorted().at(-1) ?? null
