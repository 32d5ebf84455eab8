import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** Plain bytes in one frame: small enough to be held in memory, large enough to cost nothing. */
const FRAME_BYTES = 1024 * 1024
const TAG_BYTES = 16
/** Whether it is the last one, and how many sealed bytes follow. */
const HEAD_BYTES = 5

/** A backup that was changed, cut off or made for another key: nothing of it may be used. */
export class BackupBroken extends Error {}

/**
 * AES-256-GCM in frames. Number and end of a frame stand in its nonce, so that none can be left out, moved or appended; `about` is what every
 * frame vouches for besides. The key is used for one stream alone.
 */
export async function* sealed(plain: AsyncIterable<Uint8Array>, key: Buffer, about: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  let held: Buffer | undefined
  for await (const frame of inFrames(plain)) {
    if (held) yield sealedFrame(held, { key, about, number: number++, isLast: false })
    held = frame
  }
  yield sealedFrame(held ?? Buffer.alloc(0), { key, about, number, isLast: true })
}

interface FrameParts {
  readonly key: Buffer
  readonly about: Buffer
  readonly number: number
  readonly isLast: boolean
}

function sealedFrame(plain: Buffer, { key, about, number, isLast }: FrameParts): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(about)
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(isLast ? 1 : 0)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number))
  nonce.writeUInt8(isLast ? 1 : 0, 8)
  return nonce
}

async function* inFrames(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const bytes of plain) {
    waiting.push(bytes)
    size += bytes.length
    if (size < FRAME_BYTES) continue
    const all = Buffer.concat(waiting)
    const whole = size - (size % FRAME_BYTES)
    for (let from = 0; from < whole; from += FRAME_BYTES) yield all.subarray(from, from + FRAME_BYTES)
    waiting = [all.subarray(whole)]
    size -= whole
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** Reads a file from front to back; null at its end, `BackupBroken` where it ends in between. */
export interface Reader {
  read(count: number): Promise<Buffer | null>
}

export function readerOf(handle: FileHandle, from: number): Reader {
  let position = from
  return {
    read: async count => {
      const bytes = Buffer.alloc(count)
      let filled = 0
      while (filled < count) {
        const { bytesRead } = await handle.read(bytes, filled, count - filled, position)
        if (bytesRead === 0) break
        filled += bytesRead
        position += bytesRead
      }
      if (filled === 0 && count > 0) return null
      if (filled < count) throw new BackupBroken('the file ends too early')
      return bytes
    },
  }
}

/** The plain bytes of a sealed stream. Each frame is proved before any of it is handed on; throws `BackupBroken`. */
export async function* opened(reader: Reader, key: Buffer, about: Buffer): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const head = await reader.read(HEAD_BYTES)
    if (!head) throw new BackupBroken('the file ends too early')
    const isLast = head.readUInt8() === 1
    const length = head.readUInt32BE(1)
    if (length < TAG_BYTES || length > FRAME_BYTES + TAG_BYTES) throw new BackupBroken('a frame of an impossible length')
    const body = await reader.read(length)
    if (!body) throw new BackupBroken('the file ends too early')
    yield openedFrame(body, { key, about, number, isLast })
    if (!isLast) continue
    if (await reader.read(1)) throw new BackupBroken('something was appended')
    return
  }
}

function openedFrame(body: Buffer, { key, about, number, isLast }: FrameParts): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(about).setAuthTag(body.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new BackupBroken('a frame was changed')
  }
}
