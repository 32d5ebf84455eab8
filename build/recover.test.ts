import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sealTo } from '../main/core/sync/unsent.ts'

const folder = mkdtempSync(join(tmpdir(), 'rathaus-recover-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SCRIPT = join(import.meta.dirname, 'recover.ts')
const town = generateKeyPairSync('x25519')
const raw = town.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
const keyFile = join(folder, 'key.pem')
const unsent = join(folder, 'unsent')
writeFileSync(keyFile, town.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
mkdirSync(unsent)
writeFileSync(join(unsent, '0002.sealed'), sealTo(raw, '{"id":"0002","input":{"text":"später"}}'))
writeFileSync(join(unsent, '0001.sealed'), sealTo(raw, '{"id":"0001","input":{"text":"früher"}}'))

test('the town reads what a desk with a lost key had not sent, in its order', () => {
  const printed = execFileSync(process.execPath, [SCRIPT, '--key', keyFile, unsent], { encoding: 'utf8' })
  expect(JSON.parse(printed)).toEqual([{ id: '0001', input: { text: 'früher' } }, { id: '0002', input: { text: 'später' } }])
})

test('a copy that does not open is named, the others are printed; a missing key is said', () => {
  writeFileSync(join(unsent, '0003.sealed'), Buffer.alloc(80))
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--key', keyFile, unsent], { encoding: 'utf8' })
  expect({ status, count: (JSON.parse(stdout) as unknown[]).length, isNamed: stderr.includes('0003.sealed') }).toEqual({ status: 1, count: 2, isNamed: true })
  expect(spawnSync(process.execPath, [SCRIPT, unsent], { encoding: 'utf8' })).toMatchObject({ status: 2, stdout: '' })
})
