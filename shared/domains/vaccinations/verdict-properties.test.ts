import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusCalendarDays } from '../../german-days.ts'
import { checkDose } from './check-dose.ts'
import type { GivenDose } from './doses.ts'
import type { VerdictQuestion } from './question.ts'
import type { Schedule } from './schedule.ts'
import type { Span } from './span.ts'
import { aBooster, aDose, aQuestion, aSchedule, aStep, liveSpacing, MEASLES, TETANUS } from './testing-schedules.ts'
import type { DiseaseVerdict, JudgedDose } from './verdict-parts.ts'
import { verdictFor } from './verdict.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = { seed, numRuns: 250 }
const ON = '2026-11-24'

const span = (unit: Span['unit'], max: number): fc.Arbitrary<Span> => fc.integer({ min: 1, max }).map(count => ({ count, unit }))
const interval = fc.oneof(span('days', 40), span('weeks', 12), span('months', 14), span('years', 3))
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 2 })
const window = fc.record({ from: interval, to: maybe(interval) })
const ages = fc.record({ from: maybe(span('years', 60)), below: maybe(span('years', 80)) })
const first = fc.record({ leastAge: maybe(span('months', 24)), recommendedAge: maybe(ages) }).map(aStep)
const further = fc.record({ leastInterval: fc.option(interval, { freq: 6 }), leastAge: maybe(span('months', 30)), recommendedInterval: maybe(window) }).map(aStep)
const booster = fc.record({ number: fc.integer({ min: 1, max: 3 }), isRepeated: fc.boolean(), ages: maybe(ages), leastInterval: interval, recommendedInterval: maybe(window), recommendedFromAge: maybe(span('years', 60)) }).map(aBooster)
const season = fc.constantFrom({ from: '10-01', to: '12-15' }, { from: '10-01', to: '03-31' })

const schedule = (code: string): fc.Arbitrary<Schedule> => fc.record({
  disease: fc.constant({ code, name: 'Beispiel' }), id: fc.constantFrom('one', 'other', 'third'), isLive: fc.boolean(), ages: maybe(ages), startAges: maybe(ages), vaccines: maybe(fc.constantFrom<string[]>(['a'], ['b'], ['a', 'b'])),
  countsOthers: fc.boolean(), primary: fc.tuple(first, fc.array(further, { maxLength: 3 })).map(([one, more]) => [one, ...more]), leastBeforeLast: maybe(interval),
  leastAfterUncounted: maybe(interval), boosters: fc.array(booster, { maxLength: 3 }), season: maybe(season), graceDays: fc.constantFrom(0, 0, 4),
}).map(aSchedule)

// Close together more often than not: where nothing is too early nothing is tried.
const day = fc.oneof(fc.integer({ min: 0, max: 120 }).map(count => plusCalendarDays('2026-08-01', count)), fc.integer({ min: 0, max: 9_000 }).map(count => plusCalendarDays('2002-01-01', count)))
const written = fc.oneof({ arbitrary: day, weight: 8 }, { arbitrary: day.map(text => text.slice(0, 7)), weight: 1 }, { arbitrary: fc.constantFrom('2019', '', '2026-02-30', 'x'), weight: 1 })
const dose: fc.Arbitrary<GivenDose> = fc.record({
  id: fc.uuid(), day: written, diseases: fc.constantFrom([MEASLES], [TETANUS], [MEASLES, TETANUS]), vaccine: maybe(fc.constantFrom('a', 'b', 'c')),
  isLive: maybe(fc.boolean()), isDocumented: fc.integer({ min: 0, max: 9 }).map(of => of > 0),
})
const question: fc.Arbitrary<VerdictQuestion> = fc.record({
  birthDay: fc.oneof(fc.integer({ min: 0, max: 25_000 }).map(count => plusCalendarDays('1956-01-01', count)), fc.constantFrom('2000-02-29', '2024-02-29')),
  doses: fc.uniqueArray(dose, { maxLength: 9, selector: ({ id }) => id }), on: fc.constant(ON),
  schedules: fc.tuple(fc.array(schedule(MEASLES), { minLength: 1, maxLength: 2 }), fc.array(schedule(TETANUS), { maxLength: 2 })).map(both => both.flat()),
  spacing: fc.constantFrom([], [liveSpacing()], [liveSpacing({ between: [{ kind: 'live' }, { kind: 'diseases', codes: [TETANUS] }], graceDays: 4 })]),
})
const withShuffled = question.chain(one => fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.doses], { minLength: one.doses.length, maxLength: one.doses.length })))

const judgements = (verdicts: readonly DiseaseVerdict[]): ReadonlyMap<string, JudgedDose> => new Map(verdicts.flatMap(({ disease, doses }) => doses.map(one => [`${disease} ${one.id}`, one] as const)))

test(`the order of entry never changes the verdict (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(withShuffled, ([asked, shuffled]) => {
    expect(verdictFor({ ...asked, doses: shuffled })).toEqual(verdictFor(asked))
  }), RUNS)
})

test(`neither do the ids that follow from the order of entry: what counts and what is due stays (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(withShuffled, ([asked, shuffled]) => {
    const told = (doses: readonly GivenDose[]): unknown => verdictFor({ ...asked, doses: doses.map((one, index) => ({ ...one, id: String(index) })) }).map(({ disease, doses: judged, next }) =>
      [disease, judged.filter(one => one.isCounted).map(({ day: at }) => at), next?.number, next?.earliest, next?.recommendedFrom, next?.recommendedTo])
    expect(told(shuffled)).toEqual(told(asked.doses))
  }), RUNS)
})

