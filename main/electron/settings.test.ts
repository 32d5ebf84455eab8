import * as fc from 'fast-check'
import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lineOf } from './json-line.ts'
import { MISTAKES } from './policy.ts'
import { policyPlaceOf, readSettings, type SettingsMistake } from './settings.ts'
import { languageFor, mistakesTold, textsIn } from './texts.ts'
import { aKey } from './updates/testing.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'settings-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (environment: Record<string, string> = {}, administrator: number | null = statSync(folder).uid) =>
  readSettings({ policy: { file: join(folder, 'policy.json'), administrator }, environment, configFile: join(folder, 'config.json') })
const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2))
const mistakes = (): readonly SettingsMistake[] => {
  const settings = read()
  return settings.ok || settings.error.kind === 'none' ? [] : settings.error.mistakes
}

const USUAL = { proxy: { mode: 'system' }, lock: { idleMinutes: 10, signInHours: 24 }, languages: ['de', 'en'] }

test('the administration counts more than the environment, and that more than the person', () => {
  const steps = [read()]
  write('config.json', { serviceUrl: 'https://person.example/' })
  steps.push(read(), read({ RATHAUS_SERVICE_URL: 'http://127.0.0.1:9' }))
  write('policy.json', { serviceUrl: 'https://town.example', signInOrigins: ['https://login.example/realms/town'] })
  steps.push(read({ RATHAUS_SERVICE_URL: 'http://127.0.0.1:9' }))
  expect(steps).toEqual([
    { ok: false, error: { kind: 'none', policyFile: join(folder, 'policy.json') } },
    { ok: true, value: { ...USUAL, serviceUrl: 'https://person.example', signInOrigins: [] } },
    { ok: true, value: { ...USUAL, serviceUrl: 'http://127.0.0.1:9', signInOrigins: [] } },
    { ok: true, value: { ...USUAL, serviceUrl: 'https://town.example', signInOrigins: ['https://login.example'] } },
  ])
})

test('reads everything that can be set', () => {
  const { publicKey } = aKey()
  const policy = {
    $schema: './policy.schema.json', serviceUrl: 'https://town.example/', proxy: { mode: 'fixed', server: 'http://proxy.example:3128', except: ['*.town.example'] },
    lock: { idleMinutes: 5, signInHours: 8 }, updates: { from: 'https://updates.example/desk/', keys: [publicKey] }, languages: ['de'],
  }
  write('policy.json', `\uFEFF${JSON.stringify(policy)}`)
  expect(read()).toEqual({ ok: true, value: {
    ...policy, serviceUrl: 'https://town.example', signInOrigins: [], updates: { from: 'https://updates.example/desk', keys: [publicKey], channel: 'stable', install: 'administration' },
  } })
})

const KEY = aKey().publicKey
const ADDRESS = 'https://town.example'

test.each([
  ['an unencrypted address', { serviceUrl: 'http://town.example' }, 2, 'serviceUrl', 'unencrypted'],
  ['a password in the address', { serviceUrl: 'https://a:b@town.example' }, 2, 'serviceUrl', 'credentials'],
  ['another scheme', { serviceUrl: 'file:///etc' }, 2, 'serviceUrl', 'address'],
  ['no address at all', { languages: ['de'] }, 1, 'serviceUrl', 'missing'],
  ['a setting that does not exist', { serviceUrl: ADDRESS, autostart: true }, 3, 'autostart', 'unknown'],
  ['an origin that is none', { serviceUrl: ADDRESS, signInOrigins: ['https://login.example', 'login'] }, 5, 'signInOrigins.1', 'address'],
  ['a way of locking that does not exist', { serviceUrl: ADDRESS, lock: { idleMinutes: 10, never: true } }, 5, 'lock.never', 'unknown'],
  ['a desk that never locks', { serviceUrl: ADDRESS, lock: { idleMinutes: 600 } }, 4, 'lock.idleMinutes', 'range'],
  ['a sign-in for longer than a day', { serviceUrl: ADDRESS, lock: { signInHours: 25 } }, 4, 'lock.signInHours', 'range'],
  ['a number in words', { serviceUrl: ADDRESS, lock: { idleMinutes: 'ten' } }, 4, 'lock.idleMinutes', 'type'],
  ['a proxy with a password', { serviceUrl: ADDRESS, proxy: { mode: 'fixed', server: 'http://a:b@proxy.example:3128' } }, 5, 'proxy.server', 'proxy'],
  ['a kind of proxy that does not exist', { serviceUrl: ADDRESS, proxy: { mode: 'pac' } }, 4, 'proxy.mode', 'choice'],
  ['a fixed proxy without a server', { serviceUrl: ADDRESS, proxy: { mode: 'fixed' } }, 3, 'proxy.server', 'missing'],
  ['a key that is none', { serviceUrl: ADDRESS, updates: { keys: [KEY, 'abc'] } }, 6, 'updates.keys.1', 'key'],
  ['updates that nobody signs', { serviceUrl: ADDRESS, updates: { keys: [] } }, 4, 'updates.keys', 'missing'],
  ['a channel that does not exist', { serviceUrl: ADDRESS, updates: { keys: [KEY], channel: 'nightly' } }, 7, 'updates.channel', 'choice'],
  ['a language that does not exist', { serviceUrl: ADDRESS, languages: ['de', 'fr'] }, 5, 'languages.1', 'choice'],
])('refuses %s from the administration instead of passing it over, and says where it stands', (_name, policy, line, setting, kind) => {
  write('policy.json', policy)
  write('config.json', { serviceUrl: 'https://person.example' })
  expect(mistakes()).toEqual([{ line, setting, kind }])
})

