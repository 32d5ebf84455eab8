import { expect, test } from 'vitest'
import { checkDose, type WantedDose } from './check-dose.ts'
import { GERMAN } from './phrases-de.ts'
import { ENGLISH } from './phrases-en.ts'
import { asGiven, printedDoses } from './printed-doses.ts'
import type { VerdictQuestion } from './question.ts'
import { dueSentence, problemSentence, uncountedSentence } from './sentences.ts'
import { NextDose } from './tables.ts'
import { aBooster, aDose, aQuestion, aSchedule, aStep, liveSpacing, MEASLES, months, TETANUS, weeks, years } from './testing-schedules.ts'
import { verdictFor } from './verdict.ts'

const wanted = (day: string, overrides: Partial<WantedDose> = {}): WantedDose => ({ day, diseases: [MEASLES], vaccine: null, isLive: false, numbers: {}, ...overrides })
const codes = (dose: WantedDose, overrides: Partial<VerdictQuestion> = {}): readonly string[] => checkDose({ ...aQuestion(overrides), wanted: dose }).problems.map(({ code }) => code)
const sentences = (dose: WantedDose, overrides: Partial<VerdictQuestion> = {}): readonly string[] =>
  checkDose({ ...aQuestion(overrides), wanted: dose }).problems.flatMap(problem => [GERMAN, ENGLISH].map(say => problemSentence(problem, 'Masern', say)))

test('a dose that fits has its number and no problem', () => {
  expect(checkDose({ ...aQuestion({ doses: [aDose('2026-10-27')] }), wanted: wanted('2026-11-24', { numbers: { [MEASLES]: 2 } }) })).toEqual({ problems: [], numbers: { [MEASLES]: 2 }, unknown: [] })
})

test('one that comes too early says from when on it would count, and why', () => {
  expect(sentences(wanted('2026-11-24'), { doses: [aDose('2026-10-28')] })).toEqual([
    'Masern: einen Tag zu früh, frühestens am 25. November 2026 (vier Wochen nach der ersten Dosis vom 28. Oktober 2026).',
    'Masern: one day too early, not before 25 November 2026 (four weeks after the first dose of 28 October 2026).',
  ])
})

test('the second dose stated as the first is found', () => {
  expect(sentences(wanted('2026-11-24', { numbers: { [MEASLES]: 1 } }), { doses: [aDose('2026-01-01')] })).toEqual([
    'Masern: angegeben ist die erste Dosis, nach den dokumentierten Impfungen ist es die zweite.',
    'Masern: it is stated to be the first dose, by the documented vaccinations it is the second.',
  ])
})

test('one more than needed, one of that day, one under age, one too close to a live vaccine', () => {
  expect(codes(wanted('2026-11-24'), { doses: [aDose('2020-01-01'), aDose('2021-01-01')] })).toEqual(['complete'])
  expect(codes(wanted('2026-11-24'), { doses: [aDose('2026-11-24')] })).toEqual(['given-that-day'])
  expect(codes(wanted('1950-01-01'))).toEqual(['before-birth'])
  expect(sentences(wanted('2026-11-24'), { birthDay: '2026-05-01', schedules: [aSchedule({ primary: [aStep({ leastAge: months(9) })] })] })[0]).toBe('Masern: 69 Tage zu früh, frühestens am 1. Februar 2027 (Mindestalter 9 Monate).')
  expect(sentences(wanted('2026-11-24', { isLive: true }), { doses: [aDose('2026-11-10', { diseases: ['16541001'], isLive: true })], spacing: [liveSpacing()] })[0])
    .toBe('Masern: 14 Tage zu früh, frühestens am 8. Dezember 2026 (vier Wochen nach der Impfung vom 10. November 2026 als Mindestabstand zwischen Lebendimpfstoffen).')
})

