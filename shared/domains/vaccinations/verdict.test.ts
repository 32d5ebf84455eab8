import { describe, expect, test } from 'vitest'
import type { GivenDose } from './doses.ts'
import type { VerdictQuestion } from './question.ts'
import { aBooster, aDose, aQuestion, aSchedule, aStep, days, liveSpacing, MEASLES, months, TETANUS, weeks, years } from './testing-schedules.ts'
import type { DiseaseVerdict } from './verdict-parts.ts'
import { verdictFor } from './verdict.ts'

function verdict(overrides: Partial<VerdictQuestion>, disease = MEASLES): DiseaseVerdict {
  const found = verdictFor(aQuestion(overrides)).find(one => one.disease === disease)
  if (!found) throw new Error('no verdict')
  return found
}

/** `1`, `2b` for a booster, `3+` for a further one; `-` with the reason for one that does not count. */
const worth = ({ doses }: DiseaseVerdict): readonly string[] => doses.map(dose =>
  dose.isCounted
    ? `${dose.number}${{ primary: '', booster: 'b', further: '+' }[dose.role]}`
    : `-${dose.reasons.map(reason => (reason.code === 'too-early' ? `${reason.bound.code} ${reason.days}` : reason.code)).join(', ')}`)

const doses = (...given: readonly string[]): readonly GivenDose[] => given.map(day => aDose(day))
/** Basic immunisation as it is usual for vaccines that are not live: 0, 1, 6 months, boosters every ten years. */
const threeDoses = aSchedule({
  primary: [aStep({ leastAge: months(2) }), aStep({ leastInterval: weeks(4) }), aStep({ leastInterval: weeks(4), recommendedInterval: { from: months(6), to: months(12) } })],
  leastBeforeLast: months(6), boosters: [aBooster()],
})

