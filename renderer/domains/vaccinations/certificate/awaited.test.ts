import { expect, test } from 'vitest'
import { aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { awaitedOf } from './awaited.ts'

test('what counts and nobody has signed is awaited, by name as the sheets are printed', () => {
  const of = (familyName: string, more: Partial<Vaccination> = {}) => ({ ...aVaccination(familyName, { person: aVaccinee({ familyName }), ...more }), isPending: false })
  const records = [
    of('Zahn'), of('Ärmel'), of('Alt', { confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'Person 1' } }), of('Void', { isVoid: true }),
    of('Replaced', { replacedById: aVaccination('x').id }), of('Unterwegs', { number: '' }), of('Berg'),
  ]
  expect(awaitedOf(records).map(({ person }) => person.familyName)).toEqual(['Ärmel', 'Berg', 'Zahn'])
})
