import { expect, test } from 'vitest'
import type { NoticeClock } from './clock.ts'
import { clockBy, theFacts, type FactDraft } from './testing.ts'

/** Announced, end of the period, final from: what everything turns on. */
const days = ({ announced, period, finalOn }: NoticeClock): readonly (string | undefined | null)[] => [announced.kind === 'announced' ? announced.day : undefined, period?.day, finalOn]
const stateOn = (ruleSetId: string, on: string, ...facts: readonly FactDraft[]): string => clockBy(ruleSetId, theFacts(...facts), on).state

const posted = (day: string, more: Partial<FactDraft> = {}): FactDraft => ({ kind: 'posted', day, ...more })
const provided = (day: string): FactDraft => ({ kind: 'provided', day })
const retrieved = (day: string, label = 'retrieved'): FactDraft => ({ kind: 'retrieved', day, of: 'provided', label })
const objected = (day: string, label = 'objected'): FactDraft => ({ kind: 'objected', day, label })
const settled = (day: string, outcome: FactDraft['outcome'], of = 'objected'): FactDraft => ({ kind: 'settled', day, of, label: `settled ${of}`, ...(outcome ? { outcome } : {}) })

test.each([
  ['the end on Easter Monday moves on', 'vwvfg', '2026-03-02', '2026-03-06', '2026-04-07'],
  ['the same by fiscal law', 'ao', '2026-03-02', '2026-03-06', '2026-04-07'],
  ['the presumed day on a Saturday stays', 'vwvfg', '2026-03-03', '2026-03-07', '2026-04-07'],
  ['by fiscal law it moves to the Monday', 'ao', '2026-03-03', '2026-03-09', '2026-04-09'],
  ['a shorter month, and its last day a Saturday', 'vwvfg', '2026-01-27', '2026-01-31', '2026-03-02'],
  ['the same by fiscal law: the presumed Saturday moves first', 'ao', '2026-01-27', '2026-02-02', '2026-03-02'],
  ['the last day of three', 'vwvfg', '2024-12-31', '2025-01-03', '2025-02-03'],
  ['the first day of four', 'vwvfg', '2025-01-01', '2025-01-05', '2025-02-05'],
  ['three by fiscal law, although it arrives after the change', 'ao', '2024-12-31', '2025-01-03', '2025-02-03'],
  ['four by fiscal law, a Sunday and Epiphany passed over', 'ao', '2025-01-01', '2025-01-07', '2025-02-07'],
  ['the presumed day on Epiphany stays', 'vwvfg', '2026-01-02', '2026-01-06', '2026-02-06'],
  ['by fiscal law Epiphany is a day off', 'ao', '2026-01-02', '2026-01-07', '2026-02-09'],
  ['the end on Epiphany moves on', 'vwvfg', '2026-12-02', '2026-12-06', '2027-01-07'],
  ['the presumed day on Reformation Day stays', 'vwvfg', '2028-10-27', '2028-10-31', '2028-11-30'],
  ['by fiscal law Reformation Day is a day off, and All Saints\' Day is none here', 'ao', '2028-10-27', '2028-11-01', '2028-12-01'],
  ['Christmas Eve is a working day', 'vwvfg', '2026-11-20', '2026-11-24', '2026-12-24'],
  ['the first day of Christmas is none, nor the Saturday and the Sunday after', 'vwvfg', '2026-11-21', '2026-11-25', '2026-12-28'],
  ['New Year\'s Eve is a working day', 'ao', '2026-12-27', '2026-12-31', '2027-02-01'],
  ['the last day of the year', 'vwvfg', '2026-11-27', '2026-12-01', '2027-01-04'],
  ['the year changes between posting and announcement', 'vwvfg', '2026-12-29', '2027-01-02', '2027-02-02'],
  ['New Year and the Sunday after by fiscal law', 'ao', '2026-12-28', '2027-01-04', '2027-02-04'],
  ['from the 30th to the last of February', 'vwvfg', '2027-01-26', '2027-01-30', '2027-03-01'],
  ['the end of a month with 31 days', 'vwvfg', '2026-05-27', '2026-05-31', '2026-06-30'],
  ['to the 29th of February', 'vwvfg', '2028-01-25', '2028-01-29', '2028-02-29'],
  ['by post although the account was meant', 'ozg', '2026-03-03', '2026-03-07', '2026-04-07'],
])('posted: %s (%s, %s)', (_name, ruleSetId, day, announced, end) => {
  const clock = clockBy(ruleSetId, theFacts(posted(day)))
  expect(days(clock).slice(0, 2)).toEqual([announced, end])
})

