import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** JSON in the one form of RFC 8785: the same content always gives the same text. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON values have a canonical form')
  return text
}

/** SHA-256 over the canonical JSON, as lower-case hex. */
export const contentHash = (value: unknown): string => sha256Hex(canonicalJson(value))

/** SHA-256 over bytes, or over the UTF-8 of a text, as lower-case hex. */
export const sha256Hex = (content: Uint8Array | string): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
