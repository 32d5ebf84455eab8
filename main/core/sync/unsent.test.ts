import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { CommandId } from '../../../shared/ids.ts'
import { silentLog } from '../log.ts'
import { createUnsent, openSealed } from './unsent.ts'

const folder = mkdtempSync(join(tmpdir(), 'rathaus-unsent-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const ID = CommandId.parse('0192a000-0000-7000-8000-000000000001')

const town = generateKeyPairSync('x25519')
const recoveryKey = town.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')

test('a copy is read by the town alone, shows nothing of its text, and goes with the answer', () => {
  const unsent = createUnsent(folder, () => recoveryKey, silentLog)
  unsent.keep(ID, '{"text":"ZZCANARY"}')
  const [file = ''] = readdirSync(folder)
  const sealed = readFileSync(join(folder, file))
  expect({ file, isPlain: sealed.includes('ZZCANARY') }).toEqual({ file: `${ID}.sealed`, isPlain: false })
  expect(openSealed(town.privateKey, sealed)).toBe('{"text":"ZZCANARY"}')
  expect(openSealed(generateKeyPairSync('x25519').privateKey, sealed)).toBeNull()
  for (const at of [0, 40, 50, sealed.length - 1]) expect(openSealed(town.privateKey, sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBeNull()
  expect(openSealed(town.privateKey, sealed.subarray(0, 59))).toBeNull()
  unsent.drop(ID)
  expect(readdirSync(folder)).toEqual([])
})

test('copies that outlived their answer go at the next opening; those of others, or of a lost key, stay', () => {
  const unsent = createUnsent(folder, () => recoveryKey, silentLog)
  unsent.sweep(() => true)
  const OTHER = CommandId.parse('0192a000-0000-7000-8000-000000000002')
  for (const id of [ID, OTHER]) unsent.keep(id, '{}')
  unsent.sweep(id => id === ID)
  expect(readdirSync(folder)).toEqual([`${OTHER}.sealed`])
})
