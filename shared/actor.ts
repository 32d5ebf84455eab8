import * as z from 'zod'
import { DepartmentId, type AccountId, type PersonId, type TownId } from './ids.ts'
import { departmentOf, isHealthScope } from './scope.ts'

export const ROLES = ['clerk', 'lead', 'physician', 'officer', 'administrator', 'data-protection-officer'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/**
 * A role in one department, or in the whole town (`departmentId` null: administrator, officer, data protection officer).
 * `fromGroup`: given by a group of the town's own sign-in and taken by it; absent where somebody gave it by hand.
 */
export const Grant = z.object({ role: Role, departmentId: DepartmentId.nullable(), fromGroup: z.string().min(1).max(200).exactOptional() })
export type Grant = Readonly<z.infer<typeof Grant>>

/** A grant as it counts now: own, or lent by a person for whom the actor stands in. */
export interface EffectiveGrant extends Grant {
  readonly viaPersonId: PersonId | null
  readonly viaName: string | null
}

/** Who acts: always a person, signed in by an account of a town. */
export interface Actor {
  readonly townId: TownId
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly name: string
  readonly grants: readonly EffectiveGrant[]
}

/** The grants by which the actor holds one of these roles in a department; town-wide grants of the role count everywhere. */
export const grantsFor = (
  actor: Pick<Actor, 'grants'>,
  roles: readonly Role[],
  departmentId: DepartmentId | undefined,
): readonly EffectiveGrant[] =>
  actor.grants.filter(
    grant => roles.includes(grant.role) && (grant.departmentId === null || grant.departmentId === departmentId),
  )

/**
 * The same in a scope. Where health data lies, a right counts only if it is the person's own and given for exactly that
 * department: what is lent or holds for the whole town opens nothing there.
 */
export function grantsIn(actor: Pick<Actor, 'grants'>, roles: readonly Role[], scope: string): readonly EffectiveGrant[] {
  const department = departmentOf(scope)
  const grants = grantsFor(actor, roles, department)
  return isHealthScope(scope) ? grants.filter(grant => grant.viaPersonId === null && grant.departmentId === department) : grants
}
