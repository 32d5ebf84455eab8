import type { Grant } from '../../actor.ts'
import { givenByHand, isSameGrant, MOST_GRANTS, type GivenGrant } from './grants.ts'

/** A group, and one right that it gives. */
export interface GroupGrant {
  readonly group: string
  readonly grant: GivenGrant
}

/** What these groups give, each right once and by the group that stands first. */
export function grantsOfGroups(groups: readonly string[], mapping: readonly GroupGrant[]): readonly Grant[] {
  const given = mapping.filter(({ group }) => groups.includes(group)).map(({ group, grant }): Grant => ({ ...grant, fromGroup: group }))
  return given.filter((grant, index) => given.findIndex(other => isSameGrant(grant, other)) === index)
}

/**
 * What somebody may with these groups: what was given by hand stays, and a group gives nothing twice. Whoever administers the town gets
 * nothing else from a group: administrators say what groups give, and would raise their own rights that way. No account has more than
 * `MOST_GRANTS`: what groups give beyond that is left out.
 */
export function withGroupGrants(held: readonly Grant[], groups: readonly string[], mapping: readonly GroupGrant[]): readonly Grant[] {
  const byHand = givenByHand(held)
  const byGroups = grantsOfGroups(groups, mapping).filter(grant => !byHand.some(own => isSameGrant(own, grant)))
  const administers = [...byHand, ...byGroups].some(({ role }) => role === 'administrator')
  return [...byHand, ...(administers ? byGroups.filter(({ role }) => role === 'administrator') : byGroups)].slice(0, Math.max(MOST_GRANTS, byHand.length))
}

export const isSameRights = (one: readonly Grant[], other: readonly Grant[]): boolean =>
  one.length === other.length && one.every(grant => other.some(known => isSameGrant(grant, known) && grant.fromGroup === known.fromGroup))
