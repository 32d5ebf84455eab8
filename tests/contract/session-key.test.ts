import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../main/core/session/testing.ts'
import { revokeDesk } from '../../service/identity/desk-secrets.ts'
import { TEST_SETTINGS } from '../../service/testing.ts'
import { refuse, type Result } from '../../shared/result.ts'
import { PIN, sessionTown } from '../support/session-town.ts'

const { service, aDesk, signedInDesk, deskWithPin } = sessionTown()

describe('a key that does not open', () => {
  test('is never replaced by itself: a lost entry, a revoked desk', async () => {
    const desk = await signedInDesk()
    await desk.session.signOut()
    const [[name, entry] = ['', '']] = [...desk.entries].filter(([key]) => key.includes('/key/'))
    desk.entries.delete(name)
    expect(await desk.signIn()).toEqual({ ok: false, error: { code: 'keychain/key-lost' } })
    expect(desk.session.state.value).toMatchObject({ kind: 'signed-out', problem: 'keychain/key-lost' })
    expect(desk.entries.size).toBe(0)
    desk.entries.set(name, entry)
    expect((await desk.signIn()).ok).toBe(true)
    await desk.session.signOut()
    const { deskId } = JSON.parse(readFileSync(join(desk.profileDir, 'desk.json'), 'utf8')) as { deskId: string }
    await revokeDesk(service().database.db, TEST_SETTINGS.townId, deskId)
    expect(await desk.signIn()).toEqual({ ok: false, error: { code: 'keychain/key-lost' } })
    expect(desk.entries.get(name)).toContain('byService')
  })

  test('can be given up by a person: a new key and a new file, the old ones stay', async () => {
    const desk = await signedInDesk()
    expect(await desk.session.startAfresh()).toEqual({ ok: false, error: { code: 'keychain/key-lost' } })
    const [name = ''] = [...desk.entries.keys()].filter(key => key.includes('/key/'))
    const damaged = `${desk.entries.get(name)?.replace(/"byService":"..../, '"byService":"AAAA')}`
    desk.entries.set(name, damaged)
    await desk.session.signOut()
    await desk.signIn()
    expect(await desk.session.startAfresh()).toEqual({ ok: true, value: {} })
    expect((await desk.signIn()).ok).toBe(true)
    expect(desk.entries.get(name)).toBe(damaged)
    expect(new Set(desk.opened.map(({ cacheFile }) => cacheFile)).size).toBe(2)
    const again = desk.restart()
    expect((await again.signIn()).ok).toBe(true)
    expect(again.opened[0]?.key).toEqual(desk.opened[1]?.key)
  })

  test('a locked keychain is told before the browser opens, and tried again at the next sign-in', async () => {
    let isLocked = true
    const entries = new Map<string, string>()
    const store = memoryStore(entries)
    const guard = <Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> => (isLocked ? Promise.resolve(refuse('keychain/locked')) : ask())
    const desk = aDesk({ entries, secrets: {
      backend: 'memory', get: name => guard(() => store.get(name)), set: (name, value) => guard(() => store.set(name, value)), delete: name => guard(() => store.delete(name)),
    } })
    expect(await desk.session.signIn()).toEqual({ ok: false, error: { code: 'keychain/locked' } })
    expect(desk.session.state.value).toMatchObject({ problem: 'keychain/locked' })
    isLocked = false
    expect((await desk.signIn()).ok).toBe(true)
  })
})

test('what lies on the disk and in the keychain opens nothing alone', async () => {
  const desk = await deskWithPin()
  const key = Buffer.from(desk.opened[0]?.key ?? [])
  const lying = [...desk.entries.values(), ...readdirSync(desk.profileDir).map(file => readFileSync(join(desk.profileDir, file), 'utf8'))].join('\n')
  for (const encoding of ['hex', 'base64', 'base64url'] as const) expect(lying).not.toContain(key.toString(encoding))
  expect(lying).not.toContain(PIN)
  expect(readFileSync(join(desk.profileDir, 'desk.json'), 'utf8')).not.toMatch(/Sommer|katrin|tangerhuette/i)
  for (const value of desk.entries.values()) expect(Buffer.byteLength(value)).toBeLessThan(2_000)
})
