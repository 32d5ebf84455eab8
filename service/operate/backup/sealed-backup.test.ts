import { createPublicKey } from 'node:crypto'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupBytes, openBackup, type Part, type PartFacts } from './backup-file.ts'
import { newBackupKey, readKey } from './backup-key.ts'
import { BackupBroken } from './sealed-stream.ts'

const pair = newBackupKey()
const recipient = createPublicKey(pair.publicKey)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-sealed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const LARGE = Buffer.alloc(2_500_000, 'Müller, Straße des Friedens 7; ')

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function* parts(): AsyncGenerator<Part> {
  yield { name: 'about.json', bytes: chunks(Buffer.from('{}'), 10) }
  yield { name: 'leer', bytes: chunks(Buffer.alloc(0), 10) }
  yield { name: 'database', bytes: chunks(LARGE, 70_001) }
}

async function written(given = parts()): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const bytes of backupBytes(given, recipient, () => undefined)) all.push(bytes)
  return Buffer.concat(all)
}

async function read(bytes: Buffer, pem = pair.privateKey): Promise<{ readonly contents: Readonly<Record<string, Buffer>>; readonly facts: readonly PartFacts[] | string }> {
  const path = join(folder, 'one.backup')
  await writeFile(path, bytes)
  const handle = await open(path)
  const contents: Record<string, Buffer> = {}
  try {
    const key = readKey(pem, 'private')
    if (!key.ok) return { contents, facts: key.error }
    const backup = await openBackup(handle, key.value)
    if (!backup.ok) return { contents, facts: backup.error }
    const facts = await backup.value.read(async (name, stream) => {
      const all: Buffer[] = []
      for await (const chunk of stream) all.push(chunk)
      contents[name] = Buffer.concat(all)
    })
    return { contents, facts }
  } finally {
    await handle.close()
  }
}

/** As the embedded database gives itself: in one piece, however large it is. */
async function* inOnePiece(bytes: Buffer): AsyncGenerator<Part> {
  yield { name: 'database', bytes: chunks(bytes, bytes.length) }
}

describe('a sealed backup', () => {
  test('gives back a database that came in one piece of more than 64 MiB', async () => {
    const whole = Buffer.alloc(65 * 1024 * 1024, 'Müller, Straße des Friedens 7; ')
    const { contents } = await read(await written(inOnePiece(whole)))
    expect(contents['database']?.equals(whole)).toBe(true)
  })

  test('gives back what went in, part by part, and shows nothing of it outside', async () => {
    const bytes = await written()
    const { contents, facts } = await read(bytes)
    expect(contents['database']?.equals(LARGE)).toBe(true)
    expect(facts).toMatchObject([{ name: 'about.json', bytes: 2 }, { name: 'leer', bytes: 0 }, { name: 'database', bytes: LARGE.length }])
    expect(bytes.includes('Straße')).toBe(false)
  })

  test('any changed byte, any missing end and anything appended is found', async () => {
    const bytes = await written()
    const headerEnd = bytes.indexOf(10, bytes.indexOf(10) + 1) + 1
    const flip = (at: number): Buffer => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
      return changed
    }
    const places = [headerEnd, headerEnd + 3, headerEnd + 40, Math.floor(bytes.length / 2), bytes.length - 1]
    for (const broken of [...places.map(flip), bytes.subarray(0, bytes.length - 1), bytes.subarray(0, headerEnd), bytes.subarray(0, headerEnd + 1_048_597), Buffer.concat([bytes, Buffer.from('x')])])
      await expect(read(broken)).rejects.toThrow(BackupBroken)
  })

  test('frames that change places are found', async () => {
    const bytes = await written()
    const headerEnd = bytes.indexOf(10, bytes.indexOf(10) + 1) + 1
    const frame = 5 + 1_048_576 + 16
    const moved = Buffer.concat([bytes.subarray(0, headerEnd), bytes.subarray(headerEnd + frame, headerEnd + 2 * frame), bytes.subarray(headerEnd, headerEnd + frame), bytes.subarray(headerEnd + 2 * frame)])
    await expect(read(moved)).rejects.toThrow(BackupBroken)
  })

  test('another key is told by the name of the one that is wanted; what is no key or no backup is told too', async () => {
    const bytes = await written()
    expect((await read(bytes, newBackupKey().privateKey)).facts).toMatch(/^Diese Sicherung gehört zum Schlüssel [0-9a-f]{12}; angegeben ist [0-9a-f]{12}\./)
    expect((await read(bytes, 'Kaffee')).facts).toContain('Das ist kein Schlüssel für Sicherungen.')
    expect((await read(Buffer.from('PGDMP something else\n\n'))).facts).toContain('keine Sicherung dieses Programms')
  })

  test('the one line on paper is enough', async () => {
    const line = pair.privateKey.split('\n')[1] ?? ''
    expect((await read(await written(), `  ${line.slice(0, 30)} ${line.slice(30)}\n`)).facts).toHaveLength(3)
  })

  test('the same twice is sealed with two keys', async () => {
    const [one, other] = [await written(), await written()]
    expect(one.subarray(400).equals(other.subarray(400))).toBe(false)
    expect((await readFile(join(folder, 'one.backup'))).length).toBeGreaterThan(0)
  })
})
