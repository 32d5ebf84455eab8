import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { met } from './meet.ts'
import { QUESTIONS, type Answers, type QuestionId } from './questionnaire.ts'
import { flagsAt, isHeldByFlag, stageOf } from './stage.ts'
import type { Verdict, Visit } from './tables.ts'
import { aReadyVisit, aSession, aVaccinee, aVisit, flaggedBy, noAnswers, SESSION_NOW } from './testing.ts'
import { answer } from './visit-commands.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const word = (may: Verdict['may']): Verdict => ({ at: SESSION_NOW, byName: 'Dr. Arndt', personId: aSession().responsible.personId, may, isOnDose: false, note: 'Gesehen' })

test('a red flag that a second desk brings stands beside what the first one heard, and no yes of before covers it', () => {
  const here = aReadyVisit('one', { answers: { ...noAnswers(), note: 'Müde' } })
  const there = aVisit('one', { answers: { ...flaggedBy('allergy'), note: 'Pollen' } })
  expect(met(here, there)).toMatchObject({ answers: { given: flaggedBy('allergy').given, note: 'Müde\nPollen' }, consent: here.consent })
  expect(stageOf(met(here, there))).toBe('physician')
  const judged = { ...here, answers: flaggedBy('pregnant'), verdict: word('yes') }
  expect([met(judged, there).verdict, met(judged, { ...there, answers: flaggedBy('pregnant') }).verdict]).toEqual([null, judged.verdict])
  expect([stageOf(met(judged, { ...there, verdict: word('never') })), stageOf(met(here, { ...there, verdict: word('yes') }))]).toEqual(['physician', 'ready'])
})

test('a day of birth that only one desk has asked for is known to both', () => {
  const unknown = aVisit('one', { person: aVaccinee({ birthDay: null }), vaccineeId: null })
  for (const both of [met(unknown, aVisit()), met(aVisit(), unknown)]) expect(both).toMatchObject({ person: { birthDay: aVaccinee().birthDay }, vaccineeId: aVisit().vaccineeId })
  const elsewhere = aVisit('one', { person: aVaccinee({ givenName: 'Anna' }) })
  expect(met(elsewhere, aVisit()).person).toEqual(elsewhere.person)
})

test('what was said before a dose that is documented stays as it was said, and the flag beside it', () => {
  const given = { ...aReadyVisit('one', { answers: flaggedBy('pregnant'), verdict: word('yes') }), vaccinationId: aVisit().id as unknown as Visit['vaccinationId'] }
  const both = met(given, aVisit('one', { answers: flaggedBy('allergy') }))
  expect([stageOf(both), both.verdict, flagsAt(both)]).toEqual(['watched', given.verdict, ['allergy', 'pregnant']])
})

const answers = fc.option(fc.record(Object.fromEntries(QUESTIONS.map(({ id }) => [id, fc.constantFrom('yes', 'no', 'no', 'unknown')])) as Record<QuestionId, fc.Arbitrary<'yes' | 'no' | 'unknown'>>).map((given): Answers => ({ given, note: '' })))
const visit = fc.record({ answers, verdict: fc.option(fc.constantFrom(word('yes'), word('not-today'), word('never'))), isAgreed: fc.boolean() })
  .map(({ isAgreed, ...facts }) => aVisit('one', { ...facts, consent: isAgreed ? aReadyVisit().consent : null }))

test(`whichever desk comes back first, the same is known, no red flag is lost and none is waved through (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(visit, visit, (one, other) => {
    const [first, second] = [met(one, other), met(other, one)]
    expect([first.answers, isHeldByFlag(first), stageOf(first)]).toEqual([second.answers, isHeldByFlag(second), stageOf(second)])
    expect(new Set(flagsAt(first))).toEqual(new Set([...flagsAt(one), ...flagsAt(other)]))
    expect(met(first, other)).toEqual(first)
    const isUnseen = flagsAt(first).some(id => [one, other].every(({ answers: said, verdict }) => verdict === null || !flagsAt({ answers: said }).includes(id)))
    expect(!isUnseen || isHeldByFlag(first)).toBe(true)
  }), { seed, numRuns: 500 })
})

test('a red flag that another desk heard of stays until somebody who has seen it takes it back, and one of after the dose is added', () => {
  const { run, get } = rowsUnderCommands([{ table: 'vaccination_visits', row: aVisit('one', { answers: flaggedBy('allergy') }) }], anActor('clerk'), SESSION_NOW)
  const { id: visitId } = aVisit()
  const flagsAfter = (given: Answers, flags: QuestionId[]): readonly QuestionId[] => {
    expect(run(answer, { visitId, answers: given, flags })).toBe('ok')
    return flagsAt(get('vaccination_visits', visitId) ?? aVisit())
  }
  expect(flagsAfter(noAnswers(), [])).toEqual(['allergy'])
  expect(flagsAfter(flaggedBy('pregnant'), [])).toEqual(['allergy', 'pregnant'])
  expect(flagsAfter(flaggedBy('pregnant'), ['allergy', 'pregnant'])).toEqual(['pregnant'])
  expect(flagsAfter(noAnswers(), ['allergy'])).toEqual(['pregnant'])
  expect(flagsAfter(noAnswers(), ['pregnant'])).toEqual([])
})

test('answers that say the same in another order keep the word of the physician', () => {
  const judged = aVisit('one', { answers: flaggedBy('allergy'), verdict: word('yes') })
  const { run, get } = rowsUnderCommands([{ table: 'vaccination_visits', row: judged }], anActor('clerk'), SESSION_NOW)
  const flags: QuestionId[] = ['allergy']
  const turned = { note: '', given: Object.fromEntries(Object.entries(flaggedBy('allergy').given).toReversed()) as Answers['given'] }
  expect(run(answer, { visitId: judged.id, answers: turned, flags })).toBe('ok')
  expect(get('vaccination_visits', judged.id)?.verdict).toEqual(judged.verdict)
})