test.each([
  ['the third day, whether or not it was opened', 'ozg', [provided('2026-03-02')], '2026-03-05'],
  ['the third day on a Sunday stays', 'ozg', [provided('2026-03-05')], '2026-03-08'],
  ['opened before, and it makes no difference', 'ozg', [provided('2026-03-02'), retrieved('2026-03-02')], '2026-03-05'],
  ['opened much later, and it makes no difference', 'ozg', [provided('2026-03-02'), retrieved('2026-04-02')], '2026-03-05'],
  ['proved to have come later', 'ozg', [provided('2026-03-02'), { kind: 'received', day: '2026-03-09', of: 'provided' }], '2026-03-09'],
  ['three days also after the law on the post changed', 'ozg', [provided('2025-01-07')], '2025-01-10'],
  ['by fiscal law the fourth day', 'ao', [provided('2026-03-02')], '2026-03-06'],
  ['the fourth day moves by fiscal law', 'ao', [provided('2026-03-03')], '2026-03-09'],
  ['the third day until 2024', 'ao', [provided('2024-12-30')], '2025-01-02'],
  ['the day after it was opened', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-04')], '2026-03-05'],
  ['opened at once', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-02')], '2026-03-03'],
  ['the day after is a Saturday and stays', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-06')], '2026-03-07'],
  ['opened on the tenth day', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-12')], '2026-03-13'],
  ['opened on the eleventh day', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-13')], undefined],
  ['opened again later', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-04'), retrieved('2026-03-03', 'again')], '2026-03-05'],
  ['never opened', 'vwvfg', [provided('2026-03-02')], undefined],
  ['opened before it lay there', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-01')], undefined],
  ['provided before there was a rule', 'ozg', [provided('2024-07-23')], undefined],
] as const)('in the mailbox: %s', (_name, ruleSetId, facts, announced) => {
  expect(days(clockBy(ruleSetId, theFacts(...facts)))[0]).toBe(announced)
})

test('in the mailbox it waits for ten days and has to be repeated then; sent by post, that counts', () => {
  expect(clockBy('vwvfg', theFacts(provided('2026-03-02')), '2026-03-12')).toMatchObject({ state: 'on-its-way', announced: { kind: 'not-yet', until: '2026-03-12' } })
  expect(clockBy('vwvfg', theFacts(provided('2026-03-02')), '2026-03-13')).toMatchObject({ state: 'repeat', announced: { kind: 'not-effected', reason: 'not-retrieved' }, period: null })
  expect(clockBy('vwvfg', theFacts(provided('2026-03-02'), posted('2026-03-13')), '2026-03-13')).toMatchObject({ state: 'on-its-way', sentOn: '2026-03-13', announced: { by: 'posted', day: '2026-03-17' } })
})

test.each([
  ['nothing is presumed by procedural law', 'vwvfg', [posted('2026-03-02', { isAbroad: true })], undefined],
  ['the day it is proved to have arrived', 'vwvfg', [posted('2026-03-02', { isAbroad: true }), { kind: 'received', day: '2026-03-14' }], '2026-03-14'],
  ['a month by fiscal law', 'ao', [posted('2026-03-02', { isAbroad: true })], '2026-04-02'],
  ['a month that ends on Easter Monday', 'ao', [posted('2026-03-06', { isAbroad: true })], '2026-04-07'],
] as const)('posted abroad: %s', (_name, ruleSetId, facts, announced) => {
  expect(days(clockBy(ruleSetId, theFacts(...facts)))[0]).toBe(announced)
})

test.each([
  ['came back', [{ kind: 'returned', day: '2026-03-09' }], undefined, 'repeat'],
  ['came back, and yet it is proved that it had arrived', [{ kind: 'returned', day: '2026-03-09' }, { kind: 'received', day: '2026-03-07' }], '2026-03-07', 'final'],
  ['never arrived', [{ kind: 'never-received', day: '2026-04-09' }], undefined, 'repeat'],
  ['arrived later', [{ kind: 'received', day: '2026-03-20' }], '2026-03-20', 'final'],
  ['arrived later, on a Sunday', [{ kind: 'received', day: '2026-03-22' }], '2026-03-22', 'final'],
  ['arrived earlier', [{ kind: 'received', day: '2026-03-03' }], '2026-03-06', 'final'],
  ['two days are said: the later one', [{ kind: 'received', day: '2026-03-20' }, { kind: 'received', day: '2026-03-18', label: 'other' }], '2026-03-20', 'final'],
  ['came back and was sent again', [{ kind: 'returned', day: '2026-03-09' }, posted('2026-03-10', { label: 'again' })], '2026-03-14', 'final'],
  ['sent twice, and both arrived', [posted('2026-03-10', { label: 'again' })], '2026-03-06', 'final'],
] as const)('posted on 2 March, and it %s', (_name, facts, announced, state) => {
  const clock = clockBy('vwvfg', theFacts(posted('2026-03-02'), ...facts))
  expect([days(clock)[0], clock.state]).toEqual([announced, state])
})

test.each([
  ['missing', '2026-03-02', '2027-03-08'],
  ['wrong', '2026-03-02', '2027-03-08'],
  ['right', '2026-03-02', '2026-04-07'],
] as const)('an instruction that is %s', (quality, day, end) => {
  const clock = clockBy('vwvfg', theFacts(posted(day), { kind: 'instruction', day: '2026-03-20', quality }))
  expect([clock.period?.day, clock.period?.isLong]).toEqual([end, quality !== 'right'])
})

test('a year from the 29th of February ends on the 28th, and a year to it on the 28th, too', () => {
  const missing: FactDraft = { kind: 'instruction', day: '2028-03-20', quality: 'missing' }
  expect(clockBy('vwvfg', theFacts(posted('2028-02-25'), missing)).period).toMatchObject({ since: '2028-02-29', day: '2029-02-28', months: 12 })
  expect(clockBy('vwvfg', theFacts(posted('2027-02-24'), { ...missing, day: '2027-03-20' })).period).toMatchObject({ since: '2027-02-28', day: '2028-02-28' })
})

test('a year to Reformation Day ends on the day after, one to New Year\'s Eve on that day', () => {
  const missing: FactDraft = { kind: 'instruction', day: '2029-01-20', quality: 'missing' }
  expect(clockBy('vwvfg', theFacts(posted('2028-10-27'), missing)).period).toMatchObject({ since: '2028-10-31', day: '2029-11-01', over: ['2029-10-31'] })
  expect(clockBy('vwvfg', theFacts(posted('2026-12-27'), missing)).period).toMatchObject({ since: '2026-12-31', day: '2027-12-31', over: [] })
})

test('an instruction once found wrong stays so until that entry is corrected', () => {
  const wrong: FactDraft = { kind: 'instruction', day: '2026-03-20', quality: 'wrong', label: 'wrong' }
  const right: FactDraft = { kind: 'instruction', day: '2026-03-25', quality: 'right' }
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), wrong, right)).period?.isLong).toBe(true)
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), wrong, { kind: 'corrected', day: '2026-03-26', of: 'wrong' })).period?.isLong).toBe(false)
})

