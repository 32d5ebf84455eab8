import { createPublicKey, verify } from 'node:crypto'
import { ReadableManifest, RELEASE_TYPE, type ReleaseManifest } from '../../../shared/formats/release-manifest.ts'
import { ok, type Result } from '../../../shared/result.ts'

/** Why a release is not taken. Codes for the log; whoever sits at the desk is only told what they can do. */
export type ReleaseProblem =
  | 'bad-signature' | 'unreadable' | 'other-channel' | 'older' | 'outdated' | 'no-installer'
  | 'unreachable' | 'damaged' | 'disk-full'

export const problem = (error: ReleaseProblem): { readonly ok: false; readonly error: ReleaseProblem } => ({ ok: false, error })

/** The bytes of one part of a JSON Web Signature; undefined where it is written in any other way than the one. */
function bytesOf(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : undefined
}

/**
 * The manifest inside a compact JSON Web Signature (RFC 7515), if one of the keys made it. Only Ed25519 is read, whatever
 * the header offers: what signs is decided by the policy and never by the file. Keys are raw, in base64url.
 */
export function openRelease(text: string, keys: readonly string[]): Result<ReleaseManifest, ReleaseProblem> {
  const parts = text.trim().split('.')
  const [header, payload, signature] = parts.map(bytesOf)
  if (parts.length !== 3 || !header || !payload || !signature || !isExpectedHeader(header)) return problem('bad-signature')
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`, 'ascii')
  if (!keys.some(key => verify(null, signed, publicKeyOf(key), signature))) return problem('bad-signature')
  const manifest = ReadableManifest.safeParse(parseJson(payload))
  return manifest.success ? ok(manifest.data) : problem('unreadable')
}

function isExpectedHeader(bytes: Buffer): boolean {
  const header = parseJson(bytes)
  if (typeof header !== 'object' || header === null) return false
  const { alg, typ, ...others } = header as Readonly<Record<string, unknown>>
  return alg === 'EdDSA' && typ === RELEASE_TYPE && Object.keys(others).every(name => name === 'kid')
}

const publicKeyOf = (key: string) => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
