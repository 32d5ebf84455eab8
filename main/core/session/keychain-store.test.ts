import { randomUUID } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { installedKeychains } from './keychain-store.ts'

// These tests speak to a real keychain, in the session that the test script begins for them.
beforeAll(() => {
  if (process.platform === 'linux' && !process.env['DBUS_SESSION_BUS_ADDRESS'])
    throw new Error('No session bus: run the tests by "npm test", which starts one with an unlocked keyring (packages dbus and gnome-keyring).')
})

test('one way to the keychain at least is installed', async () => {
  expect((await installedKeychains()).map(({ backend }) => backend)).toContain('keyring')
})

describe.each(['keytar', 'keyring'])('the real keychain by %s', backend => {
  test.runIf(backend === 'keyring' || isInstalled('keytar'))('keeps, replaces and deletes', async () => {
    const store = (await installedKeychains()).find(each => each.backend === backend)
    if (!store) throw new Error(`${backend} is not installed`)
    const name = `test/${randomUUID()}`
    expect(await store.get(name)).toEqual({ ok: true, value: null })
    expect(await store.set(name, 'Schlüssel "1"')).toEqual({ ok: true, value: null })
    expect(await store.get(name)).toEqual({ ok: true, value: 'Schlüssel "1"' })
    const long = 'x'.repeat(2_000)
    expect(await store.set(name, long)).toEqual({ ok: true, value: null })
    expect(await store.get(name)).toEqual({ ok: true, value: long })
    expect(await store.delete(name)).toEqual({ ok: true, value: null })
    expect(await store.get(name)).toEqual({ ok: true, value: null })
    expect(await store.delete(name)).toEqual({ ok: true, value: null })
  })
})

/** Asks every installed keychain in a session of its own. */
function askElsewhere(prepare: string, wrap: readonly string[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-keyring-'))
  const script = `import { installedKeychains } from ${JSON.stringify(new URL('keychain-store.ts', import.meta.url).href)}
    const answers = []
    for (const store of await installedKeychains()) answers.push((await store.get('nothing-there')).error?.code, (await store.set('name', 'value')).error?.code)
    console.log(JSON.stringify([...new Set(answers)]))
    process.exit()`
  try {
    const [command, ...args] = [...wrap, 'sh', '-c', `${prepare} exec "$@"`, folder, process.execPath, '--input-type=module', '-e', script]
    const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, ...env } = process.env
    const output = execFileSync(command, args, { env: { ...env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return JSON.parse(output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.runIf(process.platform === 'linux')('says', () => {
  test('that it is locked, for reading too, although a locked keyring answers that there is nothing', () => {
    const lockAgain = `printf 'test\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;
      gnome-keyring-daemon --replace --components=secrets >/dev/null 2>&1;`
    expect(askElsewhere(lockAgain, ['dbus-run-session', '--'])).toEqual(['keychain/locked'])
  })

  test('that there is none', () => {
    expect(askElsewhere('', [])).toEqual(['keychain/missing'])
  })
})

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}
