import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grant } from '../../actor.ts'
import { AccountId, DepartmentId, PersonId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { changeAccount, comeBack, handOverDuties, leave, moveAccount } from './account-commands.ts'
import { closeDepartment, orderDepartments, renameDepartment, reopenDepartment } from './department-commands.ts'
import { GivenGrants, hasAdministrator, mayChangeGrants, TOWN_ROLES, DEPARTMENT_ROLES } from './grants.ts'
import { isSameRights, withGroupGrants } from './group-rights.ts'
import { isThere } from './rights.ts'
import type { Department, Staff } from './tables.ts'
import { anActor, aStaffAccount } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9))
const [ORDNUNG, BAU, ZU] = ['ordnung', 'bau', 'zu'].map(id => DepartmentId.parse(id)) as [DepartmentId, DepartmentId, DepartmentId]
const department = (id: DepartmentId, position: number, more: Partial<Department> = {}): Department => ({ id, scope: 'town', version: 1, name: id, position, letterhead: null, closedAt: null, ...more })

const administrator = anActor('administrator', '9')
const standIn = anActor('administrator', '8', { grants: [{ role: 'administrator', departmentId: null, viaPersonId: administrator.personId, viaName: 'Lars' }] })
const ofOneDepartment = anActor('administrator', '7', { grants: [{ role: 'administrator', departmentId: ORDNUNG, viaPersonId: null, viaName: null }] })

const katrin = aStaffAccount({ deputyships: [{ forPersonId: PersonId.parse('0192a000-0000-7000-8000-0000000000a2'), from: NOW, until: instantFromMs(Date.UTC(2026, 11, 24)) }] })
const colleague = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a2'), login: 'bernd', name: 'Bernd Beier' })
const self = aStaffAccount({ id: administrator.accountId, personId: administrator.personId, login: 'lars', name: 'Lars Behrends', grants: [{ role: 'administrator', departmentId: null }] })

const town = (actor = administrator, katrins: Partial<Staff> = {}) => rowsUnderCommands([
  { table: 'departments', row: department(ORDNUNG, 1) },
  { table: 'departments', row: department(BAU, 2) },
  { table: 'departments', row: department(ZU, 3, { closedAt: NOW }) },
  { table: 'staff', row: { ...katrin, ...katrins } },
  { table: 'staff', row: colleague },
  { table: 'staff', row: self },
], actor, NOW)
const changed = (grants: readonly Grant[]) => ({ accountId: katrin.id, login: katrin.login, name: katrin.name, grants: GivenGrants.parse(grants) })

