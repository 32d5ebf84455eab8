import { expect, onTestFinished, test } from 'vitest'
import { aDecision, aForm, anApplication, aTownService } from '../../../shared/domains/applications/testing.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import type { Cache } from './open.ts'
import { deleteBase, effectiveAll, effectiveWhere, getBase, getEffective, putBase, replaceOverlay } from './rows.ts'
import { sortKey } from './sort-key.ts'
import { cacheOfItsOwn } from './testing.ts'

function aCache(): Cache {
  const { cache, remove } = cacheOfItsOwn()
  onTestFinished(remove)
  return cache
}

test('every kind of field comes back as it was put', () => {
  const { db } = aCache()
  putBase(db, 'applications', anApplication({ dueAt: null, form: { a: ['ä', 1, null, { b: true }] } }))
  putBase(db, 'services', aTownService({ active: false }))
  putBase(db, 'forms', aForm())
  putBase(db, 'decisions', aDecision())
  putBase(db, 'staff', aStaffAccount())
  expect(getBase(db, 'applications', anApplication().id)).toEqual(anApplication({ dueAt: null, form: { a: ['ä', 1, null, { b: true }] } }))
  expect(getBase(db, 'services', aTownService().id)).toEqual(aTownService({ active: false }))
  expect([getBase(db, 'forms', aForm().id), getBase(db, 'decisions', aDecision().id), getBase(db, 'staff', aStaffAccount().id)])
    .toEqual([aForm(), aDecision(), aStaffAccount()])
})

test('a row never takes the place of a newer version of itself', () => {
  const { db } = aCache()
  const put = (version: number) => putBase(db, 'applications', anApplication({ version, subject: `Stand ${version}` }))
  expect([put(5), put(4), put(6)]).toEqual([true, false, true])
  expect(getBase(db, 'applications', anApplication().id)?.subject).toBe('Stand 6')
})

test('pending changes lie over the row of the service and come off again', () => {
  const { db } = aCache()
  const { id } = anApplication()
  putBase(db, 'applications', anApplication())
  replaceOverlay(db, { table: 'applications', id }, anApplication({ status: 'in-progress' }))
  replaceOverlay(db, { table: 'applications', id }, anApplication({ status: 'proposed' }))
  expect([getEffective(db, 'applications', id)?.status, getBase(db, 'applications', id)?.status]).toEqual(['proposed', 'received'])
  replaceOverlay(db, { table: 'applications', id }, null)
  expect(getEffective(db, 'applications', id)?.status).toBe('received')
  expect([deleteBase(db, 'applications', id), deleteBase(db, 'applications', id)]).toEqual([true, false])
})

test('rows of one case unite what the service knows with what is pending', () => {
  const { db } = aCache()
  putBase(db, 'decisions', aDecision())
  const pending = aDecision({ state: 'approved' })
  replaceOverlay(db, { table: 'decisions', id: pending.id }, pending)
  expect(effectiveWhere(db, 'decisions', 'application_id', pending.applicationId)).toEqual([pending])
  expect(effectiveAll(db, 'decisions')).toEqual([pending])
})

test.each([['Ärger', 'arger'], ['Großkopf', 'grosskopf'], ['ÖZ', 'oz'], ['Éva', 'eva'], ['', '']])('%s is sorted as %s', (text, key) => {
  expect(sortKey(text)).toBe(key)
})
