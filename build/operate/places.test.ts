import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { placesBelow, settingsOf } from './places.ts'

test('settings come from the file, and from the environment first', () => {
  const root = mkdtempSync(join(tmpdir(), 'rathaus-places-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const places = placesBelow(root)
  expect(settingsOf(places, {})).toBe(null)
  mkdirSync(places.townsFolder, { recursive: true })
  writeFileSync(places.settings, `PORT='443'\nHOST='0.0.0.0'\n`)
  expect(settingsOf(places, { HOST: '127.0.0.1' })).toEqual({ PORT: '443', HOST: '127.0.0.1' })
  expect(placesBelow('/').settings).toBe('/etc/rathaus-service/service.env')
})