describe('what a documented dose is worth', () => {
  const twice = aSchedule()
  const cases: readonly (readonly [what: string, schedule: typeof twice, given: readonly GivenDose[], worth: readonly string[]])[] = [
    ['on the day the interval ends', twice, doses('2026-01-01', '2026-01-29'), ['1', '2']],
    ['one day before', twice, doses('2026-01-01', '2026-01-28'), ['1', '-least-interval 1']],
    ['however long ago', twice, doses('1990-05-01', '2026-05-01'), ['1', '2']],
    ['no month is too short: 31 August and six months', threeDoses, doses('2025-07-01', '2025-08-31', '2026-02-28'), ['1', '2', '3']],
    ['half a year before the last, less a day', threeDoses, doses('2025-07-01', '2025-08-31', '2026-02-27'), ['1', '2', '-before-last 1']],
    ['29 February and a year', aSchedule({ primary: [aStep(), aStep({ leastInterval: years(1) })] }), doses('2024-02-29', '2025-02-28'), ['1', '2']],
    ['the interval counts from the dose that counted', aSchedule({ primary: [aStep(), aStep({ leastInterval: weeks(4) }), aStep({ leastInterval: weeks(4) })] }), doses('2026-01-01', '2026-01-20', '2026-02-01'), ['1', '-least-interval 9', '2']],
    ['or from any, where the rule says so', aSchedule({ leastAfterUncounted: weeks(4) }), doses('2026-01-01', '2026-01-20', '2026-02-01', '2026-03-01'), ['1', '-least-interval 9', '-after-uncounted 16', '2']],
    ['booster after many years', threeDoses, doses('1980-01-01', '1980-02-01', '1980-08-01', '2020-01-01'), ['1', '2', '3', '4b']],
    ['booster too early', threeDoses, doses('2020-01-01', '2020-02-01', '2020-08-01', '2025-07-31'), ['1', '2', '3', '-least-interval 1']],
    ['more than needed', twice, doses('2020-01-01', '2021-01-01', '2022-01-01'), ['1', '2', '3+']],
    ['twice on one day', twice, [aDose('2026-01-01'), aDose('2026-01-01', { id: 'copy' }), aDose('2026-03-01')], ['1', '-same-day', '2']],
    ['undocumented', twice, [aDose('2025-01-01', { isDocumented: false }), aDose('2026-01-01')], ['-undocumented', '1']],
    ['of a month', twice, doses('2026-01', '2026-02-28'), ['1', '2']],
    ['a month is taken for its last day', twice, doses('2026-01', '2026-02-27'), ['1', '-least-interval 1']],
    ['of this month', twice, doses('2026-11-02', '2026-11'), ['1', '2']],
    ['of next month', twice, doses('2026-12'), ['-in-future']],
    ['of a year', twice, doses('2019', '2026-01-01'), ['-no-exact-day', '1']],
    ['no day at all', twice, doses('', '31.12.2019', '2026-02-30', '2026-13'), ['-no-exact-day', '-no-exact-day', '-no-exact-day', '-no-exact-day']],
    ['to come', twice, doses('2026-11-24', '2027-01-01'), ['1', '-in-future']],
    ['before the birth', twice, doses('1960-03-14', '1960-03-15'), ['-before-birth', '1']],
    ['with days of grace', aSchedule({ graceDays: 4 }), doses('2026-01-01', '2026-01-25'), ['1', '2']],
    ['beyond them', aSchedule({ graceDays: 4 }), doses('2026-01-01', '2026-01-24'), ['1', '-least-interval 5']],
  ]
  test.each(cases)('%s', (_, schedule, given, expected) => {
    expect(worth(verdict({ schedules: [schedule], doses: given }))).toEqual(expected)
  })

  test('under age, also for who was born on 29 February', () => {
    const schedules = [aSchedule({ primary: [aStep({ leastAge: years(1) })] })]
    expect(worth(verdict({ schedules, birthDay: '2024-02-29', doses: doses('2025-02-28') }))).toEqual(['-least-age 1'])
    expect(worth(verdict({ schedules, birthDay: '2024-02-29', doses: doses('2025-03-01') }))).toEqual(['1'])
  })

  test('of another vaccine counts where the schedule lets it, on the same day the one that counts is found', () => {
    const given = [aDose('2020-01-01', { vaccine: 'b' }), aDose('2021-01-01', { id: 'unknown' }), aDose('2021-01-01', { id: 'zz', vaccine: 'a' })]
    expect(worth(verdict({ schedules: [aSchedule({ vaccines: ['a'] })], doses: given }))).toEqual(['1', '2', '-same-day'])
    expect(worth(verdict({ schedules: [aSchedule({ vaccines: ['a'], countsOthers: false })], doses: given }))).toEqual(['-other-vaccine', '1', '-same-day'])
    const both = [aDose('2021-01-01', { id: 'one', vaccine: 'a' }), aDose('2021-01-01', { id: 'other', vaccine: 'b' })]
    expect(worth(verdict({ schedules: [aSchedule({ vaccines: ['b'], countsOthers: false, leastAfterUncounted: weeks(4) })], doses: both }))).toEqual(['-other-vaccine', '1'])
  })
})

