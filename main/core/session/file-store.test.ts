import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileStore } from './file-store.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a full disk is a refusal: what lay there stays, and once there is room it goes on', async () => {
  const folder = aFolder()
  const store = fileStore(folder)
  expect(await store.set('first', 'kept')).toEqual({ ok: true, value: null })
  // The device that is always full takes the place of the file that is written beside the one in use.
  symlinkSync('/dev/full', join(folder, 'secrets.json.new'))
  const full = { ok: false, error: { code: 'storage/disk-full', facts: { file: 'secrets.json' } } }
  expect([await store.set('second', 'no room'), await store.get('first'), await store.get('second')])
    .toEqual([full, { ok: true, value: 'kept' }, { ok: true, value: null }])
  rmSync(join(folder, 'secrets.json.new'))
  expect([await store.set('second', 'room'), await store.get('second')]).toEqual([{ ok: true, value: null }, { ok: true, value: 'room' }])
})
