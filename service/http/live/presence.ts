import type { Actor } from '../../../shared/actor.ts'
import type { RecordRef } from '../../../shared/command.ts'
import type { AccountId, TownId } from '../../../shared/ids.ts'
import type { Clock } from '../../../shared/time.ts'
import type { Presence } from '../../../shared/wire/feed.ts'

export const PRESENCE_LIFE_MS = 30_000

/** The most a desk is told at once, as the wire says. */
const MAX_TOLD = 500

interface Seen {
  readonly presence: Presence
  readonly until: number
}

/** Where somebody is. */
export interface Place {
  readonly record: RecordRef
  readonly scope: string
}

export const presenceOf = ({ personId, name }: Actor, { record, scope }: Place): Presence => ({ personId, name, table: record.table, id: record.id, scope })

/** Who looks at what now. Kept in memory only: it blocks nobody and a restart may forget it. */
export interface PresenceBoard {
  /** True when others see something new. */
  put(actor: Actor, place: Place | null): boolean
  /** The same of somebody who told another process; null: they look at nothing. */
  hear(townId: TownId, accountId: AccountId, presence: Presence | null): boolean
  /** Everybody within these scopes. */
  within(townId: TownId, scopes: ReadonlySet<string>): readonly Presence[]
  /** Forgets what has run out; the towns where somebody went. */
  expire(): readonly TownId[]
}

export function createPresenceBoard(clock: Clock): PresenceBoard {
  const towns = new Map<TownId, Map<string, Seen>>()
  const townOf = (townId: TownId): Map<string, Seen> => {
    const found = towns.get(townId) ?? new Map<string, Seen>()
    towns.set(townId, found)
    return found
  }
  const hear: PresenceBoard['hear'] = (townId, accountId, presence) => {
    const town = townOf(townId)
    const before = town.get(accountId)
    if (!presence) return town.delete(accountId)
    town.set(accountId, { presence, until: clock.nowMs() + PRESENCE_LIFE_MS })
    return !before || JSON.stringify(before.presence) !== JSON.stringify(presence)
  }
  return {
    hear,
    put: (actor, place) => hear(actor.townId, actor.accountId, place && presenceOf(actor, place)),
    within: (townId, scopes) => {
      const now = clock.nowMs()
      const seen = [...townOf(townId).values()].filter(({ presence, until }) => until > now && scopes.has(presence.scope))
      return seen.slice(0, MAX_TOLD).map(({ presence }) => presence)
    },
    expire: () => [...towns].filter(([, town]) => expireIn(town, clock.nowMs())).map(([townId]) => townId),
  }
}

function expireIn(town: Map<string, Seen>, now: number): boolean {
  const gone = [...town].filter(([, { until }]) => until <= now)
  for (const [accountId] of gone) town.delete(accountId)
  return gone.length > 0
}