test(`a dose of a later day leaves every judgement on those before it as it is (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(question, dose, (asked, added) => {
    const before = judgements(verdictFor(asked))
    const after = judgements(verdictFor({ ...asked, doses: [...asked.doses, { ...added, id: 'added' }] }))
    const addedDay = [...after.values()].find(({ id }) => id === 'added')?.day ?? ''
    const ofBefore = [...before].filter(([, { day: at }]) => at < addedDay)
    expect(ofBefore.map(([key]) => after.get(key))).toEqual(ofBefore.map(([, judged]) => judged))
  }), RUNS)
})

test(`the same dose written down twice counts once (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(question.filter(({ doses }) => doses.length > 0), fc.nat(), (asked, index) => {
    const copied = asked.doses[index % asked.doses.length]
    const doses = copied ? [...asked.doses, { ...copied, id: 'copy' }] : asked.doses
    const due = (given: readonly GivenDose[]): unknown => verdictFor({ ...asked, doses: given }).map(({ disease, next, doses: judged }) => [disease, next?.number, next?.earliest, next?.recommendedFrom, judged.filter(({ isCounted }) => isCounted).length])
    // A dose that counts nowhere is in nobody's way a second time either.
    expect(due(doses)).toEqual(due(asked.doses))
  }), RUNS)
})

test(`counted doses are numbered without a gap, each on a day of its own (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(question, asked => {
    for (const { doses } of verdictFor(asked)) {
      const counted = doses.flatMap(one => (one.isCounted ? [one] : []))
      expect(counted.map(({ number }) => number)).toEqual(counted.map((_, index) => index + 1))
      expect(new Set(counted.map(({ day: at }) => at)).size).toBe(counted.length)
    }
  }), RUNS)
})

test(`the earliest day is not after the recommended ones, and its bounds explain it (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(question, asked => {
    for (const { next } of verdictFor(asked)) {
      if (!next) continue
      expect(next.earliest <= next.recommendedFrom && (next.recommendedTo === null || next.recommendedFrom <= next.recommendedTo)).toBe(true)
      for (const bound of next.bounds) expect(bound.day <= next.earliest).toBe(true)
    }
  }), RUNS)
})

/** Found by chance (seeds 92487493 and 90772995): a dose of the month that is asked in, and a second one with a least age long past. */
const THIS_MONTH = aQuestion({ birthDay: '2000-02-29', doses: [aDose('2026-11')], schedules: [aSchedule({ primary: [aStep(), aStep({ leastAge: { count: 1, unit: 'months' } })] })] })

/** Found by chance (seed 178518547): the earliest day that a distance leaves lies in the month of a dose known by its month alone, which comes before it and so has it wait longer. */
const MONTH_OF_EARLIEST = aQuestion({
  birthDay: '2000-02-29', schedules: [aSchedule({ isLive: true, primary: [aStep()] })], spacing: [liveSpacing({ between: [{ kind: 'live' }, { kind: 'diseases', codes: [TETANUS] }] })],
  doses: [aDose('2026-11-03', { isLive: true }), aDose('2026-11', { diseases: [MEASLES, TETANUS], isLive: true }), aDose('2026-10-28', { diseases: [TETANUS] })],
})

// Of another age another schedule may hold by then: here one holds for all.
test(`a dose on the earliest day counts, and one on the day before what it has to wait for does not (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(question.map(asked => ({ ...asked, schedules: asked.schedules.map(one => ({ ...one, graceDays: 0, vaccines: null, ages: null, startAges: null })), spacing: asked.spacing.map(rule => ({ ...rule, graceDays: 0 })) })), asked => {
    // What is to come has not been given yet.
    if (asked.doses.some(one => one.day > asked.on)) return
    for (const { disease, schedule: by, next } of verdictFor(asked)) {
      if (!next || !by || next.earliest <= asked.on) continue
      const problemsOn = (at: string): readonly string[] => checkDose({ ...asked, wanted: { day: at, diseases: [disease], vaccine: null, isLive: by.isLive, numbers: {} } }).problems.map(({ code }) => code)
      const dayBefore = plusCalendarDays(next.earliest, -1)
      // A dose of which the month alone is known is the last of it, but one that is wanted within that month comes after it: there the two differ.
      const isInMonthAlone = (at: string): boolean => asked.doses.some(({ day: given }) => given.length === '2026-11'.length && at.startsWith(given))
      expect(isInMonthAlone(next.earliest) ? [] : problemsOn(next.earliest)).toEqual([])
      // Where nothing has to be waited for there is no day before.
      expect(next.bounds.length === 0 || isInMonthAlone(dayBefore) || problemsOn(dayBefore).length > 0).toBe(true)
    }
  }), { ...RUNS, examples: [[THIS_MONTH], [MONTH_OF_EARLIEST]] })
})

test('the same in every time zone', () => {
  const zone = process.env['TZ']
  const asked = fc.sample(question, { seed: 7, numRuns: 60 })
  const verdicts = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin'].map(name => {
    process.env['TZ'] = name
    return JSON.stringify(asked.map(verdictFor))
  })
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(new Set(verdicts).size).toBe(1)
})
