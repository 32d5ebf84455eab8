import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import * as z from 'zod'
import { ok, type Result } from '../../../shared/result.ts'

/** Signs backups (Ed25519, PEM): without it everybody who can read the open key for backups could write one that a restore believes. */
export const newSigningKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

export function readSigningKey(pem: string): Result<KeyObject, string> {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return ok(key)
  } catch {
    // Said below.
  }
  return { ok: false, error: 'Der Schlüssel, mit dem Sicherungen unterschrieben werden, fehlt oder ist nicht zu lesen. Rufen Sie noch einmal auf: rathaus-service setup' }
}

/** Whose signature it is, as it stands on paper beside the key for backups: 80 bits of the open half's hash, in groups of four. */
export const signerName = (key: KeyObject): string =>
  (createHash('sha256').update((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 20).match(/.{4}/g) ?? []).join('-')

const Signature = z.object({ key: z.string().max(1_000), signature: z.string().max(1_000) })

/** The last part of a backup: who vouches for the list of all others. */
export const signatureOf = (manifest: Buffer, key: KeyObject): string =>
  JSON.stringify({ key: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'), signature: sign(null, manifest, key).toString('base64') })

/** The name of whoever signed the list; null where the signature does not hold. */
export function signerOf(manifest: Buffer, text: string): string | null {
  try {
    const { key, signature } = Signature.parse(JSON.parse(text))
    const open = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return open.asymmetricKeyType === 'ed25519' && verify(null, manifest, open, Buffer.from(signature, 'base64')) ? signerName(open) : null
  } catch {
    return null
  }
}
