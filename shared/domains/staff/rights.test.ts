import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grantsFor, ROLES, type Grant } from '../../actor.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../ids.ts'
import { channelScope, departmentScope, healthArchiveScope, healthScope } from '../../scope.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { isActiveAt, mayEnd, mayLend, periodOf, withDeputyship, withoutDeputyship } from './deputies.ts'
import { actorOf, scopesOf } from './rights.ts'
import type { Deputyship, Staff } from './tables.ts'
import { anActor, aStaffAccount } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
/** What a property found against it, with the seed and the smallest example; nothing where it holds. */
const objectionTo = <Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>): string | undefined => fc.defaultReportMessage(fc.check(property, { seed, numRuns: 1_000 }))

const TOWN = TownId.parse('tangerhuette')
const DEPARTMENTS = ['ordnung', 'soziales', 'bau'].map(id => DepartmentId.parse(id))
const SCOPES = DEPARTMENTS.flatMap(department => [departmentScope(department), channelScope(department), healthScope(department), healthArchiveScope(department)])
const START_MS = Date.UTC(2026, 10, 22, 9)
const at = (minutes: number): Instant => instantFromMs(START_MS + minutes * 60_000)
const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)

const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom(...ROLES), departmentId: fc.constantFrom(...DEPARTMENTS, null) })
const deputyship: fc.Arbitrary<Deputyship> = fc.record({ forPersonId: fc.nat({ max: 4 }).map(person), from: fc.integer({ min: -60, max: 60 }), minutes: fc.integer({ min: 1, max: 90 }) })
  .map(({ forPersonId, from, minutes }) => ({ forPersonId, from: at(from), until: at(from + minutes) }))

