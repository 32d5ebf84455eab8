import * as z from 'zod'
import type { Actor, Grant, Role } from '../../actor.ts'
import { DepartmentId } from '../../ids.ts'
import { refuse, ok, type Result } from '../../result.ts'
import type { Staff } from './tables.ts'

/** Held in a department each. */
export const DEPARTMENT_ROLES = ['clerk', 'lead', 'physician'] as const satisfies readonly Role[]
/** Held for the whole town. */
export const TOWN_ROLES = ['officer', 'administrator', 'data-protection-officer'] as const satisfies readonly Role[]

export const isTownRole = (role: Role): boolean => TOWN_ROLES.some(known => known === role)

/** A right as somebody gives it by hand, or a group of the town's own sign-in does. */
export const GivenGrant = z.discriminatedUnion('role', [
  z.object({ role: z.enum(DEPARTMENT_ROLES), departmentId: DepartmentId }),
  z.object({ role: z.enum(TOWN_ROLES), departmentId: z.null() }),
])
export type GivenGrant = Readonly<z.infer<typeof GivenGrant>>

/** Given to one person by hand. */
export const MOST_GRANTS = 60

export const isSameGrant = (one: Grant, other: Grant): boolean => one.role === other.role && one.departmentId === other.departmentId

export const GivenGrants = z.array(GivenGrant).max(MOST_GRANTS)
  .refine(grants => grants.every((grant, index) => grants.findIndex(other => isSameGrant(grant, other)) === index), 'nothing is given twice')

/** Rights that somebody gave by hand; the others come and go with the groups of the town's own sign-in. */
export const givenByHand = (grants: readonly Grant[]): readonly Grant[] => grants.filter(({ fromGroup }) => fromGroup === undefined)

/** Rights that are given and taken on a screen. */
export const changedByHand = (grants: readonly Grant[]): readonly Grant[] => givenByHand(grants).filter(({ role, departmentId }) => GivenGrant.safeParse({ role, departmentId }).success)

/** Rights that stay as they are whatever is changed on a screen: those by groups, and work in every department, which only the first file of people gives. */
export const keptAsTheyAre = (grants: readonly Grant[]): readonly Grant[] => grants.filter(grant => changedByHand([grant]).length === 0)

/** Rights that are in one list alone, whoever gave them. */
export function differingGrants<Held extends Grant>(before: readonly Held[], after: readonly Held[]): { readonly added: readonly Held[]; readonly removed: readonly Held[] } {
  const isIn = (grants: readonly Grant[]) => (grant: Grant): boolean => grants.some(held => isSameGrant(held, grant))
  return { added: after.filter(grant => !isIn(before)(grant)), removed: before.filter(grant => !isIn(after)(grant)) }
}

type Rights = Pick<Actor, 'grants'>

/** Whether somebody administers the whole town, by a right of their own or one that is lent to them. */
export const administersTown = ({ grants }: Rights): boolean => grants.some(({ role, departmentId }) => role === 'administrator' && departmentId === null)

/** The same by a right of their own. */
const administersByOwn = ({ grants }: Rights): boolean => administersTown({ grants: grants.filter(({ viaPersonId }) => viaPersonId === null) })

const isAdministrator = ({ role }: Grant): boolean => role === 'administrator'

/**
 * Whether the actor may change what a person may from `before` to `after`. Nobody raises their own rights, whatever account of
 * theirs they do it from: for them that means no right that was not there, so that seeing cases takes a second administrator.
 * Who only stands in for an administrator makes no administrators and ends none.
 */
export function mayChangeGrants(actor: Pick<Actor, 'personId' | 'grants'>, person: Pick<Staff, 'personId'>, before: readonly Grant[], after: readonly Grant[]): Result<null> {
  if (!administersTown(actor)) return refuse('commands/not-allowed')
  const { added, removed } = differingGrants(before, after)
  if (actor.personId === person.personId && added.length > 0) return refuse('staff/own-rights')
  return [...added, ...removed].some(isAdministrator) && !administersByOwn(actor) ? refuse('staff/lent-administrator') : ok(null)
}

/** Whether of these accounts somebody is left who administers the whole town. */
export const hasAdministrator = (accounts: readonly Pick<Staff, 'active' | 'leavesAt' | 'grants'>[]): boolean =>
  accounts.some(({ active, leavesAt, grants }) => active && !leavesAt && grants.some(grant => isAdministrator(grant) && grant.departmentId === null))
