import { expect, test } from 'vitest'
import { SessionId } from '../../../../shared/ids.ts'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { sessionFor } from './session-choice.ts'

const session = (number: number, day: string, status: 'planned' | 'open' | 'closed' | 'cancelled') =>
  aSession({ id: SessionId.parse(`0192a000-0000-7000-8000-0000000000${10 + number}`), day, status })

const YESTERDAY = session(1, '2026-11-23', 'closed')
const MORNING = session(2, '2026-11-24', 'planned')
const OPEN = session(3, '2026-11-24', 'open')
const NEXT = session(4, '2026-12-01', 'planned')
const OFF = session(5, '2026-11-24', 'cancelled')

test('the session of today is chosen by itself, an open one first; others by hand', () => {
  const choose = (sessions: readonly ReturnType<typeof aSession>[], chosen?: string) => sessionFor(sessions, '2026-11-24', chosen)
  expect(choose([YESTERDAY, MORNING, OPEN, NEXT])).toBe(OPEN)
  expect(choose([YESTERDAY, MORNING, NEXT])).toBe(MORNING)
  expect(choose([YESTERDAY, OFF, NEXT])).toBe(NEXT)
  expect(choose([YESTERDAY, OFF])).toBe(YESTERDAY)
  expect(choose([YESTERDAY, OPEN], YESTERDAY.id)).toBe(YESTERDAY)
  expect(choose([])).toBeUndefined()
})
