import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Surroundings } from '../../../../shared/contract/around.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { AccountId, ApplicationId, DepartmentId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Cache } from '../../cache/open.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { around } from './around.ts'

const NOW_MS = Date.UTC(2026, 10, 22)
const DAY_MS = 86_400_000
const someoneElse = PersonId.parse('0192a000-0000-7000-8000-0000000000c9')
const idOf = (number: number): ApplicationId => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)
/** Another answer, and so long ago that nobody takes it for a duplicate. */
const numbered = (number: number, overrides: Partial<Application> = {}): Application =>
  anApplication({ number, id: idOf(number), reference: `TGH-2026-${number}`, form: { dogName: `Hund ${number}`, chip: number }, receivedAt: instantFromMs(NOW_MS - number * 40 * DAY_MS), ...overrides })

let cache: Cache
let remove: () => void
beforeEach(() => {
  ({ cache, remove } = cacheOfItsOwn())
})
afterEach(() => remove())

const put = (...rows: readonly Application[]): void => rows.forEach(row => putBase(cache.db, 'applications', row))
const lookAround = (number: number): Surroundings => {
  const found = around(cache.db, idOf(number))
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}
const numbersOf = (lines: readonly { readonly reference: string }[]): readonly number[] => lines.map(({ reference }) => Number(reference.split('-')[2]))

test('the person’s other cases: open ones first, then the newest, a few of many', () => {
  put(numbered(1), numbered(2, { status: 'decided' }), numbered(3), numbered(4, { personId: someoneElse, applicantName: 'Jemand' }), ...Array.from({ length: 8 }, (_, index) => numbered(10 + index, { status: 'closed' })))
  const { samePerson, more } = lookAround(1)
  expect([numbersOf(samePerson), more]).toEqual([[3, 2, 10, 11, 12, 13, 14, 15], 2])
})

test('parent, parts and merged duplicates stand once, with the files of the duplicate', () => {
  put(numbered(1, { parentId: idOf(2) }), numbered(2), numbered(3, { parentId: idOf(1) }), numbered(4, { mergedInto: idOf(1), status: 'closed' }))
  putBase(cache.db, 'attachments', {
    id: '0192a000-0000-7000-8000-00000000a001' as never, scope: numbered(4).scope, version: 1, applicationId: idOf(4), filename: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64),
    addedAt: instantFromMs(0), kind: 'application', scan: 'not-scanned', derivedFrom: null, addedByName: null, rotation: 0, notes: [], isWithheld: false,
  })
  const { parent, parts, merged, samePerson } = lookAround(1)
  expect([parent?.reference, numbersOf(parts), merged.map(({ line, attachments }) => [line.reference, attachments.length]), samePerson]).toEqual(['TGH-2026-2', [3], [['TGH-2026-4', 1]], []])
  expect(lookAround(4).keptIn?.reference).toBe('TGH-2026-1')
})

test('own changes that are not transferred yet count', () => {
  put(numbered(1), numbered(2))
  replaceOverlay(cache.db, { table: 'applications', id: idOf(2) }, numbered(2, { mergedInto: idOf(1), status: 'closed' }))
  expect([numbersOf(lookAround(1).merged.map(({ line }) => line)), lookAround(1).samePerson]).toEqual([[2], []])
})

test('likely duplicates: by the person, or by the name and the answers, and none of a case that is finished', () => {
  const twice = { form: { a: 'x', b: 'y', c: 'z' }, receivedAt: instantFromMs(NOW_MS) }
  put(numbered(1, twice), numbered(2, { receivedAt: instantFromMs(NOW_MS - 5 * DAY_MS) }), numbered(3, { ...twice, personId: someoneElse }), numbered(4, { ...twice, personId: someoneElse, applicantName: 'Jemand' }))
  expect(lookAround(1).duplicates.map(({ line, reason, likeness }) => [line.reference, reason, likeness])).toEqual([['TGH-2026-3', 'same-answers', 1], ['TGH-2026-2', 'same-person-again', 0]])
  put(numbered(1, { ...twice, status: 'decided', version: 2 }))
  expect(lookAround(1).duplicates).toEqual([])
})

test('colleagues are those who work in the department, each person once', () => {
  put(numbered(1))
  const staff = (digit: string, overrides: Partial<ReturnType<typeof aStaffAccount>> = {}) =>
    putBase(cache.db, 'staff', aStaffAccount({ id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${digit}`), personId: PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`), name: `Person ${digit}`, ...overrides }))
  staff('2')
  staff('1', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('ordnung') }] })
  staff('3', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('bau') }] })
  staff('4', { active: false })
  staff('5', { grants: [{ role: 'administrator', departmentId: null }] })
  expect(lookAround(1).colleagues.map(({ name, isLead }) => [name, isLead])).toEqual([['Person 1', true], ['Person 2', false]])
})

test('every question is answered by an index', () => {
  for (const column of ['person_id', 'parent_id', 'merged_into', 'applicant_sort']) {
    const plan = cache.db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM applications WHERE ${column} = ? ORDER BY number DESC LIMIT 100`).all('x') as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join(), column).toMatch(/USING INDEX applications_/)
  }
})
