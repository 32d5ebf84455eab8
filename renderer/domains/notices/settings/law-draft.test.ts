import { expect, test } from 'vitest'
import { STANDARD_RULE_SETS } from '../../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { rulesOf, writtenRules } from './law-draft.ts'

const VERSIONS = STANDARD_RULE_SETS.flatMap(({ id, versions }) => versions.map(version => [`${id} ${version.from}`, version] as const))
const [, vwvfg] = VERSIONS[1] ?? []
if (!vwvfg) throw new Error('there is no standard law')
const written = writtenRules(vwvfg)

test.each(VERSIONS)('what stands in the fields is the version: %s', (_name, version) => {
  expect(rulesOf(writtenRules(version), version.from)).toEqual({ rules: version })
})

test.each([
  ['no day', written, undefined, ['from']],
  ['no days', { ...written, postInland: { ...written.postInland, count: '0' } }, '2027-01-01', ['postInland.count']],
  ['no months abroad', { ...written, postAbroad: { ...written.postInland, kind: 'after-months', count: 'x' } as const }, '2027-01-01', ['postAbroad.count']],
  ['too many days to fetch it', { ...written, mailbox: { ...written.mailbox, count: '61' } }, '2027-01-01', ['mailbox.count']],
  ['no paragraph', { ...written, byHand: ' ', objection: { months: '1', basis: '' } }, '2027-01-01', ['byHand', 'objection.basis']],
  ['no months', { ...written, lawsuit: { months: '', basis: '§ 74' } }, '2027-01-01', ['lawsuit.months']],
])('a form is told what it lacks: %s', (_name, form, from, problems) => {
  expect(rulesOf(form, from)).toEqual({ problems })
})

test('a day that moves on and a period that does not', () => {
  const read = rulesOf({ ...written, postInland: { kind: 'after-days', count: '5', basis: '§ 1', shiftBasis: '§ 2' }, periodShiftBasis: '' }, '2027-01-01')
  expect(read).toMatchObject({ rules: { postInland: { days: 5, shiftBasis: '§ 2' }, periodShiftBasis: null } })
})