describe('what somebody may', () => {
  test('is said anew, with the name and the login, and rights that a group gave stay', () => {
    const here = town(administrator, { grants: [{ role: 'clerk', departmentId: ORDNUNG }, { role: 'lead', departmentId: BAU, fromGroup: 'Bauamt-Leitung' }] })
    expect(here.run(changeAccount, { ...changed([{ role: 'clerk', departmentId: BAU }]), login: 'katrin.winter', name: 'Katrin Winter' })).toBe('ok')
    expect(here.get('staff', katrin.id)).toMatchObject({ login: 'katrin.winter', name: 'Katrin Winter', grants: [{ role: 'clerk', departmentId: BAU }, { role: 'lead', departmentId: BAU, fromGroup: 'Bauamt-Leitung' }] })
  })

  test('for every department stays, because no screen gives it', () => {
    const here = town(administrator, { grants: [{ role: 'lead', departmentId: null }, { role: 'clerk', departmentId: ORDNUNG }] })
    expect(here.run(changeAccount, changed([]))).toBe('ok')
    expect(here.get('staff', katrin.id)?.grants).toEqual([{ role: 'lead', departmentId: null }])
  })

  test.each([
    ['a department that is closed', changed([{ role: 'clerk', departmentId: ZU }]), 'staff/department-closed'],
    ['a department that is not there', changed([{ role: 'clerk', departmentId: DepartmentId.parse('nirgends') }]), 'applications/unknown-department'],
  ])('is not given in %s', (_what, input, code) => {
    expect(town().run(changeAccount, input)).toMatchObject({ code })
  })

  test.each([['a clerk', anActor('clerk', '9')], ['a lead', anActor('lead', '9')], ['the data protection officer', anActor('data-protection-officer', '9')], ['an administrator of one department', ofOneDepartment]])('is not said by %s', (_who, actor) => {
    expect(town(actor).run(changeAccount, changed([]))).toMatchObject({ code: 'commands/not-allowed' })
    expect(town(actor).run(leave, { accountId: katrin.id, lastDay: null })).toMatchObject({ code: 'commands/not-allowed' })
    expect(town(actor).run(renameDepartment, { departmentId: BAU, name: 'Bau' })).toMatchObject({ code: 'commands/not-allowed' })
  })

  test('of oneself becomes less and never more', () => {
    const own = { accountId: self.id, login: self.login, name: self.name }
    expect(town().run(changeAccount, { ...changed([{ role: 'administrator', departmentId: null }, { role: 'clerk', departmentId: ORDNUNG }]), ...own })).toMatchObject({ code: 'staff/own-rights' })
    expect(town().run(changeAccount, { ...changed([{ role: 'administrator', departmentId: null }]), ...own, name: 'Lars B.' })).toBe('ok')
    expect(town().run(leave, { accountId: self.id, lastDay: null })).toMatchObject({ code: 'staff/own-rights' })
  })

  test('goes to another department as a whole, once', () => {
    const here = town(administrator, { grants: [{ role: 'clerk', departmentId: ORDNUNG }, { role: 'lead', departmentId: ORDNUNG }, { role: 'clerk', departmentId: BAU }] })
    expect(here.run(moveAccount, { accountId: katrin.id, fromDepartmentId: ORDNUNG, toDepartmentId: BAU })).toBe('ok')
    expect(here.get('staff', katrin.id)?.grants).toEqual([{ role: 'clerk', departmentId: BAU }, { role: 'lead', departmentId: BAU }])
    expect(here.run(moveAccount, { accountId: katrin.id, fromDepartmentId: ORDNUNG, toDepartmentId: BAU })).toMatchObject({ code: 'staff/nothing-to-move' })
  })

  test('who only stands in for an administrator makes none and ends none, and does all else', () => {
    expect(town(standIn).run(changeAccount, changed([{ role: 'administrator', departmentId: null }]))).toMatchObject({ code: 'staff/lent-administrator' })
    expect(town(standIn).run(leave, { accountId: self.id, lastDay: null })).toMatchObject({ code: 'staff/lent-administrator' })
    expect(town(standIn).run(changeAccount, changed([{ role: 'lead', departmentId: ORDNUNG }]))).toBe('ok')
  })
})

describe('leaving', () => {
  test('at once takes every right and every deputyship, and coming back gives only what is given then', () => {
    const here = town()
    expect(here.run(leave, { accountId: katrin.id, lastDay: null })).toBe('ok')
    expect(here.get('staff', katrin.id)).toMatchObject({ active: false, grants: [], deputyships: [], name: katrin.name })
    expect(here.run(leave, { accountId: katrin.id, lastDay: null })).toMatchObject({ code: 'staff/left-already' })
    expect(here.run(comeBack, { accountId: katrin.id, grants: [] })).toMatchObject({ code: 'staff/no-rights' })
    expect(here.run(comeBack, { accountId: katrin.id, grants: [{ role: 'clerk', departmentId: BAU }] })).toBe('ok')
    expect(here.get('staff', katrin.id)).toMatchObject({ active: true, grants: [{ role: 'clerk', departmentId: BAU }] })
    expect(here.run(comeBack, { accountId: katrin.id, grants: [] })).toMatchObject({ code: 'staff/is-there' })
  })

  test('on a day lasts to the end of that German day, and can be taken back until then', () => {
    const here = town()
    expect(here.run(leave, { accountId: katrin.id, lastDay: '2026-11-23' })).toMatchObject({ code: 'staff/last-day-over' })
    expect(here.run(leave, { accountId: katrin.id, lastDay: '2026-11-30' })).toBe('ok')
    const leaving = here.get('staff', katrin.id) ?? katrin
    const midnight = Date.UTC(2026, 10, 30, 23)
    expect([isThere(leaving, instantFromMs(midnight - 1)), isThere(leaving, instantFromMs(midnight))]).toEqual([true, false])
    expect(here.run(comeBack, { accountId: katrin.id, grants: [] })).toBe('ok')
    expect(here.get('staff', katrin.id)).toMatchObject({ leavesAt: null, grants: katrin.grants })
  })

  test('what was in hand goes to somebody who works there, or to nobody', () => {
    const duties = { accountId: katrin.id, departmentId: ORDNUNG }
    expect(town().run(handOverDuties, { ...duties, toAccountId: colleague.id })).toBe('ok')
    expect(town().run(handOverDuties, { ...duties, toAccountId: null })).toBe('ok')
    for (const other of [katrin.id, self.id]) expect(town().run(handOverDuties, { ...duties, toAccountId: other })).toMatchObject({ code: 'applications/assignee-unfit' })
  })
})

