import { expect, test } from 'vitest'
import type { Role } from '../../actor.ts'
import { instantFromMs } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { rulesOn, type NoticeRules } from './clock/rule-sets.ts'
import { STANDARD_RULE_SETS } from './clock/standard-rule-sets.ts'
import { ruleSetsOf } from './clock/town-rule-sets.ts'
import { setLaw, takeOutLaw } from './rule-set-commands.ts'
import { NoticeRuleSetRow } from './tables.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 23, 8))
const TODAY = '2026-11-23'
const TOMORROW = '2026-11-24'
const [vwvfg] = STANDARD_RULE_SETS
if (!vwvfg) throw new Error('there is no standard law')

const from = (day: string, changed: Partial<NoticeRules> = {}): NoticeRules => ({ ...(vwvfg.versions.at(-1) as NoticeRules), from: day, ...changed })
const under = (role: Role = 'administrator') => rowsUnderCommands([], anActor(role), NOW)
const set = (rows: ReturnType<typeof under>, version: NoticeRules, ruleSetId = 'vwvfg') => rows.run(setLaw, { ruleSetId, title: ruleSetId === 'vwvfg' ? vwvfg.title : 'Eigenes Recht', version })
const take = (rows: ReturnType<typeof under>, day: string, ruleSetId = 'vwvfg') => rows.run(takeOutLaw, { ruleSetId, from: day })
const versionsIn = (rows: ReturnType<typeof under>, ruleSetId = 'vwvfg') => {
  const row = rows.get('notice_rule_sets', ruleSetId)
  return ruleSetsOf(row ? [row] : []).find(({ id }) => id === ruleSetId)?.versions.map(({ from: day }) => day)
}

test('a change of law is one more version beside those that came with the program, by whoever leads or administers', () => {
  for (const role of ['administrator', 'lead'] as const) {
    const rows = under(role)
    expect(set(rows, from('2027-01-01', { longObjection: { months: 6, basis: '§ 1 Neu' } }))).toBe('ok')
    expect(versionsIn(rows)).toEqual(['1977-01-01', '2025-01-01', '2027-01-01'])
    const row = rows.get('notice_rule_sets', 'vwvfg')
    expect(NoticeRuleSetRow.parse(row)).toMatchObject({ changedAt: NOW, changedByName: anActor(role).name, versions: [{ from: '2027-01-01' }] })
  }
  expect(set(under('clerk'), from('2027-01-01'))).toMatchObject({ code: 'commands/not-allowed' })
})

test('what is ahead is changed and taken out; what has begun or came with the program is neither', () => {
  const rows = under()
  expect([set(rows, from(TOMORROW)), set(rows, from(TODAY)), set(rows, from(TOMORROW, { objection: { months: 2, basis: '§ 2' } }))]).toEqual(['ok', 'ok', 'ok'])
  expect(rows.get('notice_rule_sets', 'vwvfg')?.versions.map(version => [version.from, version.objection.months])).toEqual([[TODAY, 1], [TOMORROW, 2]])
  for (const day of [TODAY, '2025-01-01']) expect(set(rows, from(day))).toMatchObject({ code: 'notices/law-fixed' })
  expect(take(rows, TODAY)).toMatchObject({ code: 'notices/law-fixed' })
  expect(take(rows, '2025-01-01')).toMatchObject({ code: 'commands/record-missing' })
  expect(take(rows, TOMORROW)).toBe('ok')
  expect(versionsIn(rows)).toEqual(['1977-01-01', '2025-01-01', TODAY])
})

test('a town may keep a law of its own, which never goes whole', () => {
  const rows = under()
  expect(set(rows, from('2027-01-01'), 'kag')).toBe('ok')
  expect(set(rows, from('2028-01-01'), 'kag')).toBe('ok')
  expect(take(rows, '2027-01-01', 'kag')).toBe('ok')
  expect(take(rows, '2028-01-01', 'kag')).toMatchObject({ code: 'notices/law-fixed' })
  expect(versionsIn(rows, 'kag')).toEqual(['2028-01-01'])
})

test('of a version of the town and one of the program from the same day, that of the town counts; the others stay', () => {
  const own = from('2025-01-01', { objection: { months: 3, basis: '§ 3' } })
  const [law] = ruleSetsOf([{ id: 'vwvfg', title: 'Landesrecht', versions: [own] }])
  expect([law?.title, law && rulesOn(law, '2026-01-01')?.objection.months, law && rulesOn(law, '2024-12-31')?.objection.months]).toEqual(['Landesrecht', 3, 1])
  expect(ruleSetsOf([])).toEqual(STANDARD_RULE_SETS)
})
