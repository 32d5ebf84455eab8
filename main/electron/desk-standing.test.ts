import { expect, test } from 'vitest'
import { NOBODY, noticesBetween, waitingFor, type DeskStanding } from './desk-standing.ts'

const at = (counts: Partial<DeskStanding['counts']>, attention = 0, session: DeskStanding['session'] = 'signed-in'): DeskStanding =>
  ({ session, counts: { ...NOBODY.counts, ...counts }, attention, unsent: 0, inHand: NOBODY.inHand, filledViews: [] })

test.each([
  ['a new case of mine', at({ mine: 1 }), at({ mine: 2 }), ['assigned']],
  ['several things at once', at({}), at({ 'to-release': 1, unread: 2 }, 1), ['toRelease', 'message', 'attention']],
  ['less than before', at({ mine: 3 }, 2), at({ mine: 1 }, 1), []],
  ['what was there at sign-in', NOBODY, at({ mine: 3 }), []],
  ['a locked desk', at({}), at({ mine: 3 }, 0, 'locked'), []],
])('reminds of %s', (_name, before, now, notices) => {
  expect(noticesBetween(before, now)).toEqual(notices)
})

test('counts what waits for this person, and nothing while the desk is locked', () => {
  const counts = { mine: 9, 'to-release': 2, unread: 3, overdue: 4 }
  expect([waitingFor(at(counts, 1)), waitingFor(at(counts, 1, 'locked')), waitingFor(NOBODY)]).toEqual([6, 0, 0])
})

test('a view that fills is told once, those that were full when the desk opened are not', () => {
  const filled = (filledViews: DeskStanding['filledViews']): DeskStanding => ({ ...at({}), filledViews })
  expect(noticesBetween(filled(null), filled(['a/1']))).toEqual([])
  expect(noticesBetween(filled([]), filled(['a/1']))).toEqual(['viewFilled'])
  expect(noticesBetween(filled(['a/1']), filled(['a/1']))).toEqual([])
  expect(noticesBetween(filled(['a/1']), filled(['a/2']))).toEqual(['viewFilled'])
  expect(noticesBetween(filled(['a/1']), filled([]))).toEqual([])
})
