import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openUpdateFolder } from '../main/electron/updates/memory.ts'
import { createUpdater } from '../main/electron/updates/updater.ts'
import { createShell } from '../service/http/shell.ts'
import { createLog } from '../service/log.ts'
import { updateRoutes } from '../service/updates/update-routes.ts'
import { readReleaseArguments } from './release/arguments.ts'
import { makeRelease } from './release/make-release.ts'
import { makeSigningKey } from './release/signing-key.ts'

const NOW_MS = Date.UTC(2026, 10, 23, 8)
let folder: string
let publicKey: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
  mkdirSync(join(folder, 'installers'))
  for (const name of ['rathaus-desk_0.2.0_amd64.deb', 'rathaus-desk-0.2.0-x64.exe', 'rathaus-desk-0.1.0-x64.exe', 'builder-debug.yml', 'rathaus-desk-0.2.0-x64.exe.blockmap'])
    writeFileSync(join(folder, 'installers', name), `the content of ${name}`)
  writeFileSync(join(folder, 'notes.json'), JSON.stringify({ de: 'Die Liste ist schneller.', en: 'The list is faster.' }))
  publicKey = makeSigningKey(join(folder, 'key.pem'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const given = (...more: readonly string[]) => {
  const read = readReleaseArguments(['--dir', join(folder, 'installers'), '--to', join(folder, 'updates'), '--key', join(folder, 'key.pem'), '--notes', join(folder, 'notes.json'), ...more])
  if (!read.ok) throw new Error(read.error.join('\n'))
  return read.value
}

test('what is signed here and handed out by the service is taken by a desk whose policy names the key', async () => {
  await makeRelease(given(), '0.2.0', NOW_MS)
  const app = await createShell({ log: createLog({ write: () => undefined }), serverId: 'a', datasetEpoch: 'b', behindProxy: false })
  await app.register(updateRoutes, { updatesDir: join(folder, 'updates') })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const logged: unknown[] = []
  const updater = createUpdater({
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/updates/stable`, keys: [publicKey], install: 'person', fetch, clock: { nowMs: () => NOW_MS },
    here: { version: '0.1.0', channel: 'stable', platform: 'win32', arch: 'x64', kind: 'nsis' }, folder: openUpdateFolder(join(folder, 'desk'), '0.1.0', () => '0'.repeat(32)),
    onStanding: () => undefined, log: (...entry) => void logged.push(entry),
  })
  await updater.look()
  const taken = await updater.take()
  await app.close()
  expect([logged, updater.standing.kind, taken.ok && readFileSync(taken.value.path, 'utf8')]).toEqual([[], 'ready', 'the content of rathaus-desk-0.2.0-x64.exe'])
})

test('only installers of this version lie beside the list, and nothing half', async () => {
  expect(await makeRelease(given('--channel', 'early'), '0.2.0', NOW_MS)).toEqual([
    `${join(folder, 'updates/early/release.jws')}: version 0.2.0, early, until 2027-02-21`, '  rathaus-desk-0.2.0-x64.exe (1 MB)', '  rathaus-desk_0.2.0_amd64.deb (1 MB)',
    `Desks take it whose policy names this key: ${publicKey}`,
  ])
  expect(readdirSync(join(folder, 'updates/early')).toSorted()).toEqual(['rathaus-desk-0.2.0-x64.exe', 'rathaus-desk_0.2.0_amd64.deb', 'release.jws'])
})

test('an older version than the one that is offered is refused, the same one again is not', async () => {
  await makeRelease(given(), '0.2.0', NOW_MS)
  const before = readFileSync(join(folder, 'updates/stable/release.jws'), 'utf8')
  await expect(makeRelease(given(), '0.1.0', NOW_MS)).rejects.toThrow(/offers version 0\.2\.0 already/)
  expect([readFileSync(join(folder, 'updates/stable/release.jws'), 'utf8') === before, existsSync(join(folder, 'updates/stable/rathaus-desk-0.1.0-x64.exe'))]).toEqual([true, false])
  await makeRelease(given('--stages', 'now=0'), '0.2.0', NOW_MS)
})

test('says what is missing instead of signing nothing', async () => {
  await expect(makeRelease(given(), '0.3.0', NOW_MS)).rejects.toThrow(/no installer of version 0\.3\.0/)
  await expect(makeRelease({ ...given(), dir: join(folder, 'none') }, '0.2.0', NOW_MS)).rejects.toThrow(/no installer of version 0\.2\.0/)
  await expect(makeRelease({ ...given(), key: join(folder, 'notes.json') }, '0.2.0', NOW_MS)).rejects.toThrow(/notes\.json holds no Ed25519 key/)
  writeFileSync(join(folder, 'notes.json'), '{"de": ""}')
  await expect(makeRelease(given(), '0.2.0', NOW_MS)).rejects.toThrow(/This is no release/)
  writeFileSync(join(folder, 'notes.json'), 'new')
  await expect(makeRelease(given(), '0.2.0', NOW_MS)).rejects.toThrow(/cannot be read as JSON/)
  expect(existsSync(join(folder, 'updates'))).toBe(false)
})

test('a key is for its owner only, and none is written over another', () => {
  expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600)
  expect(() => makeSigningKey(join(folder, 'key.pem'))).toThrow(/is there already and stays as it is/)
})

test('every mistake in the arguments is told at once', () => {
  const read = readReleaseArguments(['--channel', 'nightly', '--stages', 'someday=10', '--days', '0'])
  expect(read.ok ? [] : read.error.map(sentence => sentence.split(':')[0])).toEqual(['--to', '--key', '--notes', '--channel', '--stages', '--days'])
  expect(readReleaseArguments(['--nonsense']).ok).toBe(false)
})
