import type { Grant } from '../../../shared/actor.ts'
import { DEPARTMENT_ROLES, TOWN_ROLES } from '../../../shared/domains/staff/grants.ts'

export const PERSON_ROLES = [...DEPARTMENT_ROLES, ...TOWN_ROLES] as const
type PersonRole = (typeof PERSON_ROLES)[number]

/** A task as it is being written: of a role for the whole town the department chosen before is kept, but not given. */
export interface WrittenTask {
  readonly key: string
  readonly role: PersonRole
  /** Null: not chosen yet. */
  readonly departmentId: string | null
}

export const aTask = (): WrittenTask => ({ key: crypto.randomUUID(), role: 'clerk', departmentId: null })

/** A task that somebody has, to be changed. */
export const writtenTask = ({ role, departmentId }: Grant): WrittenTask => ({ key: crypto.randomUUID(), role, departmentId })

export const isOfDepartment = (role: PersonRole): boolean => DEPARTMENT_ROLES.some(one => one === role)

export const grantOf = ({ role, departmentId }: WrittenTask) => ({ role, departmentId: isOfDepartment(role) ? departmentId : null })

/** Whether one above it is the same; two that have no department yet are not. */
export function isTwice(tasks: readonly WrittenTask[], index: number): boolean {
  const [wanted, ...before] = [...tasks.slice(0, index + 1)].toReversed().map(grantOf)
  if (!wanted || (wanted.departmentId === null && isOfDepartment(wanted.role))) return false
  return before.some(({ role, departmentId }) => role === wanted.role && departmentId === wanted.departmentId)
}
