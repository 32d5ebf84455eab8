import type { GivenDose } from './doses.ts'
import type { VerdictQuestion } from './question.ts'
import { Schedule, SpacingRule, type Booster, type PrimaryStep } from './schedule.ts'
import type { Span } from './span.ts'

export const MEASLES = '14189004'
export const TETANUS = '76902006'

export const days = (count: number): Span => ({ count, unit: 'days' })
export const weeks = (count: number): Span => ({ count, unit: 'weeks' })
export const months = (count: number): Span => ({ count, unit: 'months' })
export const years = (count: number): Span => ({ count, unit: 'years' })

export const aStep = (overrides: Partial<PrimaryStep> = {}): PrimaryStep => ({ leastAge: null, recommendedAge: null, leastInterval: null, recommendedInterval: null, ...overrides })

export const aBooster = (overrides: Partial<Booster> = {}): Booster =>
  ({ number: 1, isRepeated: true, ages: null, leastInterval: years(5), recommendedInterval: { from: years(10), to: null }, recommendedFromAge: null, ...overrides })

/** Two doses four weeks apart, nothing after them. */
export const aSchedule = (overrides: Partial<Schedule> = {}): Schedule => Schedule.parse({
  id: 'example', disease: { code: MEASLES, name: 'Masern' }, source: { title: 'STIKO', edition: 'Epid. Bull. 4/2026', url: null }, validFrom: '2026-01-01', validTo: null,
  isLive: false, ages: null, startAges: null, vaccines: null, countsOthers: true, primary: [aStep(), aStep({ leastInterval: weeks(4) })],
  leastBeforeLast: null, leastAfterUncounted: null, boosters: [], season: null, ...overrides,
})

export const liveSpacing = (overrides: Partial<SpacingRule> = {}): SpacingRule => SpacingRule.parse({
  id: 'live-live', source: { title: 'STIKO', edition: 'Impfabstände', url: null }, validFrom: '2020-01-01', validTo: null, between: [{ kind: 'live' }, { kind: 'live' }], least: weeks(4), ...overrides,
})

/** A documented dose against measles by its day; the day is its id unless said otherwise. */
export const aDose = (day: string, overrides: Partial<GivenDose> = {}): GivenDose => ({ id: day, day, diseases: [MEASLES], vaccine: null, isLive: false, isDocumented: true, ...overrides })

/** Somebody born in 1960, asked for on 24 November 2026. */
export const aQuestion = (overrides: Partial<VerdictQuestion> = {}): VerdictQuestion =>
  ({ birthDay: '1960-03-15', doses: [], schedules: [aSchedule()], spacing: [], on: '2026-11-24', ...overrides })
