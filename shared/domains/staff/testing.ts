import type { Actor, Role } from '../../actor.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../ids.ts'
import { isTownRole } from './grants.ts'
import type { Staff } from './tables.ts'

/** A person signed in with one role, in the department `ordnung` or for the whole town; `digit` tells persons apart. */
export function anActor(role: Role = 'clerk', digit = '1', overrides: Partial<Actor> = {}): Actor {
  return {
    townId: TownId.parse('tangerhuette'),
    accountId: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${digit}`),
    personId: PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`),
    name: `Person ${digit}`,
    grants: [{ role, departmentId: isTownRole(role) ? null : DepartmentId.parse('ordnung'), viaPersonId: null, viaName: null }],
    ...overrides,
  }
}

export function aStaffAccount(overrides: Partial<Staff> = {}): Staff {
  return {
    id: AccountId.parse('0192a000-0000-7000-8000-0000000000b1'),
    scope: 'town',
    version: 1,
    personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a1'),
    login: 'katrin.sommer',
    name: 'Katrin Sommer',
    grants: [{ role: 'clerk', departmentId: DepartmentId.parse('ordnung') }],
    deputyships: [],
    active: true,
    leavesAt: null,
    ...overrides,
  }
}
