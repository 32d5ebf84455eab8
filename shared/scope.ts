import { DepartmentId } from './ids.ts'

/** A row belongs to one scope: the whole town (forms, staff, departments) or one department (cases). */
export type Scope = 'town' | `department:${string}`

export const TOWN_SCOPE = 'town' satisfies Scope

export const departmentScope = (department: DepartmentId): Scope => `department:${department}`

/** The department of a scope, or undefined for the town's. */
export function departmentOf(scope: string): DepartmentId | undefined {
  return scope.startsWith('department:') ? DepartmentId.parse(scope.slice('department:'.length)) : undefined
}
