import { expect, test } from 'vitest'
import type { EarlierDose } from '../../../../shared/domains/vaccinations/tables.ts'
import { aVaccinee } from '../../../../shared/domains/vaccinations/testing.ts'
import type { ReadDose } from '../../../../shared/formats/fhir/read-immunization.ts'
import { comparedWith, personDifferences } from './compare.ts'

const FLU = { code: '6142004', name: 'Influenza' }
const TETANUS = { code: '76902006', name: 'Tetanus' }
const aDose = (more: Partial<EarlierDose> = {}): EarlierDose => ({ day: '2025-10-07', vaccineName: 'Beispielgrippe', vaccine: null, diseases: [FLU], isLive: null, lot: 'AB1', source: 'pass', vaccinationId: null, ...more })
const read = (more: Partial<EarlierDose> = {}): ReadDose => ({ dose: aDose({ source: 'import', ...more }), manufacturer: '', numbers: [], nextDays: [], responsible: '' })
const compared = (history: readonly EarlierDose[], ...more: readonly Partial<EarlierDose>[]) => comparedWith(history, more.map(read)).map(({ known, differs }) => ({ known: known?.lot ?? null, differs }))

test('a dose is new, the same, or differs in what is named', () => {
  const NEW = { known: null, differs: [] }
  expect(compared([], {})).toEqual([NEW])
  expect(compared([aDose()], {}, { vaccineName: 'BEISPIEL-Grippe', lot: 'ab 1' })).toEqual([{ known: 'AB1', differs: [] }, { known: 'AB1', differs: [] }])
  expect(compared([aDose()], { lot: 'AB2' }, { vaccineName: 'Andere' })).toEqual([{ known: 'AB1', differs: ['lot'] }, { known: 'AB1', differs: ['vaccine'] }])
  expect(compared([aDose()], { day: '2025-10-08' }, { diseases: [TETANUS] })).toEqual([NEW, NEW])
  expect(compared([aDose()], { diseases: [FLU, TETANUS] })).toEqual([{ known: 'AB1', differs: ['diseases'] }])
})

test('a month that a pass gives is the day that a record knows, and of two on one day the nearer is compared', () => {
  expect(compared([aDose({ day: '2025-10' })], {})).toEqual([{ known: 'AB1', differs: ['day'] }])
  expect(compared([aDose()], { day: '2025-10' })).toEqual([{ known: 'AB1', differs: ['day'] }])
  expect(compared([aDose({ lot: 'ZZ', vaccineName: 'Andere' }), aDose({ lot: 'AB9' })], {})).toEqual([{ known: 'AB9', differs: ['lot'] }])
})

test('the person is known by name and day of birth, however spelt and with however many given names', () => {
  const here = aVaccinee()
  const differs = (more: Partial<Pick<typeof here, 'familyName' | 'givenName' | 'birthDay'>>) => personDifferences(here, { familyName: here.familyName, givenName: here.givenName, birthDay: here.birthDay, ...more })
  expect(differs({})).toEqual([])
  expect(differs({ familyName: 'GROSSKOPF', givenName: 'Aenne Maria' })).toEqual([])
  expect(differs({ givenName: 'Änne-Maria' })).toEqual([])
  expect(differs({ givenName: 'Anna' })).toEqual(['name'])
  expect(differs({ givenName: 'Änneliese' })).toEqual(['name'])
  expect(differs({ givenName: '' })).toEqual(['name'])
  expect(differs({ birthDay: null })).toEqual(['birth-day'])
  expect(differs({ familyName: 'Lehmann', birthDay: '1948-03-03' })).toEqual(['name', 'birth-day'])
})
