import { expect, test } from 'vitest'
import { CommandId, derivedUuid, uuidV7 } from './ids.ts'

test('a UUIDv7 carries its time and sorts by it', () => {
  const early = uuidV7(Date.UTC(2026, 0, 1), new Uint8Array(10).fill(255))
  const late = uuidV7(Date.UTC(2026, 0, 1) + 1, new Uint8Array(10))
  expect(CommandId.parse(early)[14]).toBe('7')
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1))
  expect(early < late).toBe(true)
})

test('a derived id is valid, the same for the same and another for another label', () => {
  const [id, same, other] = [derivedUuid('a', 'decision'), derivedUuid('a', 'decision'), derivedUuid('a', 'event')]
  expect(CommandId.safeParse(id).success).toBe(true)
  expect([same === id, other === id]).toEqual([true, false])
})
