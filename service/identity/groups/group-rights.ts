import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { Log } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import type { VerifiedToken } from '../tokens.ts'
import { applyGroups } from './group-grants.ts'

/** Rights that follow the groups of the town's own sign-in. */
export interface GroupRights {
  /** To be asked before an account is looked up: at the first request with a token, which is every sign-in and every renewal. */
  follow(token: VerifiedToken): Promise<void>
}

export interface GroupRightsParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
  readonly opensAccounts: boolean
}

/** Tokens of a town hall in a day; the oldest are asked about again, which changes nothing. */
const MOST_REMEMBERED = 5_000

export function createGroupRights({ database, townId, clock, log, opensAccounts }: GroupRightsParts): GroupRights {
  const followed = new Map<string, Promise<void>>()
  const apply = async (login: string, groups: readonly string[], saidAt: number): Promise<void> => {
    const applied = await applyGroups(database, townId, { login, groups, saidAt }, { opensAccounts, now: instantFromMs(clock.nowMs()) })
    if (applied === 'kept-last-administrator') log.warn('groups.last-administrator-kept')
    else if (applied !== 'same') log.info('groups.applied', { what: applied })
  }
  return {
    follow: async ({ login, groups, issuedAt }) => {
      if (groups === null) return
      const key = `${login}/${issuedAt}/${groups.join('\n')}`
      const known = followed.get(key)
      if (known) return known
      const following = apply(login, groups, issuedAt)
      followed.set(key, following)
      // What failed is tried again with the next request.
      following.catch(() => followed.delete(key))
      if (followed.size > MOST_REMEMBERED) followed.delete(followed.keys().next().value ?? '')
      return following
    },
  }
}