test.each([
  ['a letter after nobody opened it in the mailbox', 'vwvfg', [provided('2026-03-02'), posted('2026-03-16')], '2026-03-20', '2026-04-20'],
  ['a letter, though it was opened in the mailbox too late', 'vwvfg', [provided('2026-03-02'), posted('2026-03-16'), retrieved('2026-03-18')], '2026-03-20', '2026-04-20'],
  ['the mailbox, though a letter followed', 'vwvfg', [provided('2026-03-02'), retrieved('2026-03-04'), posted('2026-03-16')], '2026-03-05', '2026-04-07'],
  ['a letter, where nobody could be told of the mailbox', 'ao', [provided('2026-03-02'), { kind: 'never-received', day: '2026-03-02', of: 'provided' }, posted('2026-03-03')], '2026-03-09', '2026-04-09'],
] as const)('announced by %s', (_name, ruleSetId, drafts, day, end) => {
  const { announced, period } = clockBy(ruleSetId, theFacts(...drafts))
  expect([announced.kind === 'announced' && announced.day, period?.day]).toEqual([day, end])
})

test.each([
  ['nothing left', [], '2026-03-02', 'not-sent'],
  ['on the day before it counts as announced', [posted('2026-03-02')], '2026-03-05', 'on-its-way'],
  ['on the day itself', [posted('2026-03-02')], '2026-03-06', 'open'],
  ['on the last day', [posted('2026-03-02')], '2026-04-07', 'open'],
  ['on the day after', [posted('2026-03-02')], '2026-04-08', 'final'],
  ['an objection on the last day', [posted('2026-03-02'), objected('2026-04-07')], '2026-06-01', 'objected'],
  ['an objection a day too late', [posted('2026-03-02'), objected('2026-04-08')], '2026-06-01', 'final'],
  ['an objection to a letter that came back', [posted('2026-03-02'), { kind: 'returned', day: '2026-03-09' }, objected('2026-04-07')], '2026-06-01', 'objected'],
  ['withdrawn while the period runs', [posted('2026-03-02'), objected('2026-03-10'), settled('2026-03-20', 'withdrawn')], '2026-03-21', 'open'],
  ['remedied', [posted('2026-03-02'), objected('2026-03-10'), settled('2026-03-20', 'remedied')], '2026-06-01', 'replaced'],
  ['replaced by another notice', [posted('2026-03-02'), { kind: 'replaced', day: '2026-03-10' }], '2026-06-01', 'replaced'],
  ['one of two objections settled', [posted('2026-03-02'), objected('2026-03-10'), objected('2026-03-11', 'second'), settled('2026-03-20', 'withdrawn')], '2026-06-01', 'objected'],
] as const)('the state: %s', (_name, facts, on, state) => {
  expect(stateOn('vwvfg', on, ...facts)).toBe(state)
})

