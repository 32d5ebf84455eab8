import { expect, test } from 'vitest'
import type { SignedInPerson } from '../../../shared/contract/session.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { AccountId, DepartmentId, PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { deputyLines, fitDeputies, lendersFor } from './deputy-lines.ts'

const at = (day: number) => instantFromMs(Date.UTC(2026, 10, day))
const account = (digit: string, role: 'clerk' | 'lead', more: Partial<Staff> = {}): Staff => aStaffAccount({
  id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${digit}`), personId: PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`),
  name: `Person ${digit}`, login: `person${digit}`, grants: [{ role, departmentId: DepartmentId.parse('ordnung') }], ...more,
})
const signedIn = ({ id, personId, name, grants }: Staff): SignedInPerson => ({ accountId: id, personId, name, grants: grants.map(grant => ({ ...grant, viaPersonId: null, viaName: null })) })

const anna = account('1', 'clerk')
const bernd = account('2', 'clerk')
const carla = account('3', 'lead')
const lent = (lender: Staff, from: number, until: number) => ({ forPersonId: lender.personId, from: at(from), until: at(until) })

test('what runs stands first, the person’s own before others, and what is over last', () => {
  const staff = [{ ...anna, deputyships: [lent(bernd, 1, 10)] }, { ...bernd, deputyships: [lent(carla, 20, 30), lent(carla, 25, 28)] }, { ...carla, deputyships: [lent(anna, 21, 29)] }]
  const lines = deputyLines(staff, signedIn(anna), at(22))
  expect(lines.map(({ deputy, standing, isMine, mayEnd }) => [deputy.name, standing, isMine, mayEnd])).toEqual([
    ['Person 3', 'running', true, true], ['Person 2', 'running', false, false], ['Person 2', 'planned', false, false], ['Person 1', 'over', true, false],
  ])
})

test('a clerk names deputies for themself, a lead for the team, and a second account counts with the first', () => {
  const staff = [anna, bernd, carla]
  expect(lendersFor(staff, signedIn(anna)).map(({ name }) => name)).toEqual(['Person 1'])
  expect(fitDeputies(staff, signedIn(anna), anna).map(({ name }) => name)).toEqual(['Person 2', 'Person 3'])
  expect(lendersFor(staff, signedIn(carla)).map(({ name }) => name)).toEqual(['Person 3', 'Person 1', 'Person 2'])
  const second = { ...account('4', 'lead'), personId: anna.personId }
  expect(fitDeputies([...staff, second], signedIn(anna), anna).map(({ name }) => name)).toEqual(['Person 3'])
})
