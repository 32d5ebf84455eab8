import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { refuse } from '../../../shared/result.ts'
import { openSecretStore } from './open-secret-store.ts'
import { readProfile, writeProfile } from './profile.ts'
import type { SecretBackend, SecretStore } from './secret-store.ts'
import { memoryStore } from './testing.ts'

const folders: string[] = []
let profileDir: string
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'rathaus-secrets-'))
  folders.push(profileDir)
})
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

/** A keychain that keeps, one that is locked, one that has gone. */
const keychain = (backend: SecretBackend, entries = new Map<string, string>()): SecretStore => ({ ...memoryStore(entries), backend })
const shut = (backend: SecretBackend, code: 'keychain/locked' | 'keychain/missing'): SecretStore => {
  const no = async () => refuse(code)
  return { backend, get: no, set: no, delete: no }
}

const opened = async (...keychains: readonly SecretStore[]): Promise<SecretStore> => {
  const store = await openSecretStore({ profileDir, keychains })
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

/** What a desk keeps: the names it may have kept something under. */
async function deskWithSecrets(store: SecretStore): Promise<readonly string[]> {
  const profile = readProfile(profileDir, randomUUID)
  if (!profile.ok) throw new Error('no profile')
  const { deskId } = profile.value
  writeProfile(profileDir, { ...profile.value, accounts: { abc: { generation: 1, hasKey: true } }, last: 'abc' })
  const names = [`${deskId}/key/abc`, `${deskId}/key/abc-1`, `${deskId}/refresh/abc`]
  for (const name of names) await store.set(name, `value of ${name}`)
  return names
}

const valuesIn = (store: SecretStore, names: readonly string[]) =>
  Promise.all(names.map(async name => {
    const value = await store.get(name)
    return value.ok ? value.value : value.error.code
  }))

test('prefers the first keychain that keeps what it is given', async () => {
  expect((await opened(keychain('keytar'), keychain('keyring'))).backend).toBe('keytar')
})

test('without a keychain there is a file that only its owner reads', async () => {
  const store = await opened(shut('keytar', 'keychain/missing'))
  const [name = ''] = await deskWithSecrets(store)
  expect(store.backend).toBe('file')
  expect(statSync(join(profileDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(profileDir, 'desk.json')).mode & 0o777).toBe(0o600)
  expect(await (await opened()).get(name)).toEqual({ ok: true, value: `value of ${name}` })
})

test('secrets move when a better place appears: written there, read there, then deleted here', async () => {
  const before = await opened()
  const names = await deskWithSecrets(before)
  const entries = new Map<string, string>()
  const after = await opened(keychain('keyring', entries))
  expect(after.backend).toBe('keyring')
  expect(await valuesIn(after, names)).toEqual(names.map(name => `value of ${name}`))
  expect(await valuesIn(before, names)).toEqual([null, null, null])
  const third = await opened(keychain('keytar'), keychain('keyring', entries))
  expect(await valuesIn(third, names)).toEqual(names.map(name => `value of ${name}`))
  expect(entries.size).toBe(0)
})

test('a new place that does not keep what it is given leaves everything where it was', async () => {
  const before = await opened()
  const names = await deskWithSecrets(before)
  const forgetful: SecretStore = { ...keychain('keytar'), get: async name => ({ ok: true, value: name.startsWith('try-') ? name : null }) }
  expect(await openSecretStore({ profileDir, keychains: [forgetful] })).toMatchObject({ ok: false, error: { code: 'keychain/missing' } })
  expect(await valuesIn(before, names)).toEqual(names.map(name => `value of ${name}`))
  expect((await opened()).backend).toBe('file')
})

test('a place that has gone is told, and nothing is begun anew elsewhere', async () => {
  await opened(keychain('keytar'))
  const answer = await openSecretStore({ profileDir, keychains: [shut('keytar', 'keychain/missing'), keychain('keyring')] })
  expect(answer).toEqual({ ok: false, error: { code: 'keychain/missing', facts: { backend: 'keytar' } } })
  expect(JSON.parse(readFileSync(join(profileDir, 'desk.json'), 'utf8'))).toMatchObject({ backend: 'keytar' })
})

test('a locked keychain stays the place, before and after secrets lie there', async () => {
  expect((await opened(shut('keytar', 'keychain/locked'))).backend).toBe('keytar')
  await opened(keychain('keytar'))
  const store = await opened(shut('keytar', 'keychain/locked'), keychain('keyring'))
  expect([store.backend, await store.get('x')]).toEqual(['keytar', { ok: false, error: { code: 'keychain/locked' } }])
})

test('a damaged profile is told and left as it is', async () => {
  writeFileSync(join(profileDir, 'desk.json'), '{"version":2}')
  expect(await openSecretStore({ profileDir, keychains: [] })).toEqual({ ok: false, error: { code: 'storage/unreadable', facts: { file: 'desk.json' } } })
  expect(readFileSync(join(profileDir, 'desk.json'), 'utf8')).toBe('{"version":2}')
})
