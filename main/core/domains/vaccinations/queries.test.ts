import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactIdOf, REPORT_WITHIN_MS } from '../../../../shared/domains/vaccinations/recall-commands.ts'
import type { RecallContact, SideEffect } from '../../../../shared/domains/vaccinations/tables.ts'
import { aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import { derivedUuid, RecallId, SideEffectId, type VaccinationId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createVaccinationQueries } from './queries.ts'

let opened: ReturnType<typeof cacheOfItsOwn>
beforeEach(() => {
  opened = cacheOfItsOwn()
})
afterEach(() => opened.remove())

const suspected = (label: string, vaccinationId: VaccinationId, hoursAgo: number): SideEffect => {
  const suspectedAt = instantFromMs(msOf(SESSION_NOW) - hoursAgo * 3_600_000)
  return {
    id: SideEffectId.parse(derivedUuid('test/side-effect', label)), scope: aVaccination().scope, version: 1, vaccinationId, description: 'Fieber', onsetAt: suspectedAt, suspectedAt,
    dueAt: instantFromMs(msOf(suspectedAt) + REPORT_WITHIN_MS), reportedAt: null, reportedByName: null, reportedTo: '',
  }
}

test('a suspicion comes with its documentation as it was corrected, the one that is due first in front; without one that has gone to the archive', () => {
  const { db } = opened.cache
  const before = aVaccination('before')
  const after = aVaccination('after', { person: aVaccinee({ givenName: 'Anne' }), replacesId: before.id })
  putBase(db, 'vaccinations', before)
  replaceOverlay(db, { table: 'vaccinations', id: before.id }, { ...before, replacedById: after.id })
  replaceOverlay(db, { table: 'vaccinations', id: after.id }, after)
  putBase(db, 'side_effects', suspected('late', aVaccination('archived').id, 1))
  putBase(db, 'side_effects', suspected('early', before.id, 20))
  const harms = createVaccinationQueries({ cache: opened.cache }).sideEffects()
  expect(harms.map(({ record }) => record?.person.givenName ?? null)).toEqual(['Anne', null])
})

test('doses are counted by batch, however its lot is written, without those that were replaced or withdrawn', () => {
  const { db } = opened.cache
  const before = aVaccination('before', { lot: 'ab12' })
  putBase(db, 'vaccinations', before)
  putBase(db, 'vaccinations', aVaccination('other', { lot: 'AB12' }))
  putBase(db, 'vaccinations', aVaccination('void', { lot: 'AB12', isVoid: true }))
  replaceOverlay(db, { table: 'vaccinations', id: before.id }, { ...before, replacedById: aVaccination('after').id })
  replaceOverlay(db, { table: 'vaccinations', id: aVaccination('after').id }, aVaccination('after', { lot: 'Z9', replacesId: before.id }))
  const { given } = createVaccinationQueries({ cache: opened.cache })
  expect(given().map(({ lot, doses }) => [lot, doses])).toEqual([['AB12', 1], ['Z9', 1]])
})

test('contacts are told of the recall that is asked about alone, as noted here last', () => {
  const { db } = opened.cache
  const [one, other] = ['one', 'other'].map(label => RecallId.parse(derivedUuid('test/recall', label))) as [RecallId, RecallId]
  const contact = (recallId: RecallId, label: string): RecallContact => ({
    id: contactIdOf(recallId, aVaccination(label).id), scope: aVaccination().scope, version: 1, recallId, vaccinationId: aVaccination(label).id, state: 'not-reached', note: '', at: SESSION_NOW, byName: 'Person 1',
  })
  for (const row of [contact(one, 'a'), contact(one, 'b'), contact(other, 'a')]) putBase(db, 'recall_contacts', row)
  replaceOverlay(db, { table: 'recall_contacts', id: contact(one, 'a').id }, { ...contact(one, 'a'), state: 'reached' })
  const { recallContacts } = createVaccinationQueries({ cache: opened.cache })
  expect(recallContacts(one).map(({ state }) => state).toSorted()).toEqual(['not-reached', 'reached'])
})
