import { departmentOf, type Scope } from '../../../shared/scope.ts'
import { scopesOf } from '../../../shared/domains/staff/rights.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import type { Wait } from './backoff.ts'
import { actorIn, readStanding, type Standing } from './standing.ts'

/** The standing without what was lent until now or earlier; null where nothing has ended. */
export function withoutEnded(standing: Standing, now: Instant): Standing | null {
  const lasts = (personId: string): boolean => standing.lent.some(lent => lent.personId === personId && now < lent.until)
  const grants = standing.grants.filter(({ viaPersonId }) => viaPersonId === null || lasts(viaPersonId))
  if (grants.length === standing.grants.length) return null
  const ofDepartments = standing.scopes.flatMap(({ scope }) => (departmentOf(scope) ? [scope as Scope] : []))
  const left = new Set<string>(scopesOf(actorIn({ ...standing, grants }), ofDepartments))
  return { ...standing, grants, scopes: standing.scopes.filter(({ scope }) => left.has(scope)) }
}

export interface LentRights {
  /** The service has said anew who the person is, and what time it is. */
  arrived(session: Pick<SessionReply, 'now'>): void
  stop(): Promise<void>
}

interface Parts {
  readonly db: Database
  readonly clock: Clock
  readonly wait: Wait
  /** Takes what is over off this disk. */
  readonly onEnded: (standing: Standing) => void
}

/** A computer that slept through the end of a deputyship finds out so soon after. */
const LONGEST_MS = 60_000

/**
 * Rights that were lent end at their minute on this desk too, with or without a connection: a deputy who is offline holds
 * nobody's cases longer than the service would let them. What was over at the start is gone before anything is shown.
 */
export function watchLentRights({ db, clock, wait, onEnded }: Parts): LentRights {
  const end = new AbortController()
  let nap = new AbortController()
  /** How far the service's clock is ahead of this desk's, as of the last session. */
  let aheadMs = 0

  const nextEndMs = (): number => {
    const now = instantFromMs(clock.nowMs() + aheadMs)
    const standing = readStanding(db)
    const less = standing && withoutEnded(standing, now)
    // A disk that takes nothing now is tried again with the next look.
    if (less) attempt(() => onEnded(less))
    const ends = (standing?.lent ?? []).map(({ until }) => msOf(until) - msOf(now)).filter(ms => ms > 0)
    return Math.min(LONGEST_MS, ...ends)
  }
  const watch = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const ms = nextEndMs()
      nap = new AbortController()
      await wait(ms, AbortSignal.any([end.signal, nap.signal]))
    }
  }
  const watching = watch()
  return {
    arrived: ({ now }) => {
      aheadMs = msOf(now) - clock.nowMs()
      nap.abort()
    },
    stop: () => {
      end.abort()
      return watching
    },
  }
}