test('an appointment to come is judged by its own day, a dose written down later by the rules of today', () => {
  const schedules = [aSchedule({ validFrom: '2026-06-01', validTo: '2026-12-31' }), aSchedule({ id: 'next-year', validFrom: '2027-01-01', primary: [aStep(), aStep({ leastInterval: weeks(8) })] })]
  const history = { schedules, doses: [aDose('2026-11-24')] }
  expect(codes(wanted('2026-12-22'), history)).toEqual([])
  expect(codes(wanted('2027-01-04'), history)).toEqual(['too-early'])
  expect(codes(wanted('1999-05-01'), { schedules })).toEqual([])
})

test('a combined vaccine is checked against each of its diseases, one without a schedule is named', () => {
  const check = checkDose({ ...aQuestion({ doses: [aDose('2026-11-20')] }), wanted: wanted('2026-11-24', { diseases: [TETANUS, MEASLES], numbers: { [TETANUS]: 1 } }) })
  expect([check.problems.map(({ disease, code }) => [disease, code]), check.numbers, check.unknown]).toEqual([[[MEASLES, 'too-early']], { [MEASLES]: 2, [TETANUS]: 1 }, [TETANUS]])
})

test('the next dose in a sentence: what decides its day, what is recommended, and where that is from', () => {
  const say = (overrides: Partial<VerdictQuestion>): readonly string[] =>
    verdictFor(aQuestion(overrides)).flatMap(verdict => [dueSentence(verdict, overrides.on ?? '2026-11-24', GERMAN), dueSentence(verdict, overrides.on ?? '2026-11-24', ENGLISH, 'measles')])
  expect(say({ doses: [aDose('2026-12-15')], on: '2026-12-15' })).toEqual([
    'Zweite Dosis gegen Masern frühestens am 12. Januar 2027: vier Wochen nach der ersten Dosis vom 15. Dezember 2026 (STIKO, Epid. Bull. 4/2026).',
    'Second dose against measles not before 12 January 2027: four weeks after the first dose of 15 December 2026 (STIKO, Epid. Bull. 4/2026).',
  ])
  const zoster = aSchedule({ primary: [aStep(), aStep({ leastInterval: months(1), recommendedInterval: { from: months(2), to: months(6) } })] })
  expect(say({ schedules: [zoster], doses: [aDose('2026-11-24')] })[0])
    .toBe('Zweite Dosis gegen Masern frühestens am 24. Dezember 2026: einen Monat nach der ersten Dosis vom 24. November 2026; empfohlen vom 24. Januar 2027 bis 24. Mai 2027 (STIKO, Epid. Bull. 4/2026).')
  const boosted = aSchedule({ primary: [aStep()], boosters: [aBooster()] })
  expect(say({ schedules: [boosted], doses: [aDose('2000-01-01')] })).toEqual([
    'Auffrischung gegen Masern (zweite Dosis) möglich seit dem 1. Januar 2005; jetzt empfohlen (STIKO, Epid. Bull. 4/2026).',
    'Booster against measles (second dose) possible since 1 January 2005; recommended now (STIKO, Epid. Bull. 4/2026).',
  ])
  expect(say({})[0]).toBe('Erste Dosis gegen Masern ab sofort möglich; jetzt empfohlen (STIKO, Epid. Bull. 4/2026).')
  expect(say({ doses: [aDose('2020-01-01'), aDose('2021-01-01')] })).toEqual(['', ''])
  const live = { schedules: [aSchedule({ isLive: true })], spacing: [liveSpacing()], doses: [aDose('2026-11-20', { diseases: ['16541001'], isLive: true })] }
  expect(say(live)[0]).toBe('Erste Dosis gegen Masern frühestens am 18. Dezember 2026: vier Wochen nach der Impfung vom 20. November 2026 als Mindestabstand zwischen Lebendimpfstoffen (STIKO, Epid. Bull. 4/2026; STIKO, Impfabstände).')
})