describe('live vaccines', () => {
  const live = aSchedule({ isLive: true, primary: [aStep()] })
  const spacing = [liveSpacing()]
  const other = (day: string): GivenDose => aDose(day, { id: 'yellow-fever', diseases: ['16541001'], isLive: true })
  const worthAfter = (gap: string, overrides: Partial<GivenDose> = {}): readonly string[] =>
    worth(verdict({ schedules: [live], spacing, doses: [other('2026-06-01'), aDose(gap, { isLive: true, ...overrides })] }))

  test.each([['2026-06-01', '1'], ['2026-06-02', '-spacing 27'], ['2026-06-28', '-spacing 1'], ['2026-06-29', '1']])('on %s after one of 1 June: %s', (day, expected) => {
    expect(worthAfter(day)).toEqual([expected])
  })

  test('one that is not live keeps no distance, one of an unknown kind that which is usual against its disease', () => {
    expect(worthAfter('2026-06-02', { isLive: false })).toEqual(['1'])
    expect(worthAfter('2026-06-02', { isLive: null })).toEqual(['-spacing 27'])
  })

  test('the next may be given on the same day, and then after four weeks', () => {
    const earliest = (on: string): string | undefined => verdict({ schedules: [live], spacing, doses: [other('2026-11-24')], on }).next?.earliest
    expect([earliest('2026-11-24'), earliest('2026-11-25'), earliest('2026-12-22')]).toEqual(['1960-03-15', '2026-12-22', '1960-03-15'])
  })

  test('a next dose of no least interval waits for the last one as for any live vaccine', () => {
    const schedules = [aSchedule({ isLive: true, primary: [aStep(), aStep()] })]
    expect(verdict({ schedules, spacing, doses: [aDose('2026-11-24', { isLive: true })] }).next?.earliest).toBe('2026-12-22')
  })

  test('a second dose that comes too early says so once', () => {
    const schedules = [aSchedule({ isLive: true })]
    expect(worth(verdict({ schedules, spacing, doses: [aDose('2026-06-01', { isLive: true }), aDose('2026-06-20', { isLive: true })] }))).toEqual(['1', '-least-interval 9'])
    expect(worth(verdict({ schedules, spacing: [liveSpacing({ least: weeks(5) })], doses: [aDose('2026-06-01', { isLive: true }), aDose('2026-06-20', { isLive: true })] }))).toEqual(['1', '-least-interval 9, spacing 16'])
  })

  test('rules between two diseases hold in both directions', () => {
    const rule = liveSpacing({ between: [{ kind: 'diseases', codes: [MEASLES] }, { kind: 'diseases', codes: [TETANUS] }], least: days(14) })
    const pair = (first: string, second: string): readonly string[] => {
      const given = [aDose('2026-01-01', { diseases: [first] }), aDose('2026-01-10', { diseases: [second] })]
      return verdictFor(aQuestion({ spacing: [rule], schedules: [], doses: given })).flatMap(one => worth(one).map(text => `${one.disease === MEASLES ? 'm' : 't'}${text}`))
    }
    expect([pair(MEASLES, TETANUS), pair(TETANUS, MEASLES)]).toEqual([['m1+', 't-spacing 5'], ['m-spacing 5', 't1+']])
  })
})

