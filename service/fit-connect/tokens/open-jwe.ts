import { compactDecrypt, decodeProtectedHeader } from 'jose'
import { ENCRYPTED_BY, encryptionKey, type OwnKey } from '../keys/destination-keys.ts'

export const CONTENT_ENCRYPTED_BY = 'A256GCM'

/** With which key this was encrypted; null where that cannot be read. */
export function kidOf(jwe: string): string | null {
  try {
    return decodeProtectedHeader(jwe).kid ?? null
  } catch {
    return null
  }
}

/** The last part of a JWE: it seals the others. */
export const tagOf = (jwe: string): string => jwe.split('.').at(4) ?? ''

/** What was encrypted for this key; null where it is broken, exchanged, or larger than it may be. */
export async function openJwe(jwe: string, key: OwnKey, mostBytes: number): Promise<Uint8Array | null> {
  try {
    const { plaintext } = await compactDecrypt(jwe, await encryptionKey(key.jwk), {
      keyManagementAlgorithms: [ENCRYPTED_BY], contentEncryptionAlgorithms: [CONTENT_ENCRYPTED_BY], maxDecompressedLength: mostBytes,
    })
    return plaintext.length > mostBytes ? null : plaintext
  } catch {
    return null
  }
}
