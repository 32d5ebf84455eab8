import * as z from 'zod'
import { defineCommand, type State } from '../../command.ts'
import { DepartmentId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { administersTown } from './grants.ts'
import type { Department } from './tables.ts'

const OnDepartment = z.object({ departmentId: DepartmentId })
const DepartmentName = z.string().trim().min(1).max(120)
const MOST_DEPARTMENTS = 200

const ONLY_ADMINISTRATORS = ['administrator'] as const
const ofDepartments = { version: 1, offline: 'online-only', roles: ONLY_ADMINISTRATORS, onlyIfUnchanged: false } as const

const theDepartment = ({ departmentId }: z.infer<typeof OnDepartment>) => [{ table: 'departments', id: departmentId }] as const

function departmentIn(state: State, departmentId: DepartmentId): Result<Department> {
  const department = state.get('departments', departmentId)
  return department ? ok(department) : refuse('applications/unknown-department')
}

const put = (row: Department) => ({ table: 'departments', row }) as const

/** One more department, behind all others: the service puts it there, and refuses a name that is there. */
export const addDepartment = defineCommand({
  ...ofDepartments,
  name: 'departments.add',
  mayMake: true,
  input: OnDepartment.extend({ name: DepartmentName }),
  reads: theDepartment,
  decide: (state, { departmentId, name }, { actor }) => {
    if (!administersTown(actor)) return refuse('commands/not-allowed')
    if (state.get('departments', departmentId)) return refuse('town-setup/known-department')
    return ok([put({ id: departmentId, scope: TOWN_SCOPE, version: 0, name, position: 0, letterhead: null, closedAt: null })])
  },
})

/** Another name; everything in the department stays where it is. */
export const renameDepartment = defineCommand({
  ...ofDepartments,
  name: 'departments.rename',
  input: OnDepartment.extend({ name: DepartmentName }),
  reads: theDepartment,
  decide: (state, { departmentId, name }, { actor }) => {
    if (!administersTown(actor)) return refuse('commands/not-allowed')
    const found = departmentIn(state, departmentId)
    return found.ok ? ok([put({ ...found.value, name })]) : found
  },
})

/** The order in which departments are listed everywhere; those that are not named come behind, as they were. */
export const orderDepartments = defineCommand({
  ...ofDepartments,
  name: 'departments.order',
  input: z.object({ departmentIds: z.array(DepartmentId).min(1).max(MOST_DEPARTMENTS) }),
  reads: ({ departmentIds }) => departmentIds.map(id => ({ table: 'departments', id }) as const),
  decide: (state, { departmentIds }, { actor }) => {
    if (!administersTown(actor)) return refuse('commands/not-allowed')
    const ordered = departmentIds.flatMap(id => state.get('departments', id) ?? [])
    if (ordered.length < departmentIds.length) return refuse('applications/unknown-department')
    return ok(ordered.flatMap((department, index) => (department.position === index + 1 ? [] : [put({ ...department, position: index + 1 })])))
  },
})

/** Nobody gets tasks there any more. The service refuses it while somebody works there, or something is open there. */
export const closeDepartment = defineCommand({
  ...ofDepartments,
  name: 'departments.close',
  input: OnDepartment,
  reads: theDepartment,
  decide: (state, { departmentId }, { actor, now }) => {
    if (!administersTown(actor)) return refuse('commands/not-allowed')
    const found = departmentIn(state, departmentId)
    if (!found.ok) return found
    return found.value.closedAt ? refuse('staff/department-closed', { name: found.value.name }) : ok([put({ ...found.value, closedAt: now })])
  },
})

/** A department that was closed is worked in again. */
export const reopenDepartment = defineCommand({
  ...ofDepartments,
  name: 'departments.reopen',
  input: OnDepartment,
  reads: theDepartment,
  decide: (state, { departmentId }, { actor }) => {
    if (!administersTown(actor)) return refuse('commands/not-allowed')
    const found = departmentIn(state, departmentId)
    if (!found.ok) return found
    return found.value.closedAt ? ok([put({ ...found.value, closedAt: null })]) : refuse('staff/department-open', { name: found.value.name })
  },
})

export const departmentCommands = [addDepartment, renameDepartment, orderDepartments, closeDepartment, reopenDepartment] as const
