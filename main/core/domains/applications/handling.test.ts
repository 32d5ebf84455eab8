import { afterEach, beforeEach, expect, test } from 'vitest'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { aStaffAccount, anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, DepartmentId } from '../../../../shared/ids.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { aDesk, type TestDesk } from '../../sync/testing.ts'
import { colleagues, knownTags } from './handling.ts'

const [anna, bernd, carla, dora] = ['1', '2', '3', '4'].map(digit => anActor('clerk', digit))
const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)
let desk: TestDesk

beforeEach(() => {
  desk = aDesk()
  const { db } = desk.cache
  const add = (actor: typeof anna, name: string, role: 'clerk' | 'administrator', departmentId: string | null, active = true) =>
    actor && putBase(db, 'staff', aStaffAccount({ id: actor.accountId, personId: actor.personId, login: name, name, active, grants: [{ role, departmentId: departmentId === null ? null : DepartmentId.parse(departmentId) }] }))
  add(anna, 'Zoe', 'clerk', 'ordnung')
  add(bernd, 'Änne', 'clerk', 'ordnung')
  add(carla, 'Carla', 'clerk', 'steuern')
  add(dora, 'Dora', 'administrator', null)
  for (const [number, status] of [[1, 'in-progress'], [2, 'decided'], [3, 'proposed']] as const)
    putBase(db, 'applications', anApplication({ id: idOf(number), number, status, assigneeId: anna?.personId ?? null, assigneeName: 'Zoe', tags: number === 1 ? ['Messe', 'Eilig'] : [] }))
})
afterEach(() => desk.remove())

test('a case can go to those who work in its department, each with what they have to do', () => {
  const { db } = desk.cache
  expect(colleagues(db, anActor(), DepartmentId.parse('ordnung'))).toMatchObject([{ name: 'Änne', openCases: 0 }, { name: 'Zoe', openCases: 2 }])
  expect(colleagues(db, anActor(), null).map(({ name }) => name)).toEqual(['Änne', 'Zoe'])
  replaceOverlay(db, { table: 'applications', id: idOf(1) }, anApplication({ id: idOf(1), number: 1, status: 'in-progress', assigneeId: bernd?.personId ?? null, assigneeName: 'Änne' }))
  expect(colleagues(db, anActor(), null)).toMatchObject([{ openCases: 1 }, { openCases: 1 }])
})

test('tags in use are offered, each once, and found by their index', () => {
  const { db } = desk.cache
  replaceOverlay(db, { table: 'applications', id: idOf(2) }, anApplication({ id: idOf(2), number: 2, tags: ['Ämter', 'Eilig'] }))
  expect(knownTags(db)).toEqual(['Ämter', 'Eilig', 'Messe'])
  const plan = db.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT DISTINCT tags FROM applications WHERE tags <> '[]'").all()
  expect(plan.map(({ detail }) => detail).join()).toContain('applications_tagged')
})