test('why a dose does not count, in a sentence', () => {
  const [verdict] = verdictFor(aQuestion({ doses: [aDose('2026-01-01'), aDose('2026-01-01', { id: 'copy' }), aDose('2026-01-20'), aDose('2019')] }))
  const uncounted = verdict?.doses.flatMap(dose => (dose.isCounted ? [] : [dose])) ?? []
  expect(uncounted.map(dose => uncountedSentence(dose, GERMAN))).toEqual([
    'Eine Dosis („2019“) zählt nicht: von ihr sind weder Tag noch Monat bekannt.',
    'Die Dosis vom 1. Januar 2026 zählt nicht: am selben Tag ist schon die erste Dosis dokumentiert.',
    'Die Dosis vom 20. Januar 2026 zählt nicht: 9 Tage zu früh, frühestens am 29. Januar 2026 (vier Wochen nach der ersten Dosis vom 1. Januar 2026).',
  ])
})

test('a month is told as a month', () => {
  const [verdict] = verdictFor(aQuestion({ doses: [aDose('2026-04'), aDose('2026-05')], schedules: [aSchedule({ primary: [aStep(), aStep({ leastInterval: weeks(8) })] })] }))
  const [uncounted] = verdict?.doses.flatMap(dose => (dose.isCounted ? [] : [dose])) ?? []
  expect(uncounted && [uncountedSentence(uncounted, GERMAN, 'Masern'), uncountedSentence(uncounted, ENGLISH)]).toEqual([
    'Die Dosis gegen Masern vom Mai 2026 zählt nicht: 25 Tage zu früh, frühestens am 25. Juni 2026 (acht Wochen nach der ersten Dosis vom April 2026, gerechnet vom 30. April 2026 an).',
    'The dose of May 2026 does not count: 25 days too early, not before 25 June 2026 (eight weeks after the first dose of April 2026, counted from 30 April 2026).',
  ])
})

test('of two doses of one day the one in the records was first, whatever is known of its vaccine; one of this month was before, and too close', () => {
  expect(codes(wanted('2026-11-24', { vaccine: 'a' }), { doses: [aDose('2026-11-24')] })).toEqual(['given-that-day'])
  expect(sentences(wanted('2026-11-24'), { doses: [aDose('2026-11')] })[0]).toBe('Masern: 27 Tage zu früh, frühestens am 21. Dezember 2026 (vier Wochen nach der ersten Dosis vom November 2026, gerechnet vom 23. November 2026 an).')
  expect(sentences(wanted('2026-11-01'), { doses: [aDose('2026-11')] })).toEqual(['Masern: im selben Monat ist schon die erste Dosis dokumentiert.', 'Masern: the first dose is documented in the same month.'])
  expect(codes(wanted('2026-11-24', { isLive: true }), { doses: [aDose('2026-11', { diseases: ['16541001'], isLive: true })], spacing: [liveSpacing()] })).toEqual(['too-early'])
  expect(codes(wanted('2026-11-24'), { doses: [aDose('2026-09')] })).toEqual([])
})

test('what is printed proposes a day that is not past', () => {
  const history = asGiven([{ day: '1999-05', vaccineName: 'Beispiel', vaccine: null, diseases: [{ code: MEASLES, name: 'Masern' }], isLive: null, lot: '', source: 'pass', vaccinationId: null }])
  const verdicts = verdictFor(aQuestion({ doses: history, schedules: [aSchedule({ primary: [aStep()], boosters: [aBooster({ recommendedInterval: { from: years(10), to: null } })] })] }))
  expect(printedDoses(verdicts, [MEASLES], '2026-11-24')).toMatchObject([{ disease: { name: 'Masern' }, number: 2, earliest: '2004-05-31', recommended: '2026-11-24' }])
  expect(printedDoses(verdicts, [TETANUS], '2026-11-24')).toEqual([])
  const long = aSchedule({ id: 'long', source: { title: 'S'.repeat(200), edition: 'E'.repeat(120), url: null }, disease: { code: MEASLES, name: 'M'.repeat(120) }, isLive: true })
  const spacing = [liveSpacing({ source: { title: 'T'.repeat(200), edition: '', url: null } })]
  const crowded = verdictFor(aQuestion({ doses: [aDose('2026-11-20', { diseases: [TETANUS], isLive: true })], schedules: [long], spacing }))
  expect(NextDose.array().parse(printedDoses(crowded, [MEASLES], '2026-11-24'))[0]?.sentence).toMatch(/frühestens am 18\. Dezember 2026: vier Wochen .*…$/)
})
