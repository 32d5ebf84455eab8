import { grantsIn, type Actor, type EffectiveGrant, type Role } from '../../actor.ts'
import type { TownId } from '../../ids.ts'
import { isCardScope, isChannelScope, isHealthScope, personScope, TOWN_SCOPE, type Scope } from '../../scope.ts'
import type { Instant } from '../../time.ts'
import type { Staff } from './tables.ts'

/** Whether an account may be used at a moment: switched on, and its last day not over. */
export const isThere = ({ active, leavesAt }: Pick<Staff, 'active' | 'leavesAt'>, now: Instant): boolean => active && (!leavesAt || now < leavesAt)

/** The actor behind an account at a moment. */
export const actorOf = (townId: TownId, account: Staff, everyone: readonly Staff[], now: Instant): Actor =>
  ({ townId, accountId: account.id, personId: account.personId, name: account.name, grants: [...grantsAt(account, everyone, now)] })

/** What an account may at a moment, the grants of persons stood in for included. */
export function grantsAt(account: Staff, everyone: readonly Staff[], now: Instant): readonly EffectiveGrant[] {
  const own = account.grants.map(grant => ({ ...grant, viaPersonId: null, viaName: null }))
  const lent = account.deputyships
    .filter(deputyship => deputyship.from <= now && now < deputyship.until)
    .flatMap(({ forPersonId }) =>
      everyone
        .filter(other => other.personId === forPersonId && isThere(other, now))
        .flatMap(other => other.grants.map(grant => ({ ...grant, viaPersonId: forPersonId, viaName: other.name }))),
    )
  return [...own, ...lent]
}

/** Roles whose bearers read the cases of their department. An administrator manages and sees no case contents. */
const CASE_ROLES: readonly Role[] = ['clerk', 'lead']
/** Roles whose bearers read what a department says to the public and the service ID cards it gives out; an officer reads nothing else there. */
const CHANNEL_ROLES: readonly Role[] = [...CASE_ROLES, 'officer']
/** Roles whose bearers read the health data of their department; a physician reads nothing else there. */
const HEALTH_ROLES: readonly Role[] = [...CASE_ROLES, 'physician']

/** Everything the actor's desk may hold: the town's common rows, their own, and of the scopes of departments those they work in. */
export const scopesOf = (actor: Actor, ofDepartments: readonly Scope[]): readonly Scope[] =>
  [TOWN_SCOPE, personScope(actor.personId), ...ofDepartments.filter(scope => grantsIn(actor, readersOf(scope), scope).length > 0)]

const readersOf = (scope: Scope): readonly Role[] => (isHealthScope(scope) ? HEALTH_ROLES : isChannelScope(scope) || isCardScope(scope) ? CHANNEL_ROLES : CASE_ROLES)

/** Whether somebody works on the cases of a department. */
export const worksIn = (account: Staff, departmentId: string): boolean =>
  account.active && account.grants.some(grant => CASE_ROLES.includes(grant.role) && (grant.departmentId === null || grant.departmentId === departmentId))
