import { expect, test } from 'vitest'
import { aVaccine } from '../../../../shared/domains/vaccinations/testing.ts'
import { EMPTY_BATCH, parseExpiry, readBatch } from './batch-draft.ts'

test('a month on a box is good to its last day', () => {
  expect(['06/2027', '2.28', '12-27', '30.6.2027', '2027-06-30', '13/2027', 'bald', ''].map(parseExpiry)).toEqual(['2027-06-30', '2028-02-29', '2027-12-31', '2027-06-30', '2027-06-30', undefined, undefined, undefined])
})

test('a batch has a product, what is printed on the box, and a day', () => {
  const vaccine = aVaccine()
  const draft = { vaccineId: vaccine.id, lot: ' AB123 ', expiry: '06/2027' }
  expect(readBatch(draft, [vaccine])).toEqual({ batch: { vaccine, lot: 'AB123', expiresOn: '2027-06-30' }, problem: undefined })
  expect([EMPTY_BATCH, { ...draft, lot: ' ' }, { ...draft, expiry: '2027' }].map(one => readBatch(one, [vaccine]).problem)).toEqual(['vaccine', 'lot', 'expiry'])
})
