import { afterEach, beforeEach, expect, test } from 'vitest'
import { addComment } from '../../../shared/domains/applications/comment-commands.ts'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { madeAtMs } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { submitCommand } from './submit.ts'
import { aDesk, type TestDesk } from './testing.ts'

let desk: TestDesk
beforeEach(() => { desk = aDesk() })
afterEach(() => desk.remove())

test('no two commands of a desk share a millisecond, also where the clock stands still or goes back', () => {
  const nowMs = Date.UTC(2026, 10, 22, 9)
  const madeAt = (clockMs: number): number => {
    const submitted = submitCommand(desk.cache.db, { ...desk.parts, clock: { nowMs: () => clockMs } }, addComment, { applicationId: anApplication().id, text: 'Ruft zurück.', mentions: [] })
    if (!submitted.ok) throw new Error(submitted.error.code)
    return madeAtMs(submitted.value.commandId)
  }
  expect([nowMs, nowMs, nowMs, nowMs - 60_000, nowMs + 9].map(madeAt)).toEqual([nowMs, nowMs + 1, nowMs + 2, nowMs + 3, nowMs + 9])
  const recorded = desk.cache.db.prepare('SELECT recorded_at FROM outbox ORDER BY sequence').pluck().all()
  expect(recorded[3]).toBe(instantFromMs(nowMs - 60_000))
})
