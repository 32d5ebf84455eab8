import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, isWorkingDay, plusCalendarDays, plusMonths } from '../../../german-days.ts'
import type { NoticeClock } from './clock.ts'
import { isDelivery, type NoticeFact } from './facts.ts'
import { STANDARD_RULE_SETS } from './standard-rule-sets.ts'
import { clockBy, theFacts, type FactDraft } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = { seed, numRuns: 400 }

const ruleSetId = fc.constantFrom(...STANDARD_RULE_SETS.map(({ id }) => id))
// Around the turn of 2024 the law changes, around Easter many days are off.
const day = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(count => plusCalendarDays('2024-12-01', count)),
  fc.integer({ min: 0, max: 60 }).map(count => plusCalendarDays('2026-03-01', count)),
  fc.integer({ min: 0, max: 1_500 }).map(count => plusCalendarDays('2024-08-01', count)),
)
const DELIVERIES = ['one', 'two', 'three'] as const
const OBJECTIONS = ['objection', 'lawsuit'] as const
const ofDelivery = fc.constantFrom(...DELIVERIES)

/** Entries as a clerk or the service could make them, sense and nonsense alike. */
const draft: fc.Arbitrary<FactDraft> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('posted' as const, 'provided' as const, 'handed-over' as const), day, label: ofDelivery, isAbroad: fc.constantFrom(false, false, true) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('retrieved' as const, 'returned' as const, 'received' as const, 'never-received' as const), day, of: ofDelivery }) },
  fc.record({ kind: fc.constant('instruction' as const), day, quality: fc.constantFrom('right' as const, 'missing' as const, 'wrong' as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('objected' as const), day, label: fc.constantFrom(...OBJECTIONS) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settled' as const), day, of: fc.constantFrom(...OBJECTIONS), outcome: fc.constantFrom('withdrawn' as const, 'decided' as const, 'remedied' as const) }) },
  fc.record({ kind: fc.constantFrom('waived' as const, 'replaced' as const), day }),
  fc.record({ kind: fc.constant('corrected' as const), day, of: fc.constantFrom(...DELIVERIES, ...OBJECTIONS), rightDay: fc.option(day) }),
)

/** One entry of each id, entered one after the other; the first is mostly a delivery. */
const entered = fc.tuple(fc.record({ kind: fc.constantFrom('posted' as const, 'posted' as const, 'provided' as const), day, label: fc.constant('one'), isAbroad: fc.constant(false) }), fc.array(draft, { maxLength: 12 }))
  .map(([first, more]) => theFacts(...uniqueDrafts([first, ...more])))

/** What has a label of its own comes once; everything else gets one. */
function uniqueDrafts(drafts: readonly FactDraft[]): readonly FactDraft[] {
  const known = new Set<string>()
  return drafts.flatMap((one, index) => {
    const label = one.label ?? `entry ${index}`
    return known.has(label) ? [] : (known.add(label), [{ ...one, label }])
  })
}

const announcedOn = ({ announced }: NoticeClock): string | undefined => (announced.kind === 'announced' ? announced.day : undefined)

/** The deliveries by which it counts as announced: each alone would give the same day. */
const announcersOf = (by: string, facts: readonly NoticeFact[]): readonly string[] => {
  const announced = announcedOn(clockBy(by, facts))
  return facts.filter(isDelivery).filter(one => announced !== undefined && announcedOn(clockBy(by, facts.filter(fact => fact === one || !isDelivery(fact)))) === announced).map(({ id }) => id)
}

/** The delivery that an entry is or speaks of. */
const deliveryIn = (fact: NoticeFact): string => ('of' in fact ? fact.of : fact.id)

/** The latest of each of the three days that was ever told. */
interface Told { announced: string; end: string; final: string }
const NOTHING: Told = { announced: '', end: '', final: '' }

const toldBy = (clock: NoticeClock): Told => ({ announced: announcedOn(clock) ?? '', end: clock.period?.day ?? '', final: clock.finalOn ?? '' })
const later = (one: string, other: string): string => (one > other ? one : other)

/** Found by chance (seed 12345): the letter of which a waiver could not speak yet arrived as late as the other one, and the waiver began to count. */
const TWO_LETTERS_ONE_WAIVER = theFacts(
  { kind: 'posted', day: '2026-03-02', label: 'one' }, { kind: 'posted', day: '2026-03-01', label: 'two' }, { kind: 'received', day: '2026-03-07', of: 'two' },
  { kind: 'waived', day: '2026-03-01' }, { kind: 'received', day: '2026-03-07', of: 'one', label: 'received as late' },
)

/** Found by chance (seed 30377): a withdrawal that became known after a waiver lay before it. */
const WAIVED_THEN_WITHDRAWN = theFacts(
  { kind: 'posted', day: '2024-12-01' }, { kind: 'waived', day: '2025-01-09' }, { kind: 'objected', day: '2024-12-01' }, { kind: 'settled', day: '2024-12-01', of: 'objected', outcome: 'withdrawn' },
)

test(`announcement, end of the period and finality never move backwards by one more entry, except by the listed ones (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(ruleSetId, entered, (by, facts) => {
    let before = NOTHING
    let announcers: readonly string[] = []
    for (const [index, added] of facts.entries()) {
      const now = toldBy(clockBy(by, facts.slice(0, index + 1)))
      const isEarlier = now.announced !== '' && now.announced < before.announced && !announcers.includes(deliveryIn(added))
      if (added.kind === 'corrected' || isEarlier) before = NOTHING
      if (added.kind === 'waived') before = { ...before, final: '' }
      expect([now.announced === '' || now.announced >= before.announced, now.end === '' || now.end >= before.end, now.final === '' || now.final >= before.final]).toEqual([true, true, true])
      before = { announced: later(now.announced, before.announced), end: later(now.end, before.end), final: later(now.final, before.final) }
      if (now.announced !== '') announcers = announcersOf(by, facts.slice(0, index + 1))
    }
  }), { ...RUNS, examples: [['vwvfg', TWO_LETTERS_ONE_WAIVER], ['vwvfg', WAIVED_THEN_WITHDRAWN]] })
})

test(`an entry that is neither a delivery nor about one leaves the announcement as it is (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(ruleSetId, entered, (by, facts) => {
    const speaksOfDelivery = (fact: NoticeFact): boolean => isDelivery(fact) || fact.kind === 'corrected' || ['retrieved', 'returned', 'received', 'never-received'].includes(fact.kind)
    expect(clockBy(by, facts.filter(speaksOfDelivery)).announced).toEqual(clockBy(by, facts).announced)
  }), RUNS)
})

test(`the order in which the entries come changes nothing (FC_SEED=${seed})`, () => {
  const shuffled = entered.chain(facts => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length, maxLength: facts.length })))
  fc.assert(fc.property(ruleSetId, shuffled, (by, [facts, other]) => {
    expect(clockBy(by, other)).toEqual(clockBy(by, facts))
  }), RUNS)
})

