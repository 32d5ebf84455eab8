import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { Audience } from '../../../../shared/wire/alerts.ts'

/** How many get a message. Whoever has two ways is counted in both, so that with more than one it is a figure it does not go beyond. */
export type Reach = { readonly kind: 'unknown' } | { readonly kind: 'exactly' | 'upTo' | 'drill'; readonly count: number }

/** One way with how many it reaches; null where it lies open for everybody, or nobody has counted. */
export interface WayReach {
  readonly channel: Channel
  readonly people: number | null
}

/** Nobody is told by a way that nobody has set up, however many have chosen it. */
const toldBy = ({ ways, away }: Audience): Audience['ways'] => ways.filter(({ channel, people }) => people > 0 && !away.includes(channel))

export function reachOf(audience: Audience | undefined, mode: Alert['mode']): Reach {
  if (!audience) return { kind: 'unknown' }
  const told = toldBy(audience)
  const count = told.reduce((sum, { people }) => sum + people, 0)
  if (mode === 'training') return { kind: 'drill', count }
  return { kind: new Set(told.map(({ channel }) => channel)).size > 1 ? 'upTo' : 'exactly', count }
}

/** Those by which people are reached one by one; the others lie open for everybody. */
export const COUNTED_CHANNELS: readonly Channel[] = ['email', 'push', 'sms']

/** The ways by which it goes out, each with its people; and those chosen ones that are not set up. */
export function waysOf(channels: readonly Channel[], audience: Audience | undefined): { readonly open: readonly WayReach[]; readonly away: readonly Channel[] } {
  const isAway = (channel: Channel): boolean => audience?.away.includes(channel) ?? false
  const people = (channel: Channel): number | null =>
    (audience && COUNTED_CHANNELS.includes(channel) ? audience.ways.filter(way => way.channel === channel).reduce((sum, way) => sum + way.people, 0) : null)
  return { open: channels.filter(channel => !isAway(channel)).map(channel => ({ channel, people: people(channel) })), away: channels.filter(isAway) }
}
