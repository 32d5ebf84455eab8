import { DepartmentId, PersonId } from './ids.ts'

/** A row belongs to one scope: the whole town (forms, staff, departments), one department (cases), or one person (own views, settings). */
export type Scope = 'town' | `department:${string}` | `person:${string}`

export const TOWN_SCOPE = 'town' satisfies Scope

export const departmentScope = (department: DepartmentId): Scope => `department:${department}`

export const personScope = (person: PersonId): Scope => `person:${person}`

/** The department of a scope, or undefined for the town's and a person's. */
export function departmentOf(scope: string): DepartmentId | undefined {
  return scope.startsWith('department:') ? DepartmentId.parse(scope.slice('department:'.length)) : undefined
}

/** The person of a scope, or undefined for any other. */
export function personOf(scope: string): PersonId | undefined {
  return scope.startsWith('person:') ? PersonId.parse(scope.slice('person:'.length)) : undefined
}
