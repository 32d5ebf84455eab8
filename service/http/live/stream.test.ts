import { expect, test } from 'vitest'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { createLiveStream, type LiveStream } from './stream.ts'

test('a desk that reads nothing is dropped once a megabyte waits for it', () => {
  const closed: LiveStream[] = []
  const stream = createLiveStream({ actor: anActor(), scopes: new Map() }, { grantId: null, tokenEndsAt: 0 }, gone => closed.push(gone))
  const frame = 'x'.repeat(100_000)
  for (let sent = 0; sent < 10; sent++) stream.send(frame)
  expect(stream.readable.destroyed).toBe(false)
  stream.send(frame)
  expect(stream.readable.destroyed).toBe(true)
  expect(() => stream.send(frame)).not.toThrow()
  expect(stream.readable.readableLength).toBeLessThan(1_100_000)
})
