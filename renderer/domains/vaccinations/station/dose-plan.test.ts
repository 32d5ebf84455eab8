import { expect, test } from 'vitest'
import { ruleIdOf } from '../../../../shared/domains/vaccinations/rules.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { aSchedule, aStep, weeks } from '../../../../shared/domains/vaccinations/testing-schedules.ts'
import { aReadyVisit, aSession, aVaccination, aVaccine, INFLUENZA, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import { VaccineId } from '../../../../shared/ids.ts'
import { dosePlan, dosesUpToNow, type StationWords } from './dose-plan.ts'
import { historySentences, problemSentences } from './engine-words.ts'

const DAY = '2026-11-24'
const vaccine = aVaccine()
const schedule = aSchedule({ id: 'influenza', disease: INFLUENZA, primary: [aStep(), aStep({ leastInterval: weeks(4) })] })
const rules: readonly VaccinationRules[] = [{ id: ruleIdOf(vaccine.scope, INFLUENZA.code), scope: vaccine.scope, version: 1, schedules: [schedule], spacing: [] }]
const BOX = { vaccineId: vaccine.id, lot: 'AB123', expiresOn: '2027-06-30' }
const words = (overrides: Partial<StationWords> = {}): StationWords => ({ box: BOX, site: 'left-arm', vaccinatorName: 'Person 1', hintsGiven: true, againstRule: '', numbers: {}, ...overrides })
const passDose = (day: string) => ({ day, vaccineName: 'Alt', vaccine: null, diseases: [INFLUENZA], isLive: false, lot: '', source: 'pass' as const, vaccinationId: null })
const plan = (said: StationWords, visit = aReadyVisit()) => dosePlan(said, { visit, session: aSession(), vaccines: [vaccine], rules, day: DAY })

test('one scan is enough: dose number and next dose follow from the history', () => {
  const { draft, missing, problems, isHeld } = plan(words())
  expect({ missing, problems, isHeld }).toEqual({ missing: [], problems: [], isHeld: false })
  expect(draft).toMatchObject({ ...BOX, doses: [{ code: INFLUENZA.code, number: 1 }], noneDue: false, againstRule: null })
  expect(draft.nextDoses).toMatchObject([{ number: 2, earliest: '2026-12-22', disease: INFLUENZA }])
  const second = plan(words(), aReadyVisit('one', { history: [passDose('2026-01-10')] })).draft
  expect([second.doses, second.nextDoses, second.noneDue]).toEqual([[{ code: INFLUENZA.code, number: 2 }], [], true])
})

test('without a box it is named what is missing', () => {
  expect(plan(words({ box: null, site: null })).missing).toEqual(['vaccine', 'lot', 'expiry', 'site', 'next-dose'])
})

test('what speaks against a dose holds it until a physician and a reason are there, in sentences', () => {
  const early = aReadyVisit('one', { history: [passDose('2026-11-10')] })
  const held = plan(words(), early)
  expect([held.isHeld, problemSentences(held.problems, vaccine.diseases, 'de')]).toEqual([true, ['Influenza: 14 Tage zu früh, frühestens am 8. Dezember 2026 (vier Wochen nach der ersten Dosis vom 10. November 2026).']])
  const judged = { ...early, verdict: { at: SESSION_NOW, byName: 'Dr. Arndt', personId: aSession().responsible.personId, may: 'yes' as const, isOnDose: true, note: 'Reise' } }
  expect([plan(words(), judged).isHeld, plan(words({ againstRule: ' Reise ' }), judged).isHeld, plan(words({ againstRule: ' Reise ' }), judged).draft.againstRule]).toEqual([true, false, 'Reise'])
})

test('a second vaccine at once has to fit the first; the same one again is objected to', () => {
  const visit = aReadyVisit()
  const after = { ...visit, history: dosesUpToNow(visit, [aVaccination()], [vaccine]) }
  expect(plan(words(), after).problems.map(({ code }) => code)).toEqual(['given-that-day'])
  const other = aVaccine({ id: VaccineId.parse('0192a000-0000-7000-8000-00000000ac02'), diseases: [{ code: '840539006', name: 'COVID-19' }] })
  const both = dosePlan(words({ box: { ...BOX, vaccineId: other.id } }), { visit: after, session: aSession(), vaccines: [vaccine, other], rules, day: DAY })
  expect([both.problems, both.missing, both.draft.doses]).toEqual([[], [], [{ code: '840539006', number: 1 }]])
})

test('a number that somebody states against the history is objected to', () => {
  expect(plan(words({ numbers: { [INFLUENZA.code]: 3 } })).problems.map(({ code }) => code)).toEqual(['wrong-number'])
})

test('the history is told in sentences of the language that is chosen', () => {
  const visit = aReadyVisit('one', { history: [passDose('2026-11-10')] })
  expect(historySentences(visit, vaccine.diseases, rules, DAY, 'en')).toEqual([expect.stringContaining('Second dose against Influenza not before 8 December 2026: four weeks after the first dose of 10 November 2026')])
  expect(historySentences({ ...visit, person: { ...visit.person, birthDay: null } }, vaccine.diseases, rules, DAY, 'de')).toEqual([])
})
