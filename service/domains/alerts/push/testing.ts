import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PushDevice } from '../../../../shared/wire/public-alerts.ts'
import type { PushPayload } from './push-payload.ts'

/** What the service of a browser was handed. */
export interface SunkPush {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface PushSink {
  readonly host: string
  readonly origin: string
  /** Oldest first. */
  posted(): readonly SunkPush[]
  close(): Promise<void>
}

/** A status, or one with the time after which it may be asked again. */
export type PushAnswer = number | readonly [status: number, retryAfter: string]

/** The service of a browser on loopback, which keeps what it gets. `answers` says what becomes of it, by the path of the device. */
export async function startPushSink(answers: (path: string) => PushAnswer = () => 201): Promise<PushSink> {
  const kept: SunkPush[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      kept.push({ path, headers: request.headers, body: Buffer.concat(chunks) })
      const answer = answers(path)
      const [status, retryAfter] = typeof answer === 'number' ? [answer, null] : answer
      response.writeHead(status, retryAfter === null ? {} : { 'retry-after': retryAfter }).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host, origin: `http://${host}`,
    posted: () => [...kept],
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

export interface Browser {
  readonly device: PushDevice
  /** What it shows of what came; fails where that was not meant for it. */
  read(pushed: SunkPush | undefined): PushPayload
}

/** A browser with keys of its own, which reads messages by RFC 8291 and RFC 8188 as they are written. */
export function aBrowser(origin: string, name: string): Browser {
  const pair = createECDH('prime256v1')
  const point = pair.generateKeys()
  const auth = randomBytes(16)
  return {
    device: { endpoint: `${origin}/push/${name}`, keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') } },
    read: pushed => {
      if (!pushed) throw new Error('nothing came')
      return JSON.parse(decrypted(pushed.body, pair.computeSecret(sentBy(pushed.body)), { point, auth })) as PushPayload
    },
  }
}

// The header of a body: a salt of 16 bytes, the length of its only record, the length of the sender's point, and the point.
const sentBy = (body: Buffer): Buffer => body.subarray(21, 21 + body.readUInt8(20))

function decrypted(body: Buffer, secret: Buffer, { point, auth }: { readonly point: Buffer; readonly auth: Buffer }): string {
  const salt = body.subarray(0, 16)
  const key = expanded(hmac(auth, secret), Buffer.concat([Buffer.from('WebPush: info\0'), point, sentBy(body)]), 32)
  const ofRecord = hmac(salt, key)
  const record = body.subarray(21 + body.readUInt8(20))
  const decipher = createDecipheriv('aes-128-gcm', expanded(ofRecord, Buffer.from('Content-Encoding: aes128gcm\0'), 16), expanded(ofRecord, Buffer.from('Content-Encoding: nonce\0'), 12))
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = padded.lastIndexOf(2)
  if (end < 0 || padded.subarray(end + 1).some(byte => byte !== 0)) throw new Error('not the last record')
  return padded.subarray(0, end).toString('utf8')
}

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac('sha256', key).update(data).digest()

const expanded = (key: Buffer, info: Buffer, length: number): Buffer => hmac(key, Buffer.concat([info, Buffer.from([1])])).subarray(0, length)