/** Five people, the last account being a second one of the first person; chains and circles of deputies included. */
const staff: fc.Arbitrary<readonly Staff[]> = fc.tuple(...Array.from({ length: 6 }, (_, index) =>
  fc.record({ grants: fc.array(grant, { maxLength: 3 }), deputyships: fc.array(deputyship, { maxLength: 3 }), active: fc.boolean() }).map(rest =>
    aStaffAccount({ ...rest, id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${index}`), personId: person(index % 5), login: `person${index}`, name: `Person ${index % 5}` }))))
const aMinute = fc.integer({ min: -90, max: 180 })
const anIndex = fc.nat({ max: 5 })
const one = (everyone: readonly Staff[], index: number): Staff => everyone[index] ?? aStaffAccount()

const worksIn = (grants: readonly Grant[], department: DepartmentId, ...roles: readonly Grant['role'][]): boolean =>
  grants.some(({ role, departmentId }) => roles.includes(role) && (departmentId === null || departmentId === department))

describe(`rights, in random towns (FC_SEED=${seed})`, () => {
  test('a right is a person’s own, or lent at this very minute by somebody active who has it themself', () => {
    expect(objectionTo(fc.property(staff, anIndex, aMinute, (everyone, index, minute) => {
      const account = one(everyone, index)
      return actorOf(TOWN, account, everyone, at(minute)).grants.every(({ role, departmentId, viaPersonId }) => {
        const has = (other: Staff): boolean => other.grants.some(own => own.role === role && own.departmentId === departmentId)
        if (viaPersonId === null) return has(account)
        const isLentNow = account.deputyships.some(lent => lent.forPersonId === viaPersonId && isActiveAt(lent, at(minute)))
        // Own grants of the lender only: a chain of deputies ends after one link.
        return isLentNow && everyone.some(other => other.personId === viaPersonId && other.active && has(other))
      })
    }))).toBeUndefined()
  })

  test('a deputyship ends with its minute, and every right that came by it', () => {
    expect(objectionTo(fc.property(staff, anIndex, (everyone, index) => {
      const account = one(everyone, index)
      return account.deputyships.every(({ forPersonId, until }) => {
        const goesOn = account.deputyships.some(other => other.forPersonId === forPersonId && other.from <= until && until < other.until)
        return goesOn || actorOf(TOWN, account, everyone, until).grants.every(({ viaPersonId }) => viaPersonId !== forPersonId)
      })
    }))).toBeUndefined()
  })

  test('a desk holds a department’s cases by a role in it or in the whole town, and by nothing else', () => {
    expect(objectionTo(fc.property(staff, anIndex, aMinute, (everyone, index, minute) => {
      const actor = actorOf(TOWN, one(everyone, index), everyone, at(minute))
      const scopes = scopesOf(actor, SCOPES)
      return DEPARTMENTS.every(department => {
        const works = worksIn(actor.grants, department, 'clerk', 'lead')
        return scopes.includes(departmentScope(department)) === works && grantsFor(actor, ['clerk', 'lead'], department).length > 0 === works
      })
    }))).toBeUndefined()
  })

  test('a desk holds what a department says to the public as it holds its cases, and an officer’s besides', () => {
    expect(objectionTo(fc.property(staff, anIndex, aMinute, (everyone, index, minute) => {
      const actor = actorOf(TOWN, one(everyone, index), everyone, at(minute))
      const scopes = scopesOf(actor, SCOPES)
      return DEPARTMENTS.every(department => scopes.includes(channelScope(department)) === worksIn(actor.grants, department, 'clerk', 'lead', 'officer'))
    }))).toBeUndefined()
  })

  test('a desk holds a department’s health data by a right of one’s own for exactly this department, and by nothing else', () => {
    expect(objectionTo(fc.property(staff, anIndex, aMinute, (everyone, index, minute) => {
      const account = one(everyone, index)
      const scopes = scopesOf(actorOf(TOWN, account, everyone, at(minute)), SCOPES)
      const works = (department: DepartmentId): boolean => account.grants.some(({ role, departmentId }) => departmentId === department && ['clerk', 'lead', 'physician'].includes(role))
      return DEPARTMENTS.every(department => scopes.includes(healthScope(department)) === works(department))
    }))).toBeUndefined()
  })

  test('nobody lends by a lent right or to themself, and without a lead or an administrator nothing the deputy could not do alone', () => {
    expect(objectionTo(fc.property(staff, anIndex, anIndex, anIndex, aMinute, (everyone, who, from, to, minute) => {
      const [account, lender, deputy] = [one(everyone, who), one(everyone, from), one(everyone, to)]
      const actor = actorOf(TOWN, account, everyone, at(minute))
      const own = actor.grants.filter(({ viaPersonId }) => viaPersonId === null)
      const isAllowed = mayLend(actor, lender, deputy).ok
      if (isAllowed !== mayLend({ ...actor, grants: own }, lender, deputy).ok) return false
      if (!isAllowed) return true
      const arranges = own.some(({ role }) => role === 'lead' || role === 'administrator')
      const covered = lender.grants.every(({ role, departmentId }) =>
        deputy.grants.some(held => (held.departmentId === null || held.departmentId === departmentId) && (held.role === role || (role === 'clerk' && held.role === 'lead'))))
      return lender.personId !== deputy.personId && (arranges || (actor.personId === lender.personId && covered))
    }))).toBeUndefined()
  })

  test('whoever arranges a deputyship for themself comes by no case they could not work on before', () => {
    expect(objectionTo(fc.property(staff, anIndex, anIndex, anIndex, aMinute, (everyone, who, from, to, minute) => {
      const [account, lender, deputy] = [one(everyone, who), one(everyone, from), one(everyone, to)]
      const actor = actorOf(TOWN, account, everyone, at(minute))
      if (deputy.personId !== actor.personId || !mayLend(actor, lender, deputy).ok) return true
      const theirs = everyone.filter(({ personId }) => personId === actor.personId).flatMap(({ grants }) => grants)
      return DEPARTMENTS.every(department => !worksIn(lender.grants, department, 'clerk', 'lead') || worksIn(theirs, department, 'clerk', 'lead'))
    }))).toBeUndefined()
  })

  test('a deputyship set is there for its days, and ended it is over at once', () => {
    const lender = aStaffAccount({ personId: person(7), active: true, grants: [{ role: 'lead', departmentId: null }] })
    const holdsAt = (account: Staff, now: Instant): boolean => actorOf(TOWN, account, [lender], now).grants.some(({ viaPersonId }) => viaPersonId === person(7))
    const day = (offset: number): string => instantFromMs(START_MS + offset * 86_400_000).slice(0, 10)
    expect(objectionTo(fc.property(staff, anIndex, fc.integer({ min: -3, max: 10 }), fc.integer({ min: 0, max: 400 }), (everyone, index, first, days) => {
      const period = periodOf(day(first), day(first + days), at(0))
      if (!period.ok) return true
      const added = { forPersonId: person(7), ...period.value }
      const lastMoment = instantFromMs(Date.parse(added.until) - 1)
      const set = withDeputyship(one(everyone, index), added, at(0))
      const ended = set.ok ? withoutDeputyship(set.value, added, at(1)) : set
      if (!set.ok || !ended.ok || withDeputyship(set.value, added, at(0)).ok) return false
      const isThere = holdsAt(set.value, added.from) && holdsAt(set.value, lastMoment) && !holdsAt(set.value, added.until)
      return isThere && !holdsAt(ended.value, at(1)) && !holdsAt(ended.value, lastMoment)
    }))).toBeUndefined()
  })
})

const clerk = (digit: string, department = 'ordnung', role: Grant['role'] = 'clerk'): Staff => aStaffAccount({
  id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${digit}`), personId: PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`),
  name: `Person ${digit}`, grants: [{ role, departmentId: DepartmentId.parse(department) }],
})

test.each([
  ['a clerk by a colleague', anActor('clerk', '1'), clerk('1'), clerk('2'), 'ok'],
  ['a clerk by their lead', anActor('clerk', '1'), clerk('1'), clerk('2', 'ordnung', 'lead'), 'ok'],
  ['a lead by a clerk, as the lead of the team says', anActor('lead', '1'), clerk('1', 'ordnung', 'lead'), clerk('2'), 'ok'],
  ['a lead by a clerk of another department', anActor('lead', '1'), clerk('1', 'ordnung', 'lead'), clerk('2', 'bau'), 'staff/deputy-unfit'],
  ['a clerk by somebody from another department', anActor('clerk', '1'), clerk('1'), clerk('2', 'bau'), 'staff/deputy-unfit'],
  ['a colleague’s leave, arranged by a clerk', anActor('clerk', '1'), clerk('2'), clerk('3'), 'commands/not-allowed'],
  ['two clerks, arranged by their lead', anActor('lead', '1'), clerk('2'), clerk('3'), 'ok'],
  ['two clerks of another department, arranged by a lead', anActor('lead', '1'), clerk('2', 'bau'), clerk('3', 'bau'), 'commands/not-allowed'],
  ['anybody, arranged by an administrator', anActor('administrator', '1'), clerk('2'), clerk('3', 'bau'), 'ok'],
  ['an administrator who would gain', anActor('administrator', '1'), clerk('2'), clerk('1', 'bau', 'administrator'), 'commands/not-allowed'],
  ['oneself', anActor('lead', '1'), clerk('1'), clerk('1'), 'staff/own-deputy'],
] as const)('%s', (_, actor, lender, deputy, code) => {
  const allowed = mayLend(actor, lender, deputy)
  expect(allowed.ok ? 'ok' : allowed.error.code).toBe(code)
})

test('both of the two, their lead and an administrator may end a deputyship; a colleague may not', () => {
  const [lender, deputy] = [clerk('1'), clerk('2')]
  const may = [anActor('clerk', '1'), anActor('clerk', '2'), anActor('lead', '3'), anActor('administrator', '4'), anActor('clerk', '5')]
  expect(may.map(actor => mayEnd(actor, lender, deputy))).toEqual([true, true, true, true, false])
})

test.each([
  ['2026-11-22', '2026-11-29', { from: at(0), until: '2026-11-29T23:00:00.000Z' }],
  ['2026-11-01', '2026-11-22', { from: at(0), until: '2026-11-22T23:00:00.000Z' }],
  ['2027-03-27', '2027-03-28', { from: '2027-03-26T23:00:00.000Z', until: '2027-03-28T22:00:00.000Z' }],
  ['2026-11-29', '2026-11-28', 'staff/deputy-period'],
  ['2026-11-01', '2026-11-21', 'staff/deputy-period'],
  ['2026-12-01', '2028-01-01', 'staff/deputy-too-long'],
] as const)('from %s to %s', (first, last, expected) => {
  const period = periodOf(first, last, at(0))
  expect(period.ok ? period.value : period.error.code).toEqual(expected)
})
