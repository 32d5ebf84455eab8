import { createHash, type KeyObject } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import * as z from 'zod'
import { ok, type Result } from '../../../shared/result.ts'
import { newContentKey, openContentKey } from './backup-key.ts'
import { BackupBroken, opened, readerOf, sealed, type Reader } from './sealed-stream.ts'

/** The first line of every backup; another number means another way of writing them. */
const FIRST_LINE = 'RATHAUS-BACKUP 1\n'
const LONGEST_HEADER = 8_192
const LONGEST_CHUNK = 64 * 1024 * 1024
const WRITTEN_CHUNK = 1024 * 1024

/** Something in a backup, by its name. */
export interface Part {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** What was written or read of a part. */
export interface PartFacts {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

const Header = z.object({ key: z.string().max(4_096) })

/**
 * The bytes of a backup: one line that says what it is, one with the key for it sealed to `recipient`, then all parts in one sealed stream.
 * `onPart` hears of each part as soon as it is through, before the next one is asked for its bytes.
 */
export async function* backupBytes(parts: AsyncIterable<Part>, recipient: KeyObject, onPart: (facts: PartFacts) => void): AsyncGenerator<Buffer> {
  const { key, sealed: wrapped } = await newContentKey(recipient)
  const header = Buffer.from(`${FIRST_LINE}${JSON.stringify({ key: wrapped })}\n`)
  yield header
  yield* sealed(plainOf(parts, onPart), key, header)
}

async function* plainOf(parts: AsyncIterable<Part>, onPart: (facts: PartFacts) => void): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of parts) {
    const title = Buffer.from(name)
    yield Buffer.concat([number16(title.length), title])
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
      // The embedded database gives the whole of its archive at once.
      for (let at = 0; at < chunk.length; at += WRITTEN_CHUNK) {
        const piece = chunk.subarray(at, at + WRITTEN_CHUNK)
        yield number32(piece.length)
        yield Buffer.from(piece)
      }
    }
    yield number32(0)
    onPart({ name, bytes: size, sha256: hash.digest('hex') })
  }
}

const number16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Takes the bytes of a part; what it does not read is read over. `before` are the parts that are through. */
export type TakePart = (name: string, bytes: AsyncIterable<Buffer>, before: readonly PartFacts[]) => Promise<void>

/** A backup whose key is known. */
export interface OpenBackup {
  /**
   * Reads it from front to back; throws `BackupBroken` where it was changed or cut off. However often it is read, the bytes are of the same hand: the file may be
   * exchanged meanwhile, the key to it is not.
   */
  read(take: TakePart): Promise<readonly PartFacts[]>
}

/** Sentences when it is no backup or one for another key. */
export async function openBackup(handle: FileHandle, privateKey: KeyObject): Promise<Result<OpenBackup, string>> {
  const header = await headerOf(readerOf(handle, 0))
  if (!header) return { ok: false, error: 'Das ist keine Sicherung dieses Programms, oder sie stammt von einer neueren Fassung.' }
  const key = await openContentKey(header.key, privateKey)
  return key.ok ? ok({ read: take => readParts(opened(readerOf(handle, header.bytes.length), key.value, header.bytes), take) }) : key
}

async function headerOf(reader: Reader): Promise<{ readonly key: string; readonly bytes: Buffer } | null> {
  const lines: Buffer[] = []
  let breaks = 0
  for (let length = 0; breaks < 2; length++) {
    const sign = length < LONGEST_HEADER ? await reader.read(1) : null
    if (!sign) return null
    lines.push(sign)
    if (sign[0] === 10) breaks++
  }
  const bytes = Buffer.concat(lines)
  const text = bytes.toString()
  if (!text.startsWith(FIRST_LINE)) return null
  const parsed = Header.safeParse(jsonIn(text.slice(FIRST_LINE.length)))
  return parsed.success ? { key: parsed.data.key, bytes } : null
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readParts(plain: AsyncGenerator<Buffer>, take: TakePart): Promise<readonly PartFacts[]> {
  const bytes = inPieces(plain)
  const read: PartFacts[] = []
  for (;;) {
    const length = await bytes.exactly(2, true)
    if (!length) return read
    const name = (await bytes.exactly(length.readUInt16BE()) ?? Buffer.alloc(0)).toString()
    const hash = createHash('sha256')
    let size = 0
    const chunks = (async function* () {
      for (;;) {
        const count = (await bytes.exactly(4))?.readUInt32BE() ?? 0
        if (count === 0) return
        if (count > LONGEST_CHUNK) throw new BackupBroken('a piece of an impossible length')
        const chunk = await bytes.exactly(count) ?? Buffer.alloc(0)
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    })()
    await take(name, keptOpen(chunks), read)
    for await (const rest of chunks) void rest
    read.push({ name, bytes: size, sha256: hash.digest('hex') })
  }
}

/** Whoever stops in the middle of a part does not end what the rest is read over with. */
function keptOpen(chunks: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
}

interface Pieces {
  /** So many bytes; null at the very end, where that may be. */
  exactly(count: number, mayEnd?: boolean): Promise<Buffer | null>
}

function inPieces(plain: AsyncGenerator<Buffer>): Pieces {
  let held: Buffer = Buffer.alloc(0)
  return {
    exactly: async (count, mayEnd = false) => {
      const gathered = [held]
      let size = held.length
      while (size < count) {
        const next = await plain.next()
        if (next.done) {
          if (mayEnd && size === 0) return null
          throw new BackupBroken('the backup ends too early')
        }
        gathered.push(next.value)
        size += next.value.length
      }
      const all = gathered.length === 1 ? held : Buffer.concat(gathered)
      held = all.subarray(count)
      return all.subarray(0, count)
    },
  }
}
