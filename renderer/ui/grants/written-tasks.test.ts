import { expect, test } from 'vitest'
import { NewPerson } from '../../../shared/wire/town-setup.ts'
import { aTask, grantOf, isTwice, type WrittenTask } from './written-tasks.ts'

const task = (role: WrittenTask['role'], departmentId: string | null): WrittenTask => ({ ...aTask(), role, departmentId })

test('what is said twice is known by role and department', () => {
  const tasks = [task('clerk', 'ordnung'), task('physician', 'ordnung'), task('clerk', 'ordnung'), task('officer', 'ordnung'), task('officer', 'bau'), task('lead', null), task('lead', null)]
  expect(tasks.map((_, index) => isTwice(tasks, index))).toEqual([false, false, true, false, true, false, false])
})

test('a department that was chosen before a role of the whole town is not given with it', () => {
  const parsed = NewPerson.safeParse({ login: 'jana.weiss', name: 'Jana Weiß', grants: [task('officer', 'bau'), task('physician', 'ordnung')].map(grantOf) })
  expect(parsed.data?.grants).toEqual([{ role: 'officer', departmentId: null }, { role: 'physician', departmentId: 'ordnung' }])
})
