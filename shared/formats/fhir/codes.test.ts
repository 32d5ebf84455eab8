import { expect, test } from 'vitest'
import { KNOWN_DISEASES } from '../../domains/vaccinations/known-diseases.ts'
import { isSnomedId } from '../check-digits.ts'
import { diseasesByAtc, isLiveByAtc } from './atc.ts'
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

test('a combination that nobody has listed is against nothing known, and whether a vaccine is a live one is told where the index tells it', () => {
  expect(['J07AG01', 'J07AG53', 'J07AG51', 'J07BJ51', 'J07AM52'].map(code => diseasesByAtc(code).length)).toEqual([1, 2, 0, 2, 0])
  expect(['J07BD52', 'J07BK02', 'J07BK03', 'J07BB02', 'J07BB03', 'J07BX04', 'J07BK', 'J01CA04', ''].map(isLiveByAtc)).toEqual([true, true, false, false, true, null, null, null, null])
})
