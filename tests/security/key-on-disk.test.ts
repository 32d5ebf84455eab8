import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../../main/core/cache/open.ts'
import { temporaryFolder } from '../../main/core/cache/testing.ts'

/** As bytes and in every way in which a program would write bytes down. */
const formsOf = (bytes: Buffer): readonly Buffer[] =>
  [bytes, ...(['hex', 'base64', 'base64url'] as const).map(encoding => Buffer.from(bytes.toString(encoding).replace(/=+$/, ''))), Buffer.from(bytes.toString('hex').toUpperCase())]

function opened(profile: string, key: Uint8Array): { close(): void } {
  const cache = openCache({ file: join(profile, 'cache.db'), key })
  if (!cache.ok) throw new Error(cache.error.code)
  return cache.value
}

const filesIn = (folder: string): readonly string[] => readdirSync(folder).map(name => join(folder, name))

test('no half of the key stands in any file beside the cache', () => {
  using folder = temporaryFolder()
  const profile = join(folder.path, 'profile')
  const key = randomBytes(32)
  const cache = opened(profile, key)
  const halves = [key.subarray(0, 15), key.subarray(15, 30)].flatMap(formsOf)
  const leaking = (): readonly string[] => filesIn(profile).filter(path => halves.some(half => readFileSync(path).includes(half)))
  expect(leaking()).toEqual([])
  cache.close()
  expect(filesIn(profile).length).toBeGreaterThan(1)
  expect(leaking()).toEqual([])
})

test('the folder of the cache is for its owner alone', () => {
  using folder = temporaryFolder()
  const profile = join(folder.path, 'profile')
  opened(profile, randomBytes(32)).close()
  expect(statSync(profile).mode & 0o777).toBe(0o700)
  expect(statSync(join(profile, 'cache.db.mark')).mode & 0o777).toBe(0o600)
})
