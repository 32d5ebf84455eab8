import { ruleIdOf, SPACING } from '../../../shared/domains/vaccinations/rules.ts'
import type { Booster, PrimaryStep, RuleSource, Schedule, SpacingRule } from '../../../shared/domains/vaccinations/schedule.ts'
import type { Span } from '../../../shared/domains/vaccinations/span.ts'
import type { VaccinationRules } from '../../../shared/domains/vaccinations/tables.ts'
import type { Scope } from '../../../shared/scope.ts'

const SOURCE: RuleSource = { title: 'STIKO', edition: 'Beispieldaten, vor Gebrauch zu prüfen', url: null }
const VALID = { source: SOURCE, validFrom: '2025-01-01', validTo: null, graceDays: 0 } as const

const days = (count: number): Span => ({ count, unit: 'days' })
const weeks = (count: number): Span => ({ count, unit: 'weeks' })
const months = (count: number): Span => ({ count, unit: 'months' })
const years = (count: number): Span => ({ count, unit: 'years' })

/** A first dose: from which age it counts, and from which it is recommended. */
const first = (leastAge: Span | null, recommendedFrom: Span | null): PrimaryStep =>
  ({ leastAge, recommendedAge: recommendedFrom && { from: recommendedFrom, below: null }, leastInterval: null, recommendedInterval: null })

const after = (leastInterval: Span, from: Span, to: Span | null): PrimaryStep => ({ leastAge: null, recommendedAge: null, leastInterval, recommendedInterval: { from, to } })

const booster = (number: number, leastInterval: Span, from: Span | null, more: Partial<Booster> = {}): Booster =>
  ({ number, isRepeated: false, ages: null, leastInterval, recommendedInterval: from && { from, to: null }, recommendedFromAge: null, ...more })

const EVERYBODY = {
  ...VALID, isLive: false, ages: null, startAges: null, vaccines: null, countsOthers: true, leastBeforeLast: null, leastAfterUncounted: null, boosters: [], season: null,
} satisfies Partial<Schedule>

const AUTUMN = { from: '10-01', to: '12-15' } as const
const ADULTS = { from: years(18), below: null } as const

/** Tetanus and diphtheria of adults: three doses, and one every ten years. */
const TEN_YEARLY = {
  ...EVERYBODY, ages: ADULTS, leastBeforeLast: months(6), leastAfterUncounted: weeks(4),
  primary: [first(null, null), after(weeks(4), weeks(4), weeks(8)), after(weeks(4), months(6), months(12))],
  boosters: [booster(1, months(1), years(10), { isRepeated: true })],
} satisfies Partial<Schedule>

/** Measles, mumps and rubella: two doses of a live vaccine. */
const TWICE_LIVE = {
  ...EVERYBODY, isLive: true, leastAfterUncounted: weeks(4),
  primary: [first(months(9), months(11)), { ...after(weeks(4), weeks(4), null), recommendedAge: { from: months(15), below: null } }],
} satisfies Partial<Schedule>

const SCHEDULES: readonly Schedule[] = [
  {
    ...EVERYBODY, id: 'influenza', disease: { code: '6142004', name: 'Influenza' }, season: AUTUMN,
    primary: [first(months(6), years(60))], boosters: [booster(1, months(6), null, { isRepeated: true, recommendedFromAge: years(60) })],
  },
  {
    // The second dose of 2021 came after weeks, the third after months; since then it is one each autumn.
    ...EVERYBODY, id: 'covid-19', disease: { code: '840539006', name: 'COVID-19' }, season: AUTUMN, ages: ADULTS, primary: [first(null, years(60))],
    boosters: [
      booster(1, weeks(3), years(1), { recommendedFromAge: years(60) }), booster(2, months(3), years(1), { recommendedFromAge: years(60) }),
      booster(3, months(6), years(1), { isRepeated: true, recommendedFromAge: years(60) }),
    ],
  },
  { ...EVERYBODY, id: 'pneumococci', disease: { code: '16814004', name: 'Pneumokokken' }, ages: ADULTS, primary: [first(years(18), years(60))] },
  { ...EVERYBODY, id: 'rsv', disease: { code: '55735004', name: 'RSV' }, ages: ADULTS, primary: [first(years(60), years(75))] },
  {
    ...EVERYBODY, id: 'zoster', disease: { code: '4740000', name: 'Herpes zoster' }, ages: ADULTS, leastAfterUncounted: months(2),
    primary: [first(years(18), years(60)), after(months(2), months(2), months(6))],
  },
  {
    ...EVERYBODY, id: 'tbe', disease: { code: '16901001', name: 'FSME' }, leastAfterUncounted: days(14),
    primary: [first(years(1), null), after(days(14), months(1), months(3)), after(months(5), months(5), months(12))],
    boosters: [
      booster(1, months(6), years(3)), booster(2, months(6), years(5), { isRepeated: true, ages: { from: null, below: years(60) } }),
      booster(2, months(6), years(3), { isRepeated: true, ages: { from: years(60), below: null } }),
    ],
  },
  { ...TEN_YEARLY, id: 'tetanus', disease: { code: '76902006', name: 'Tetanus' } },
  { ...TEN_YEARLY, id: 'diphtheria', disease: { code: '397430003', name: 'Diphtherie' } },
  // Of adults: once, with the next against tetanus and diphtheria.
  { ...EVERYBODY, id: 'pertussis', disease: { code: '27836007', name: 'Pertussis' }, ages: ADULTS, primary: [first(null, years(18))] },
  { ...TWICE_LIVE, id: 'measles', disease: { code: '14189004', name: 'Masern' } },
  { ...TWICE_LIVE, id: 'mumps', disease: { code: '36989005', name: 'Mumps' } },
  { ...TWICE_LIVE, id: 'rubella', disease: { code: '36653000', name: 'Röteln' } },
]

const LIVE_SPACING: readonly SpacingRule[] = [{ ...VALID, id: 'live-live', between: [{ kind: 'live' }, { kind: 'live' }], least: weeks(4) }]

/** What the demo knows about diseases and distances, to be looked at and not to be vaccinated by. */
export const demoRules = (scope: Scope): readonly VaccinationRules[] => [
  ...SCHEDULES.map((schedule): VaccinationRules => ({ id: ruleIdOf(scope, schedule.disease.code), scope, version: 0, schedules: [schedule], spacing: [] })),
  { id: ruleIdOf(scope, SPACING), scope, version: 0, schedules: [], spacing: [...LIVE_SPACING] },
]
