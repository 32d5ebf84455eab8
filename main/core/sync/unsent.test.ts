import { createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { CommandId } from '../../../shared/ids.ts'
import { silentLog } from '../log.ts'
import { createUnsent } from './unsent.ts'

const folder = mkdtempSync(join(tmpdir(), 'rathaus-unsent-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const ID = CommandId.parse('0192a000-0000-7000-8000-000000000001')

test('a copy is read by the town alone, shows nothing of its text, and goes with the answer', () => {
  const town = generateKeyPairSync('x25519')
  const raw = town.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const unsent = createUnsent(folder, () => raw.toString('base64'), silentLog)
  unsent.keep(ID, '{"text":"ZZCANARY"}')
  const [file = ''] = readdirSync(folder)
  const sealed = readFileSync(join(folder, file))
  expect({ file, isPlain: sealed.includes('ZZCANARY') }).toEqual({ file: `${ID}.sealed`, isPlain: false })
  const own = sealed.subarray(0, 32)
  const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), own]), format: 'der', type: 'spki' })
  const key = hkdfSync('sha256', diffieHellman({ privateKey: town.privateKey, publicKey }), own, 'rathaus-desk unsent v1', 32)
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), sealed.subarray(32, 44)).setAuthTag(sealed.subarray(44, 60))
  expect(Buffer.concat([decipher.update(sealed.subarray(60)), decipher.final()]).toString()).toBe('{"text":"ZZCANARY"}')
  unsent.drop(ID)
  expect(readdirSync(folder)).toEqual([])
})