test(`the period ends on a working day, not before its months are over and at most a week after (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(ruleSetId, entered, (by, facts) => {
    const { period } = clockBy(by, facts)
    if (!period) return
    const least = plusMonths(period.since, period.months)
    expect([isWorkingDay(period.day), period.day >= least, daysBetween(least, period.day) <= 6]).toEqual([true, true, true])
    expect(period.over.every(one => !isWorkingDay(one))).toBe(true)
  }), RUNS)
})

test(`what was posted later is never announced, ended or final earlier (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(ruleSetId, day, day, fc.constantFrom('posted' as const, 'provided' as const), (by, one, other, kind) => {
    const [first, second] = [one, other].toSorted().map(sent => toldBy(clockBy(by, theFacts({ kind, day: sent }))))
    expect([first && second && first.announced <= second.announced, first && second && first.end <= second.end, first && second && first.final <= second.final]).toEqual([true, true, true])
  }), RUNS)
})

test(`a notice that is final stays so as the days pass, and was not before its day (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(ruleSetId, entered, (by, facts) => {
    const { finalOn, announced } = clockBy(by, facts)
    if (finalOn === null) return
    expect(announced.kind).toBe('announced')
    expect([clockBy(by, facts, plusCalendarDays(finalOn, -1)).state === 'final', clockBy(by, facts, finalOn).state, clockBy(by, facts, plusCalendarDays(finalOn, 400)).state]).toEqual([false, 'final', 'final'])
  }), RUNS)
})

test('the same in every time zone', () => {
  const zone = process.env['TZ']
  const asked = fc.sample(fc.tuple(ruleSetId, entered), { seed: 7, numRuns: 60 })
  const clocks = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin'].map(name => {
    process.env['TZ'] = name
    return JSON.stringify(asked.map(([by, facts]) => clockBy(by, facts)))
  })
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(new Set(clocks).size).toBe(1)
})
