import { expect, test } from 'vitest'
import { KNOWN_DISEASES } from '../../domains/vaccinations/known-diseases.ts'
import { isSnomedId } from '../check-digits.ts'
import { diseasesByAtc } from './atc-diseases.ts'
import { MIO_DISEASES, OTHER_DISEASE } from './mio-diseases.ts'
import { mioVaccine, OTHER_VACCINE } from './mio-vaccines.ts'

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const ATC = LETTERS.flatMap(one => LETTERS.flatMap(other => Array.from({ length: 100 }, (_, index) => `J07${one}${other}${String(index).padStart(2, '0')}`)))

test('all lists speak of the same diseases, by codes with a right check digit and by one name', () => {
  const byAtc = new Set(ATC.flatMap(diseasesByAtc))
  expect([byAtc.size > 20, [...byAtc].filter(code => !MIO_DISEASES.has(code))]).toEqual([true, []])
  expect([...MIO_DISEASES.keys(), OTHER_VACCINE, '836377006'].filter(code => !isSnomedId(code))).toEqual([])
  expect(KNOWN_DISEASES.filter(({ code, name }) => MIO_DISEASES.get(code)?.name !== name)).toEqual([])
  expect([MIO_DISEASES.has(OTHER_DISEASE), mioVaccine('836377006').code, mioVaccine('123456789').code]).toEqual([true, '836377006', OTHER_VACCINE])
})
