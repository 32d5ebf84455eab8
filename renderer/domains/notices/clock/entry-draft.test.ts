import { expect, test } from 'vitest'
import { theFacts } from '../../../../shared/domains/notices/clock/testing.ts'
import { entryOf, offeredKinds, ofKindNow, readDay, spokenOf, type EntryDraft } from './entry-draft.ts'

const DRAFT: EntryDraft = { kind: 'handed-over', day: '9.3.2026', note: ' Rückbrief ', of: null, caseId: null, outcome: 'decided', quality: 'wrong' }
const LETTER_AND_OBJECTION = theFacts({ kind: 'posted', day: '2026-03-02' }, { kind: 'posted', day: '2026-03-20', label: 'again' }, { kind: 'objected', day: '2026-03-25' })
const [FIRST, AGAIN, OBJECTION] = LETTER_AND_OBJECTION.map(({ id }) => id)

test('offers only what can be said of a notice', () => {
  expect(offeredKinds([])).toEqual(['handed-over', 'objected', 'waived', 'instruction', 'replaced'])
  expect(offeredKinds(LETTER_AND_OBJECTION)).toContain('settled')
  expect(offeredKinds(theFacts({ kind: 'objected', day: '2026-03-25' }, { kind: 'settled', day: '2026-04-01', of: 'objected', outcome: 'withdrawn' }))).not.toContain('settled')
  expect(offeredKinds(theFacts({ kind: 'provided', day: '2026-03-02' }))).not.toContain('returned')
  expect(offeredKinds(theFacts({ kind: 'posted', day: '2026-03-02' }, { kind: 'corrected', day: '2026-03-03', of: 'posted' }))).not.toContain('returned')
})

test('speaks of the latest delivery or objection unless another one is chosen', () => {
  expect(spokenOf('returned', LETTER_AND_OBJECTION)?.map(({ id }) => id)).toEqual([FIRST, AGAIN])
  expect(ofKindNow(DRAFT, 'returned', LETTER_AND_OBJECTION).of).toBe(AGAIN)
  expect(ofKindNow(DRAFT, 'settled', LETTER_AND_OBJECTION).of).toBe(OBJECTION)
  expect(ofKindNow({ ...DRAFT, of: AGAIN ?? null }, 'waived', LETTER_AND_OBJECTION).of).toBeNull()
})

test.each([
  ['9.3.2026', { day: '2026-03-09' }],
  ['23.11.2026', { day: '2026-11-23' }],
  ['24.11.2026', { wrong: 'ahead' }],
  ['31.2.2026', { wrong: 'unreadable' }],
  ['', { wrong: 'unreadable' }],
])('reads the day %s', (typed, read) => {
  expect(readDay(typed, '2026-11-23')).toEqual(read)
})

test('an entry holds what its kind has and nothing else', () => {
  const common = { day: '2026-03-09', note: 'Rückbrief' }
  expect(entryOf({ ...DRAFT, kind: 'returned', of: FIRST ?? null }, '2026-03-09')).toEqual({ ...common, kind: 'returned', of: FIRST })
  expect(entryOf({ ...DRAFT, kind: 'settled', of: OBJECTION ?? null }, '2026-03-09')).toEqual({ ...common, kind: 'settled', of: OBJECTION, outcome: 'decided' })
  expect(entryOf({ ...DRAFT, kind: 'instruction' }, '2026-03-09')).toEqual({ ...common, kind: 'instruction', quality: 'wrong' })
  expect(entryOf({ ...DRAFT, kind: 'objected' }, '2026-03-09')).toEqual({ ...common, kind: 'objected', caseId: null })
  expect(entryOf({ ...DRAFT, kind: 'replaced' }, '2026-03-09')).toEqual({ ...common, kind: 'replaced', byNoticeId: null })
  expect(entryOf(DRAFT, '2026-03-09')).toEqual({ ...common, kind: 'handed-over' })
})
