import { importJWK, SignJWT } from 'jose'
import type { Clock } from '../../../../shared/time.ts'
import type { PushKey } from './push-keys.ts'

/** Says to a browser's service who sends (RFC 8292); the same for all messages to it for a while. */
export type PushAuthorization = (endpoint: string) => Promise<string>

/** Services take at most 24 hours. */
const HOLDS_SECONDS = 12 * 3_600
const USED_MS = 6 * 3_600_000
/** Browsers have few services; more of them somebody has made up. */
const MOST_KNOWN = 50

/** `contact` is where whoever runs such a service writes when something is wrong: `mailto:` or `https:`. */
export function createPushAuthorization(key: () => Promise<PushKey>, contact: string, clock: Clock): PushAuthorization {
  const known = new Map<string, { readonly text: string; readonly untilMs: number }>()
  return async endpoint => {
    const { origin } = new URL(endpoint)
    const nowMs = clock.nowMs()
    const before = known.get(origin)
    if (before && before.untilMs > nowMs) return before.text
    const { jwk, open } = await key()
    const token = await new SignJWT().setProtectedHeader({ typ: 'JWT', alg: 'ES256' }).setAudience(origin).setExpirationTime(Math.floor(nowMs / 1_000) + HOLDS_SECONDS)
      .setSubject(contact).sign(await importJWK(jwk, 'ES256'))
    const text = `vapid t=${token}, k=${open}`
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(origin, { text, untilMs: nowMs + USED_MS })
    return text
  }
}
