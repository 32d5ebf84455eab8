import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'settings-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (environment: Record<string, string> = {}) =>
  readSettings({ policyFile: join(folder, 'policy.json'), environment, configFile: join(folder, 'config.json') })
const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

test('the administration counts more than the environment, and that more than the person', () => {
  const steps = [read()]
  write('config.json', { serviceUrl: 'https://person.example/' })
  steps.push(read(), read({ RATHAUS_SERVICE_URL: 'http://127.0.0.1:9' }))
  write('policy.json', { serviceUrl: 'https://town.example', signInOrigins: ['https://login.example/realms/town'] })
  steps.push(read({ RATHAUS_SERVICE_URL: 'http://127.0.0.1:9' }))
  expect(steps).toEqual([
    { ok: false, error: expect.stringMatching(/^No service is set/) },
    { ok: true, value: { serviceUrl: 'https://person.example', signInOrigins: [] } },
    { ok: true, value: { serviceUrl: 'http://127.0.0.1:9', signInOrigins: [] } },
    { ok: true, value: { serviceUrl: 'https://town.example', signInOrigins: ['https://login.example'] } },
  ])
})

test.each([
  ['an unencrypted address', { serviceUrl: 'http://town.example' }, /serviceUrl must begin with https/],
  ['a password in the address', { serviceUrl: 'https://a:b@town.example' }, /must not contain a name or password/],
  ['another scheme', { serviceUrl: 'file:///etc' }, /must be an address like/],
  ['a setting that does not exist', { serviceUrl: 'https://town.example', autostart: true }, /autostart/],
  ['broken JSON', '{', /cannot be read/],
])('refuses %s from the administration instead of passing it over', (_name, policy, message) => {
  write('policy.json', policy)
  write('config.json', { serviceUrl: 'https://person.example' })
  expect(read()).toEqual({ ok: false, error: expect.stringMatching(message) })
})