test.each([
  ['withdrawn within the period: when it is over', [objected('2026-03-10'), settled('2026-03-20', 'withdrawn')], '2026-04-08'],
  ['withdrawn after it: at once', [objected('2026-03-10'), settled('2026-06-02', 'withdrawn')], '2026-06-02'],
  ['decided: after the month for a lawsuit', [objected('2026-03-10'), settled('2026-06-02', 'decided')], '2026-07-03'],
  ['decided, and the month for a lawsuit ends on a Sunday', [objected('2026-03-10'), settled('2026-06-05', 'decided')], '2026-07-07'],
  ['decided and sued in time', [objected('2026-03-10'), settled('2026-06-02', 'decided'), objected('2026-07-02', 'lawsuit')], null],
  ['decided and sued too late', [objected('2026-03-10'), settled('2026-06-02', 'decided'), objected('2026-07-03', 'lawsuit')], '2026-07-03'],
  ['the lawsuit withdrawn', [objected('2026-03-10'), settled('2026-06-02', 'decided'), objected('2026-07-02', 'lawsuit'), settled('2026-09-01', 'withdrawn', 'lawsuit')], '2026-09-01'],
  ['too late, whatever was decided', [objected('2026-05-10'), settled('2026-06-02', 'decided')], '2026-04-08'],
] as const)('final after an objection %s', (_name, facts, finalOn) => {
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), ...facts)).finalOn).toBe(finalOn)
})

// What may bring a day forward, each with its vector.
test('listed: an earlier announcement by another channel', () => {
  const byPost = theFacts(posted('2026-03-02'), { kind: 'received', day: '2026-03-20' })
  expect(days(clockBy('vwvfg', byPost))).toEqual(['2026-03-20', '2026-04-20', '2026-04-21'])
  const byHand = theFacts(posted('2026-03-02'), { kind: 'received', day: '2026-03-20' }, { kind: 'handed-over', day: '2026-03-04' })
  expect(days(clockBy('vwvfg', byHand))).toEqual(['2026-03-04', '2026-04-07', '2026-04-08'])
})

test('listed: a waiver, which counts once the notice is announced', () => {
  expect(days(clockBy('vwvfg', theFacts(posted('2026-03-02'), { kind: 'waived', day: '2026-03-12' })))).toEqual(['2026-03-06', '2026-04-07', '2026-03-12'])
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), { kind: 'waived', day: '2026-03-04' })).finalOn).toBe('2026-03-06')
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), { kind: 'returned', day: '2026-03-09' }, { kind: 'waived', day: '2026-03-12' }))).toMatchObject({ state: 'repeat', finalOn: null })
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), objected('2026-03-10'), { kind: 'waived', day: '2026-03-12' }))).toMatchObject({ state: 'final', finalOn: '2026-03-12' })
})

test('listed: the correction of an entry, its day or that it was one at all', () => {
  const wrong = posted('2026-03-12')
  expect(days(clockBy('vwvfg', theFacts(wrong)))).toEqual(['2026-03-16', '2026-04-16', '2026-04-17'])
  expect(days(clockBy('vwvfg', theFacts(wrong, { kind: 'corrected', day: '2026-03-20', of: 'posted', rightDay: '2026-03-02' })))).toEqual(['2026-03-06', '2026-04-07', '2026-04-08'])
  const struck = { kind: 'corrected', day: '2026-03-20', of: 'posted', rightDay: null } as const
  expect(clockBy('vwvfg', theFacts(wrong, struck)).state).toBe('not-sent')
  expect(days(clockBy('vwvfg', theFacts(wrong, struck, { ...struck, label: 'after all', rightDay: '2026-03-03' })))[0]).toBe('2026-03-07')
  expect(clockBy('vwvfg', theFacts(posted('2026-03-02'), { kind: 'returned', day: '2026-03-09' }, { kind: 'corrected', day: '2026-03-10', of: 'returned' })).finalOn).toBe('2026-04-08')
})
