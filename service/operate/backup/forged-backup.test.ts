import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TEST_TIME } from '../../store/testing.ts'
import { backupBytes, type Part } from './backup-file.ts'
import { newBackupKey } from './backup-key.ts'
import { newSigningKey, signatureOf, signerName, signerOf } from './backup-signature.ts'
import { restoreBackup } from './restore-backup.ts'

// Whoever reads the open key for backups and may write into their folder can make a file that opens; none of it may be used.
const pair = newBackupKey()
const own = createPrivateKey(newSigningKey())
const stranger = createPrivateKey(newSigningKey())

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-forged-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const ABOUT = JSON.stringify({ program: '0.1.0', createdAt: TEST_TIME, kind: 'pglite', facts: { serverId: 's', epoch: 'e', migrations: [], towns: [], rows: {}, foreignKeys: 0, triggers: 0 } })

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** A backup with these parts, its list and a signature over it. */
async function aFile(contents: Readonly<Record<string, string>>, signer: KeyObject, sign = (manifest: string): string => signatureOf(Buffer.from(manifest), signer)): Promise<string> {
  const parts = Object.entries(contents).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }))
  const manifest = JSON.stringify({ parts })
  const all = { ...contents, 'manifest.json': manifest, 'signature.json': sign(manifest) }
  const written: Buffer[] = []
  for await (const bytes of backupBytes((async function* (): AsyncGenerator<Part> {
    for (const [name, text] of Object.entries(all)) yield { name, bytes: bytesOf(text) }
  })(), createPublicKey(pair.publicKey), () => undefined)) written.push(bytes)
  const file = join(folder, 'forged.backup')
  await writeFile(file, Buffer.concat(written))
  return file
}

async function restored(file: string, signer: string | null): ReturnType<typeof restoreBackup> {
  const handle = await open(file)
  try {
    return await restoreBackup({ file: handle, privateKey: createPrivateKey(pair.privateKey), databaseUrl: join(folder, 'town'), adminUrl: '', suffix: 'x', isDryRun: true, replace: null, signer, journal: null, now: TEST_TIME })
  } finally {
    await handle.close()
  }
}

test.each([
  ['by a stranger', { database: 'drop table audit_log' }, stranger, signerName(own), 'nicht dieser Rechner unterschrieben'],
  ['by nobody this machine knows, on a new one', { database: 'drop table audit_log' }, own, null, '--signed-by KENNUNG'],
  ['with a file that would lie elsewhere', { 'settings/../../ld.so.preload': '/tmp/evil.so', database: '' }, own, signerName(own), 'beschädigt'],
])('a backup is refused before anything of it is carried out: signed %s', async (_, parts, signer, believed, sentence) => {
  const file = await aFile({ 'about.json': ABOUT, ...parts }, signer)
  expect(await restored(file, believed)).toMatchObject({ ok: false, error: expect.arrayContaining([expect.stringContaining(sentence)]) })
  expect(await readdir(folder)).toEqual(['forged.backup'])
})

test('a list that was changed after it was signed is refused as such', async () => {
  const file = await aFile({ 'about.json': ABOUT, database: '' }, own, manifest => signatureOf(Buffer.from(manifest.replace('about', 'other')), own))
  expect(await restored(file, signerName(own))).toMatchObject({ ok: false, error: [expect.stringContaining('Die Unterschrift der Sicherung stimmt nicht')] })
})

test('a signature holds for its bytes alone and names its key by what stands on paper', () => {
  const manifest = Buffer.from('{"parts":[]}')
  const text = signatureOf(manifest, own)
  expect([signerOf(manifest, text), signerOf(Buffer.from('{"parts":[1]}'), text), signerOf(manifest, 'x')]).toEqual([signerName(own), null, null])
  expect(signerName(own)).toMatch(/^([0-9a-f]{4}-){4}[0-9a-f]{4}$/)
})
