import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../paths.ts'
import { withKeyring } from './keyring.ts'

let folder: string
let home: string
beforeEach(() => {
  [folder, home] = [mkdtempSync(join(tmpdir(), 'rathaus-keyring-')), mkdtempSync(join(tmpdir(), 'rathaus-home-'))]
})
afterEach(() => [folder, home].forEach(path => rmSync(path, { recursive: true, force: true })))

/** Runs lines of a module on a key ring of its own, with a home that is nobody's. */
function onKeyring(...lines: readonly string[]): { readonly said: unknown; readonly heard: string } {
  const script = [`import keyring from '@napi-rs/keyring/keytar.js'`, `import { execFileSync } from 'node:child_process'`, 'const said = []', ...lines, 'console.log(JSON.stringify(said))', 'process.exit()']
  const { command, args } = withKeyring({ command: process.execPath, args: ['--input-type=module', '-e', script.join('\n')] }, folder)
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, ...env } = process.env
  const { stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', timeout: 110_000, env: { ...env, HOME: home } })
  return { said: JSON.parse(stdout), heard: stderr }
}

const OWNER = `execFileSync('dbus-send', ['--print-reply=literal', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets'], { encoding: 'utf8' }).trim().split(/\\s+/).at(-1)`
const ANEW = /key ring of the tests has died/

describe.runIf(process.platform === 'linux')('the key ring of a test run', () => {
  test('keeps what it is given, and says nothing', () => {
    const { said, heard } = onKeyring(`await keyring.setPassword('s', 'a', '1')`, `said.push(await keyring.getPassword('s', 'a'))`)
    expect(said).toEqual(['1'])
    expect(heard).not.toMatch(ANEW)
  })

  test('is there again with its keys after it has died, and one line says so; the person’s own stays untouched', () => {
    const { said, heard } = onKeyring(
      `await keyring.setPassword('s', 'a', '1')`, `process.kill(Number(${OWNER}), 'SIGKILL')`,
      // What asks at that very moment may be told that there is nothing.
      `while ((await keyring.getPassword('s', 'a')) === null);`, `said.push(await keyring.getPassword('s', 'a'))`, `await keyring.setPassword('s', 'b', '2')`, `said.push(await keyring.getPassword('s', 'b'))`,
    )
    expect(said).toEqual(['1', '2'])
    expect(heard.split('\n').filter(line => ANEW.test(line))).toHaveLength(1)
    expect(existsSync(join(folder, 'keyrings', 'login.keyring'))).toBe(true)
    expect(readdirSync(home)).toEqual([])
  })
})
