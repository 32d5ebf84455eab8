import { CompactEncrypt } from 'jose'
import type { JsonObject } from '../../../shared/json.ts'
import { ENCRYPTED_BY, encryptionKey } from '../keys/destination-keys.ts'
import { CONTENT_ENCRYPTED_BY } from './open-jwe.ts'

/** Encrypts for whoever holds the other half of this key. */
export async function sealJwe(content: Uint8Array, key: JsonObject, contentType: string): Promise<string> {
  const kid = typeof key['kid'] === 'string' ? { kid: key['kid'] } : {}
  return new CompactEncrypt(content).setProtectedHeader({ alg: ENCRYPTED_BY, enc: CONTENT_ENCRYPTED_BY, cty: contentType, ...kid }).encrypt(await encryptionKey(key))
}

/** Whether this is a key that something can be encrypted for; the sender of a submission names it and may name anything. */
export async function canSealFor(key: JsonObject): Promise<boolean> {
  try {
    await sealJwe(new Uint8Array(), key, 'text/plain')
    return true
  } catch {
    return false
  }
}
