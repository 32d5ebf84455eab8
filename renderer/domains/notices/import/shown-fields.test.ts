import { expect, test } from 'vitest'
import { IMPORT_FIELDS } from '../../../../shared/domains/notices/import/columns.ts'
import { missingFields } from '../../../../shared/domains/notices/import/mapping.ts'
import { shownFields } from './shown-fields.ts'

const namesOf = (mapping: Readonly<Record<string, string>>, fixed: Readonly<Record<string, string>>) => {
  const { first, others } = shownFields({ mapping, fixed, missing: missingFields(mapping, fixed).map(fields => [...fields]) })
  expect(first.length + others.length).toBe(IMPORT_FIELDS.length)
  return first.map(({ name }) => name)
}

test('what is found, given for all, or missing is seen first', () => {
  expect(namesOf({ reference: 'KZ', name: 'Name', place: 'Ort', email: 'Mail' }, { dueDay: '1.3.2026' })).toEqual(['reference', 'name', 'place', 'debtorRole', 'period', 'periodFrom', 'amount', 'total', 'dueDay', 'email'])
})

test('an alternative to what is there is not asked for', () => {
  expect(namesOf({ reference: 'KZ', name: 'Name', place: 'Ort', total: 'Summe', period: 'Jahr', dueDay: 'Tag' }, { debtorRole: 'owner' })).toEqual(['reference', 'name', 'place', 'debtorRole', 'period', 'total', 'dueDay'])
})
