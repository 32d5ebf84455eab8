import { expect, test } from 'vitest'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { AccountId, DepartmentId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { EVERYBODY, lastDayOf, presenceOf, shownPeople, taskInWords } from './people-rows.ts'

const katrin = aStaffAccount()
const bernd = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'), name: 'Bernd Beier', login: 'bernd', grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau') }] })
const gone = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b3'), name: 'Alt Jens', login: 'jens', active: false, grants: [] })
const words = ({ grants }: typeof katrin): string => grants.map(grant => taskInWords(grant, [{ id: DepartmentId.parse('bau'), name: 'Bauamt' }], role => role)).join(', ')
const shown = (filter: Partial<typeof EVERYBODY>, field = 'name', direction: 'asc' | 'desc' = 'asc') => shownPeople([katrin, bernd, gone], { ...EVERYBODY, ...filter }, { field, direction }, words).map(({ login }) => login)

test('people are found by name, login, task and department; who has left only when asked for', () => {
  expect(shown({})).toEqual(['bernd', 'katrin.sommer'])
  expect(shown({ withLeft: true })).toEqual(['jens', 'bernd', 'katrin.sommer'])
  expect([shown({ search: 'BAUAMT' }), shown({ search: 'katrin.s' }), shown({ departmentId: 'ordnung' })]).toEqual([['bernd'], ['katrin.sommer'], ['katrin.sommer']])
  expect([shown({}, 'login', 'desc'), shown({}, 'tasks')]).toEqual([['katrin.sommer', 'bernd'], ['katrin.sommer', 'bernd']])
})

test('who leaves with a day is there until its end', () => {
  const leaving = { active: true, leavesAt: instantFromMs(Date.UTC(2026, 10, 30, 23)) }
  expect([presenceOf(leaving), lastDayOf(leaving), presenceOf(katrin), presenceOf(gone)]).toEqual(['leaving', '2026-11-30', 'there', 'left'])
})