test.each([
  ['a comma too many', '{\n  "serviceUrl": "https://town.example",\n}', 3, 'json'],
  ['a comma too few', '{\n  "serviceUrl": "https://town.example"\n  "languages": ["de"]\n}', 3, 'json'],
  ['an empty file', '', null, 'json'],
  ['a list', '[]', 1, 'type'],
])('refuses a file with %s', (_name, text, line, kind) => {
  write('policy.json', text)
  expect(mistakes()).toEqual([{ line, setting: '', kind }])
})

test.each([
  ['is somebody else’s', () => undefined, 1],
  ['others may write', () => chmodSync(join(folder, 'policy.json'), 0o664), 0],
  ['lies in a folder in which others may write', () => chmodSync(folder, 0o757), 0],
])('a policy that %s is not one of the administration', (_what, spoil, more) => {
  write('policy.json', { serviceUrl: ADDRESS })
  chmodSync(join(folder, 'policy.json'), 0o644)
  const { uid } = statSync(folder)
  expect([read({}, uid).ok, read({}, null).ok]).toEqual([true, true])
  spoil()
  expect(read({}, uid + more)).toMatchObject({ ok: false, error: { kind: 'wrong', mistakes: [{ line: null, setting: '', kind: 'unprotected' }] } })
})

test('the place of the policy is the system’s own, whatever the environment says', () => {
  expect(['win32', 'darwin', 'linux'].map(policyPlaceOf)).toEqual([
    { file: 'C:\\ProgramData\\Rathaus Desk\\policy.json', administrator: null },
    { file: '/Library/Application Support/Rathaus Desk/policy.json', administrator: 0 }, { file: '/etc/rathaus-desk/policy.json', administrator: 0 },
  ])
})

test('a policy that may not be looked at is told and not passed over', () => {
  // A link that leads to itself fails for root as well, as a closed folder does for everybody else.
  symlinkSync('policy.json', join(folder, 'policy.json'))
  write('config.json', { serviceUrl: ADDRESS })
  expect(mistakes()).toEqual([{ line: null, setting: '', kind: 'unreadable' }])
})

test('a person cannot say for themself who may sign new versions', () => {
  write('config.json', { serviceUrl: ADDRESS, updates: { keys: [KEY] } })
  expect(mistakes()).toEqual([{ line: 3, setting: 'updates', kind: 'unknown' }])
})

test('every mistake has a German and an English sentence; of many the first are told and the rest is counted', () => {
  for (const language of ['de', 'en'] as const) expect(Object.keys(textsIn(language).mistake.kinds).toSorted()).toEqual([...MISTAKES].toSorted())
  write('policy.json', { autostart: true, serviceUrl: 'http://town.example', lock: { idleMinutes: 0, signInHours: 0 }, tray: false })
  expect(mistakesTold(textsIn('de'), mistakes())).toBe(
    '• Zeile 2, autostart: Diese Angabe gibt es nicht.\n• Zeile 3, serviceUrl: Die Adresse muss mit https:// beginnen.\n' +
    '• Zeile 5, lock.idleMinutes: Dieser Wert ist zu klein oder zu groß.\nDazu 2 weitere Fehler.')
})

test('speaks what the computer speaks, unless the administration allows only something else', () => {
  const both = ['de', 'en'] as const
  expect([languageFor(['en-GB', 'de'], both), languageFor(['fr', 'de'], both), languageFor([], both), languageFor(['en'], ['de']), languageFor(['de'], ['en'])]).toEqual(['en', 'de', 'de', 'de', 'en'])
})

describe('where an entry stands', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  test(`is found in any JSON, however deep and whatever it is called (seed ${seed})`, () => {
    const name = fc.string({ unit: 'binary', maxLength: 6 })
    const path = fc.array(fc.oneof(name, fc.nat(3)), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(path, fc.jsonValue({ maxDepth: 2 }), (steps, other) => {
      const whole = steps.toReversed().reduce<unknown>((inner, step) => typeof step === 'number' ? [...Array.from({ length: step }, () => other), inner] : { [`${step}-`]: other, [step]: inner }, 'HERE')
      const text = JSON.stringify(whole, null, 2)
      // The last one, because the other values stand before it.
      expect(lineOf(text, steps)).toBe(text.slice(0, text.lastIndexOf('"HERE"')).split('\n').length)
    }), { seed, numRuns: 40 })
  })
})
