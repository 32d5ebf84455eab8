import { DepartmentId, PersonId } from './ids.ts'

/**
 * A row belongs to one scope: the whole town (forms, staff, departments), one department (cases), one person (own views,
 * settings), what a department says to the public, the service ID cards it gives out, or what it knows about people's health. Health data that is no longer worked with lies in the
 * archive: no desk holds it, the service alone answers from it.
 */
export type Scope = 'town' | `department:${string}` | `person:${string}` | `channel:${string}` | `cards:${string}` | `health:${string}` | `health-archive:${string}`

export const TOWN_SCOPE = 'town' satisfies Scope

export const departmentScope = (department: DepartmentId): Scope => `department:${department}`

/** What a department says through the info channel; officers hold it for every department, and none of its cases. */
export const channelScope = (department: DepartmentId): Scope => `channel:${department}`

/** Whether it holds what a department says to the public. */
export const isChannelScope = (scope: string): boolean => scope.startsWith('channel:')

/** The service ID cards that a department gives out; officers hold them too, because a lost card is blocked at any hour. */
export const cardScope = (department: DepartmentId): Scope => `cards:${department}`

export const isCardScope = (scope: string): boolean => scope.startsWith('cards:')

export const healthScope = (department: DepartmentId): Scope => `health:${department}`

export const healthArchiveScope = (department: DepartmentId): Scope => `health-archive:${department}`

export const personScope = (person: PersonId): Scope => `person:${person}`

/** The department of a scope, whatever it holds, or undefined for the town's and a person's. */
export function departmentOf(scope: string): DepartmentId | undefined {
  const [kind, id] = scope.split(':')
  return kind === 'department' || kind === 'channel' || kind === 'cards' || isHealthScope(scope) ? DepartmentId.parse(id) : undefined
}

/** Whether it holds health data (Art. 9 GDPR), on desks or in the archive. */
export const isHealthScope = (scope: string): boolean => scope.startsWith('health:') || isArchiveScope(scope)

/** Health data that no desk holds and the service alone answers from. */
export const isArchiveScope = (scope: string): boolean => scope.startsWith('health-archive:')

/** The person of a scope, or undefined for any other. */
export function personOf(scope: string): PersonId | undefined {
  return scope.startsWith('person:') ? PersonId.parse(scope.slice('person:'.length)) : undefined
}
