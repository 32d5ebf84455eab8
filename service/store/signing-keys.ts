import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'
import { plusDays, type Instant } from '../../shared/time.ts'

/** Ed25519: the same bytes get the same signature every time, in 64 bytes. */
export const SIGNED_BY = 'EdDSA'

/** What is signed with now. */
export interface SigningKey {
  readonly kid: string
  readonly jwk: JWK
}

/** A key that got out can sign wrongly until it is this old; what it signed can be checked for ever. */
const SIGNS_FOR_DAYS = 365

/** Keys made before this instant sign no more. */
export const signsUntil = (now: Instant): Instant => plusDays(now, -SIGNS_FOR_DAYS)

/** Where the keys of somebody are kept; of those that sign no more only the open half. */
export interface KeyShelf {
  /** The key that still has its private half. */
  newest(): Promise<{ readonly key: SigningKey; readonly madeAt: Instant } | undefined>
  /** Keeps a further key, or nothing where another process was faster. */
  renew(): Promise<void>
}

/** The key by which somebody signs; made with the first signature, and anew when it is too old. */
export async function keyInUse(shelf: KeyShelf, now: Instant): Promise<SigningKey> {
  const known = await shelf.newest()
  if (known && known.madeAt > signsUntil(now)) return known.key
  await shelf.renew()
  const made = await shelf.newest()
  if (!made) throw new Error('a signing key could not be kept')
  return made.key
}

/** A key that did not exist before, both halves as JSON. */
export async function makeKey(): Promise<{ readonly kid: string; readonly open: string; readonly whole: string }> {
  const { privateKey, publicKey } = await generateKeyPair(SIGNED_BY, { extractable: true })
  const kid = randomBytes(4).toString('hex')
  const written = async (key: CryptoKey): Promise<string> => JSON.stringify({ ...await exportJWK(key), kid, alg: SIGNED_BY, use: 'sig' })
  return { kid, open: await written(publicKey), whole: await written(privateKey) }
}
