import { expect, test } from 'vitest'
import { isSnomedId } from '../../formats/check-digits.ts'
import { Disease } from './disease.ts'
import { diseasesToChoose, KNOWN_DISEASES } from './known-diseases.ts'

test('each disease that is offered has a code of its own with a right check digit', () => {
  expect(KNOWN_DISEASES.filter(disease => !Disease.safeParse(disease).success || !isSnomedId(disease.code))).toEqual([])
  expect(new Set(KNOWN_DISEASES.map(({ code }) => code)).size).toBe(KNOWN_DISEASES.length)
})

test('what is in use is offered too, once and under its name there', () => {
  const chosen = diseasesToChoose([{ code: '55735004', name: 'RS-Virus' }, { code: '37246009', name: 'Affenpocken' }])
  expect(chosen.length).toBe(KNOWN_DISEASES.length + 1)
  expect([chosen[0]?.name, chosen.find(({ code }) => code === '55735004')?.name]).toEqual(['Affenpocken', 'RS-Virus'])
})