describe('the next dose', () => {
  test('is not before the last two have been half a year apart, and is recommended between two days', () => {
    expect(verdict({ schedules: [threeDoses], doses: doses('2026-10-01', '2026-11-10') }).next).toMatchObject({ number: 3, role: 'primary', earliest: '2027-05-10', recommendedFrom: '2027-05-10', recommendedTo: '2027-11-10' })
  })

  test('a booster is recommended after ten years and none comes after the last one', () => {
    const given = doses('2010-01-01', '2010-02-01', '2010-08-01')
    expect(verdict({ schedules: [threeDoses], doses: given }).next).toMatchObject({ number: 4, role: 'booster', earliest: '2015-08-01', recommendedFrom: '2020-08-01', recommendedTo: null })
    const once = { ...threeDoses, boosters: [aBooster({ isRepeated: false })] }
    expect(verdict({ schedules: [once], doses: [...given, aDose('2020-08-01')] })).toMatchObject({ isPrimaryComplete: true, next: null })
  })

  test('the first booster, those after it and those of older people may each have a rule', () => {
    const boosters = [aBooster({ isRepeated: false, recommendedInterval: { from: years(3), to: null }, leastInterval: years(1) }),
      aBooster({ number: 2, ages: { from: null, below: years(60) }, leastInterval: years(3), recommendedInterval: { from: years(5), to: null } }),
      aBooster({ number: 2, ages: { from: years(60), below: null }, leastInterval: years(2), recommendedInterval: { from: years(3), to: null } })]
    const schedules = [aSchedule({ primary: [aStep()], boosters })]
    const due = (...given: readonly string[]): string | undefined => verdict({ schedules, doses: doses(...given) }).next?.recommendedFrom
    expect([due('2010-01-01'), due('2010-01-01', '2013-01-01'), due('2010-01-01', '2024-01-01'), due('2010-01-01', '2020-01-01', '2024-01-01')]).toEqual(['2013-01-01', '2018-01-01', '2027-01-01', '2027-01-01'])
  })

  test('within the season, this one or the next', () => {
    const season = { from: '10-01', to: '12-15' }
    const schedules = [aSchedule({ primary: [aStep({ recommendedAge: { from: years(60), below: null } })], boosters: [aBooster({ leastInterval: months(6), recommendedInterval: null })], season })]
    const due = (on: string, ...given: readonly string[]): readonly unknown[] => {
      const { next } = verdict({ schedules, doses: doses(...given), on })
      return [next?.earliest, next?.recommendedFrom, next?.recommendedTo]
    }
    expect(due('2026-11-24')).toEqual(['1960-03-15', '2026-10-01', '2026-12-15'])
    expect(due('2026-12-15')).toEqual(due('2026-11-24'))
    expect(due('2026-12-16')).toEqual(['1960-03-15', '2027-10-01', '2027-12-15'])
    expect(due('2026-11-24', '2026-11-24')).toEqual(['2027-05-24', '2027-10-01', '2027-12-15'])
  })

  test('a season may go over New Year', () => {
    const schedules = [aSchedule({ primary: [aStep()], season: { from: '10-01', to: '02-28' } })]
    expect(verdict({ schedules, on: '2027-01-10' }).next).toMatchObject({ recommendedFrom: '2026-10-01', recommendedTo: '2027-02-28' })
    expect(verdict({ schedules, on: '2027-03-01' }).next).toMatchObject({ recommendedFrom: '2027-10-01', recommendedTo: '2028-02-28' })
  })

  test('days that were recommended and are over before it counts are not named', () => {
    const schedules = [aSchedule({ primary: [aStep(), aStep({ leastInterval: weeks(8), recommendedInterval: { from: weeks(3), to: weeks(6) } })] })]
    expect(verdict({ schedules, doses: doses('2026-11-01') }).next).toMatchObject({ earliest: '2026-12-27', recommendedFrom: '2026-12-27', recommendedTo: null })
  })
})

describe('which schedule holds', () => {
  const once = { primary: [aStep()] }
  test('the one of the day that is asked for, for doses of any day', () => {
    const schedules = [aSchedule({ id: 'old', validTo: '2026-11-23' }), aSchedule({ id: 'new', ...once, validFrom: '2026-11-24' })]
    expect(['2026-11-23', '2026-11-24'].map(on => verdict({ schedules, doses: doses('1999-01-01'), on }).isPrimaryComplete)).toEqual([false, true])
  })

  test('the one for somebody of this age, who began at this age, with this vaccine', () => {
    const schedules = [
      aSchedule({ id: 'children', ages: { from: null, below: years(18) } }),
      aSchedule({ id: 'late', ages: { from: years(18), below: null }, startAges: { from: years(15), below: null } }),
      aSchedule({ id: 'early', ages: { from: years(18), below: null }, startAges: { from: null, below: years(15) } }),
      aSchedule({ id: 'made-for', ages: { from: years(18), below: null }, startAges: { from: years(15), below: null }, vaccines: ['a'] }),
    ]
    const chosen = (birthDay: string, given: readonly GivenDose[]): string | undefined => verdict({ schedules, birthDay, doses: given }).schedule?.id
    expect([chosen('2015-01-01', []), chosen('1990-01-01', []), chosen('1990-01-01', doses('2000-01-01')), chosen('1990-01-01', [aDose('2006-01-01', { vaccine: 'a' })])])
      .toEqual(['children', 'late', 'early', 'made-for'])
  })

  test('without one every documented dose counts and nothing is due', () => {
    const found = verdict({ schedules: [], doses: doses('2026-01-01', '2026-01-02') })
    expect([worth(found), found.next, found.schedule]).toEqual([['1+', '2+'], null, null])
  })
})
