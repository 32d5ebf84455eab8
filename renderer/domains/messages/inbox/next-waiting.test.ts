import { expect, test } from 'vitest'
import { aConversation } from '../../../../shared/domains/messages/testing.ts'
import { nextWaiting } from './next-waiting.ts'

const [first, second, done, last] = [aConversation('first'), aConversation('second'), aConversation('done', { waitingSince: null }), aConversation('last')]
const shown = [first, second, done, last]

test('goes through all who wait, one after the other and around, never through what is answered', () => {
  expect([undefined, first, second, done, last].map(one => nextWaiting(shown, one?.id)?.subject && nextWaiting(shown, one?.id)?.id)).toEqual([first.id, second.id, last.id, last.id, first.id])
  expect(nextWaiting(shown, aConversation('gone').id)).toBe(first)
  expect([nextWaiting([first], first.id), nextWaiting([done], undefined)]).toEqual([undefined, undefined])
})
