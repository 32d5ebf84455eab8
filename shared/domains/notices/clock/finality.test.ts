import { expect, test } from 'vitest'
import { plusCalendarDays } from '../../../german-days.ts'
import { finalityOf, type NoticeInLaw } from './finality.ts'
import { NoticeRuleSet } from './rule-sets.ts'
import { STANDARD_RULE_SETS } from './standard-rule-sets.ts'
import { clockBy, theFacts, type FactDraft } from './testing.ts'

const notice = (id: string, ...facts: readonly FactDraft[]): NoticeInLaw => ({ id, ruleSetId: 'vwvfg', facts: theFacts(...facts) })

test('counts many notices by their state on a day, each with the clock it would have alone', () => {
  const posted: FactDraft = { kind: 'posted', day: '2026-03-02' }
  const notices = [
    notice('final', posted), notice('late', { kind: 'posted', day: '2026-04-02' }), notice('back', posted, { kind: 'returned', day: '2026-03-09' }),
    notice('objected', posted, { kind: 'objected', day: '2026-03-12' }), notice('waiting', { kind: 'posted', day: '2026-04-13' }), notice('unsent'), notice('other', posted, { kind: 'replaced', day: '2026-03-20' }),
    { ...notice('fiscal', { kind: 'posted', day: '2026-03-03' }), ruleSetId: 'ao' },
  ]
  const { clocks, counts } = finalityOf(notices, STANDARD_RULE_SETS, '2026-04-14')
  expect(counts).toEqual({ 'not-sent': 1, 'on-its-way': 1, open: 1, objected: 1, final: 2, repeat: 1, replaced: 1 })
  expect(notices.map(({ id }) => clocks.get(id))).toEqual(notices.map(({ ruleSetId, facts }) => clockBy(ruleSetId, facts, '2026-04-14')))
})

test('two notices whose entries differ only in what they speak of are kept apart', () => {
  const letters: readonly FactDraft[] = [{ kind: 'posted', day: '2026-03-02', label: 'first' }, { kind: 'posted', day: '2026-03-20', label: 'second' }]
  const { clocks } = finalityOf([notice('first', ...letters, { kind: 'returned', day: '2026-03-25', of: 'first' }), notice('second', ...letters, { kind: 'returned', day: '2026-03-25', of: 'second' })], STANDARD_RULE_SETS, '2026-11-23')
  expect([clocks.get('first')?.sentOn, clocks.get('second')?.sentOn]).toEqual(['2026-03-20', '2026-03-02'])
})

test('a run of 2,100 is reckoned at once', () => {
  const run = Array.from({ length: 2_100 }, (_, index) => notice(String(index), { kind: 'posted', day: plusCalendarDays('2026-03-02', index % 5) }))
  const timed = (): number => {
    const start = performance.now()
    expect(finalityOf(run, STANDARD_RULE_SETS, '2026-11-23').counts.final).toBe(2_100)
    return performance.now() - start
  }
  // The best of several: the machine may be busy with other tests.
  expect(Math.min(...Array.from({ length: 5 }, timed))).toBeLessThan(100)
})

test('a rule set that does not exist is a bug', () => {
  expect(() => finalityOf([{ ...notice('one'), ruleSetId: 'elsewhere' }], STANDARD_RULE_SETS, '2026-11-23')).toThrow('elsewhere')
})

test('the standard rule sets are what they claim to be, their versions in order', () => {
  for (const ruleSet of STANDARD_RULE_SETS) expect(NoticeRuleSet.parse(ruleSet)).toEqual(ruleSet)
  const [first] = STANDARD_RULE_SETS
  expect(NoticeRuleSet.safeParse({ ...first, versions: first?.versions.toReversed() }).success).toBe(false)
})