describe('departments', () => {
  test('are renamed, put in order, closed and opened again', () => {
    const here = town()
    expect(here.run(renameDepartment, { departmentId: BAU, name: 'Bauen und Wohnen' })).toBe('ok')
    expect(here.run(orderDepartments, { departmentIds: [BAU, ORDNUNG] })).toBe('ok')
    expect([here.get('departments', BAU), here.get('departments', ORDNUNG)]).toMatchObject([{ name: 'Bauen und Wohnen', position: 1 }, { position: 2 }])
    expect(here.run(closeDepartment, { departmentId: BAU })).toBe('ok')
    expect(here.run(closeDepartment, { departmentId: BAU })).toMatchObject({ code: 'staff/department-closed' })
    expect(here.run(reopenDepartment, { departmentId: BAU })).toBe('ok')
    expect(here.run(reopenDepartment, { departmentId: BAU })).toMatchObject({ code: 'staff/department-open' })
  })
})

describe('rights, whatever they are', () => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
  const ofDepartments = fc.record({ role: fc.constantFrom(...DEPARTMENT_ROLES), departmentId: fc.constantFrom(ORDNUNG, BAU) })
  const ofTown = fc.record({ role: fc.constantFrom(...TOWN_ROLES), departmentId: fc.constant(null) })
  const grants: fc.Arbitrary<readonly Grant[]> = fc.array(fc.oneof(ofDepartments, ofTown), { maxLength: 5 })

  test(`nobody ever may more by their own hand (FC_SEED=${seed})`, () => {
    const raised = fc.defaultReportMessage(fc.check(fc.property(grants, grants, (before, after) => {
      const may = mayChangeGrants(administrator, { personId: administrator.personId }, before, after)
      return !may.ok || after.every(grant => before.some(held => held.role === grant.role && held.departmentId === grant.departmentId))
    }), { seed, numRuns: 500 }))
    expect(raised).toBeUndefined()
  })

  test(`groups add to what was given by hand, and give an administrator nothing else (FC_SEED=${seed})`, () => {
    const mapping = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), grant: fc.oneof(ofDepartments, ofTown) }), { maxLength: 6 })
    const found = fc.defaultReportMessage(fc.check(fc.property(grants, fc.subarray(['a', 'b', 'c']), mapping, (byHand, groups, given) => {
      const now = withGroupGrants(byHand, groups, given)
      const again = withGroupGrants(now, groups, given)
      const isAdministrator = now.some(({ role }) => role === 'administrator')
      const onlyThat = now.filter(({ fromGroup }) => fromGroup !== undefined).every(({ role }) => !isAdministrator || role === 'administrator')
      return byHand.every(grant => now.includes(grant)) && isSameRights(now, again) && onlyThat && isSameRights(withGroupGrants(now, [], given), byHand)
    }), { seed, numRuns: 500 }))
    expect(found).toBeUndefined()
  })

  test('an administrator who is leaving is not the one who is left', () => {
    expect(hasAdministrator([self])).toBe(true)
    for (const gone of [{ active: false }, { leavesAt: NOW }, { grants: [{ role: 'administrator' as const, departmentId: ORDNUNG }] }]) expect(hasAdministrator([{ ...self, ...gone }])).toBe(false)
  })
})
