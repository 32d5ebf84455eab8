import { afterEach, beforeEach, expect, test } from 'vitest'
import { assign } from '../../../shared/domains/applications/handling-commands.ts'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { aStaffAccount, anActor } from '../../../shared/domains/staff/testing.ts'
import { ApplicationId } from '../../../shared/ids.ts'
import { getEffective, putBase } from '../cache/rows.ts'
import { refreshOverlay } from './overlay.ts'
import { submitCommand } from './submit.ts'
import { aDesk, type TestDesk } from './testing.ts'

const COLLEAGUE = anActor('clerk', '2')
const IDS = [1, 2, 3].map(number => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`))
let desk: TestDesk

beforeEach(() => {
  desk = aDesk()
  const { db } = desk.cache
  const account = aStaffAccount({ id: COLLEAGUE.accountId, personId: COLLEAGUE.personId, name: 'Bernd' })
  putBase(db, 'staff', account)
  for (const [index, id] of IDS.entries()) {
    putBase(db, 'applications', anApplication({ id, number: 100 + index, reference: `TGH-${index}` }))
    const submitted = submitCommand(db, desk.parts, assign, { applicationId: id, accountId: account.id, reason: '' })
    if (!submitted.ok) throw new Error(submitted.error.code)
  }
})
afterEach(() => desk.remove())

const holders = () => IDS.map(id => getEffective(desk.cache.db, 'applications', id)?.assigneeName ?? null)

test('a person whom many cases go to hangs none of them together', () => {
  const { db } = desk.cache
  putBase(db, 'applications', anApplication({ id: IDS[0] ?? anApplication().id, number: 100, reference: 'TGH-0', version: 9, unreadMessages: 1 }))
  const touched = refreshOverlay(db, desk.parts, [{ table: 'applications', id: IDS[0] ?? '' }])
  expect(touched.filter(({ table }) => table === 'applications').map(({ id }) => id)).toEqual([IDS[0]])
  expect(touched.some(({ table }) => table === 'staff')).toBe(false)
  expect(holders()).toEqual(['Bernd', 'Bernd', 'Bernd'])
  expect(getEffective(db, 'applications', IDS[0] ?? '')?.unreadMessages).toBe(1)
})

test('when the person changes, every case that goes to them is decided again', () => {
  const { db } = desk.cache
  putBase(db, 'staff', aStaffAccount({ id: COLLEAGUE.accountId, personId: COLLEAGUE.personId, name: 'Bernd', active: false, version: 9 }))
  refreshOverlay(db, desk.parts, [{ table: 'staff', id: COLLEAGUE.accountId }])
  expect(holders()).toEqual([null, null, null])
})
