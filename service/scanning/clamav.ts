import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Log } from '../log.ts'
import type { Scanner, Verdict } from './scanner.ts'

/** `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
export const CLAMAV_URL = /^(?:tcp:\/\/[\w.-]+:\d{1,5}|unix:\/\S+)$/

/** A scanner that says nothing for so long is away. */
const SILENCE_MS = 30_000
/** clamd takes chunks of any size up to its StreamMaxLength. */
const CHUNK_BYTES = 256 * 1024
const LONGEST_REPLY = 4_096

/** Asks ClamAV by its INSTREAM command: length and bytes, again and again, a length of 0, then one line as the answer. */
export const createClamAv = (url: string, log: Log): Scanner => ({
  scan: async bytes => {
    const verdict = await ask(url, bytes)
    if (verdict.kind === 'away') log.warn('scanner.away', { reason: verdict.reason })
    if (verdict.kind === 'infected') log.warn('scanner.finding', { reason: verdict.finding })
    return verdict
  },
})

async function ask(url: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Verdict> {
  const socket = open(url)
  const failed = failureOf(socket)
  try {
    // clamd may answer before it has everything, where a stream is longer than it takes.
    const reply = replyOf(socket)
    await Promise.race([send(socket, bytes), reply, failed])
    return verdictIn(await Promise.race([reply, failed]))
  } catch (error) {
    return { kind: 'away', reason: error instanceof Error && 'code' in error ? String(error.code) : 'silent' }
  } finally {
    socket.destroy()
  }
}

function open(url: string): Socket {
  const socket = url.startsWith('unix:') ? connect(url.slice('unix:'.length)) : connect(Number(new URL(url).port), new URL(url).hostname)
  return socket.setTimeout(SILENCE_MS)
}

/** Rejects when the connection breaks or falls silent; never before. */
function failureOf(socket: Socket): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    socket.once('error', reject)
    socket.once('timeout', () => reject(new Error('silent')))
  })
  failed.catch(() => undefined)
  return failed
}

async function send(socket: Socket, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const part of bytes)
    for (let start = 0; start < part.length; start += CHUNK_BYTES) await sendChunk(socket, part.subarray(start, start + CHUNK_BYTES))
  socket.write(Buffer.alloc(4))
}

async function sendChunk(socket: Socket, chunk: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  socket.write(length)
  if (!socket.write(chunk)) await once(socket, 'drain')
}

async function replyOf(socket: Socket): Promise<string> {
  let reply = ''
  for await (const part of socket) {
    reply += String(part)
    if (reply.includes('\0') || reply.length > LONGEST_REPLY) break
  }
  return reply.split('\0')[0] ?? ''
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, or an error, of which nothing is known about the bytes. */
function verdictIn(reply: string): Verdict {
  const found = /^stream: (.{1,200}) FOUND$/.exec(reply.trim())
  if (found?.[1]) return { kind: 'infected', finding: found[1] }
  return reply.trim() === 'stream: OK' ? { kind: 'clean' } : { kind: 'away', reason: reply.trim().slice(0, 100) || 'no-reply' }
}
