import { expect, test } from 'vitest'
import type { GivenDose } from '../../../shared/domains/vaccinations/doses.ts'
import { GERMAN } from '../../../shared/domains/vaccinations/phrases-de.ts'
import { dueSentence } from '../../../shared/domains/vaccinations/sentences.ts'
import { VaccinationRules } from '../../../shared/domains/vaccinations/tables.ts'
import { verdictFor } from '../../../shared/domains/vaccinations/verdict.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { DepartmentId } from '../../../shared/ids.ts'
import { demoRules } from './schedules.ts'

const rules = demoRules(departmentScope(DepartmentId.parse('gesundheit')))
const spacing = rules.flatMap(row => row.spacing)
const schedules = rules.flatMap(row => row.schedules)
const NOTE = '(STIKO, Beispieldaten, vor Gebrauch zu prüfen).'

/** Sentences about somebody born in 1950, on 24 November 2026, by the German name of the disease. */
function told(disease: string, ...days: readonly string[]): string {
  const code = schedules.find(one => one.disease.name === disease)?.disease.code ?? ''
  const doses = days.map((day): GivenDose => ({ id: day, day, diseases: [code], vaccine: null, isLive: null, isDocumented: true }))
  const verdict = verdictFor({ birthDay: '1950-05-01', doses, schedules, spacing, on: '2026-11-24' }).find(one => one.disease === code)
  return verdict ? dueSentence(verdict, '2026-11-24', GERMAN) : ''
}

test('every row is one that a town could enter, and says that it is an example', () => {
  expect(rules.map(row => VaccinationRules.parse(row))).toEqual(rules)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { source } of [...schedules, ...spacing]) expect(source.edition).toContain('vor Gebrauch zu prüfen')
})

test.each([
  ['Influenza', [], 'Erste Dosis gegen Influenza möglich seit dem 1. November 1950; empfohlen vom 1. Oktober 2026 bis 15. Dezember 2026'],
  ['Influenza', ['2026-11-24'], 'Auffrischung gegen Influenza (zweite Dosis) frühestens am 24. Mai 2027: sechs Monate nach der ersten Dosis vom 24. November 2026; empfohlen vom 1. Oktober 2027 bis 15. Dezember 2027'],
  ['COVID-19', ['2021-06-20', '2021-08-09', '2022-02-15', '2025-11-01', '2026-11-24'], 'Auffrischung gegen COVID-19 (sechste Dosis) frühestens am 24. Mai 2027: sechs Monate nach der fünften Dosis vom 24. November 2026; empfohlen vom 24. November 2027 bis 15. Dezember 2027'],
  ['Herpes zoster', ['2026-11-24'], 'Zweite Dosis gegen Herpes zoster frühestens am 24. Januar 2027: zwei Monate nach der ersten Dosis vom 24. November 2026; empfohlen vom 24. Januar 2027 bis 24. Mai 2027'],
  ['FSME', ['2026-10-01', '2026-11-24'], 'Dritte Dosis gegen FSME frühestens am 24. April 2027: fünf Monate nach der zweiten Dosis vom 24. November 2026; empfohlen vom 24. April 2027 bis 24. November 2027'],
  ['FSME', ['2016-01-01', '2016-03-01', '2016-09-01', '2026-11-24'], 'Auffrischung gegen FSME (fünfte Dosis) frühestens am 24. Mai 2027: sechs Monate nach der vierten Dosis vom 24. November 2026; empfohlen ab dem 24. November 2029'],
  ['Tetanus', ['1990-01', '1990-02', '1990-09', '2026-11-24'], 'Auffrischung gegen Tetanus (fünfte Dosis) frühestens am 24. Dezember 2026: einen Monat nach der vierten Dosis vom 24. November 2026; empfohlen ab dem 24. November 2036'],
  ['Masern', ['2026-11-24'], 'Zweite Dosis gegen Masern frühestens am 22. Dezember 2026: vier Wochen nach der ersten Dosis vom 24. November 2026'],
] as const)('%s after %j', (disease, days, sentence) => {
  expect(told(disease, ...days)).toBe(`${sentence} ${NOTE}`)
})

test('once is enough against pneumococci, RSV and, for adults, pertussis', () => {
  expect(['Pneumokokken', 'RSV', 'Pertussis'].map(disease => told(disease, '2026-11-24'))).toEqual(['', '', ''])
})
