import { grantsFor, type Role } from '../../shared/actor.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Access } from '../store/access.ts'
import { RefusedRequest } from './refusal.ts'

/** The town of somebody who has one of these roles for all of it; everybody else is refused. */
export function townFor({ actor }: Access, roles: readonly Role[]): TownId {
  if (grantsFor(actor, roles, undefined).length === 0) throw new RefusedRequest({ code: 'commands/not-allowed' })
  return actor.townId
}
