import { expect, test } from 'vitest'
import { instantFromMs } from '../../time.ts'
import { theFacts, type FactDraft } from './clock/testing.ts'
import { hasOpenObjection, noticesDeletableFrom } from './retention.ts'

test.each([
  ['in the middle of a year', Date.UTC(2026, 1, 26, 9), '2037-01-01'],
  ['in the last minute of a year', Date.UTC(2026, 11, 31, 22, 59), '2037-01-01'],
  ['a minute later, when it is New Year here', Date.UTC(2026, 11, 31, 23, 0), '2038-01-01'],
])('ten years from the end of the year: made %s', (_name, ms, from) => {
  expect(noticesDeletableFrom(instantFromMs(ms), 10)).toBe(from)
})

const objected: FactDraft = { kind: 'objected', day: '2026-03-10' }
const settled: FactDraft = { kind: 'settled', day: '2026-03-20', of: 'objected', outcome: 'withdrawn' }
test.each([
  ['nothing', [], false],
  ['an objection', [objected], true],
  ['an objection and its end', [objected, settled], false],
  ['a second one without an end', [objected, settled, { ...objected, label: 'second' }], true],
  ['one that was a mistake', [objected, { kind: 'corrected', day: '2026-03-12', of: 'objected' }], false],
  ['an end that was a mistake', [objected, settled, { kind: 'corrected', day: '2026-03-22', of: 'settled' }], true],
] as const)('an open objection: %s', (_name, drafts, expected) => {
  expect(hasOpenObjection(theFacts({ kind: 'posted', day: '2026-03-02' }, ...drafts))).toBe(expected)
})
