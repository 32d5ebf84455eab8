import { createHmac, timingSafeEqual } from 'node:crypto'

/** A callback that is older was caught and sent again. */
export const MOST_AGE_MS = 5 * 60_000

/** What came, byte for byte. */
export interface CallbackRequest {
  readonly timestamp: string
  readonly authentication: string
  readonly body: Buffer
}

/** HMAC with SHA-512 over `timestamp.body`, in hex. */
export const callbackSignature = (secret: string, timestamp: string, body: Buffer): string => createHmac('sha512', secret).update(`${timestamp}.`).update(body).digest('hex')

/** Whether the portal signed this, and not long ago. The signature is looked at first: what is forged learns nothing about the time here. */
export function verifyCallback(secret: string, { timestamp, authentication, body }: CallbackRequest, nowMs: number): 'genuine' | 'forged' | 'old' {
  const wanted = Buffer.from(callbackSignature(secret, timestamp, body), 'hex')
  const given = Buffer.from(/^[0-9a-fA-F]{128}$/.test(authentication) ? authentication : '', 'hex')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged'
  const signedMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1_000 : Number.NaN
  return Math.abs(nowMs - signedMs) <= MOST_AGE_MS ? 'genuine' : 'old'
}
