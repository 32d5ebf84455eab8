/** A compact JWS: three parts, of which the first is JSON and begins with a brace. */
const JWS = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+/
const SHORTEST = 100
/** Lines of an e-mail that are base64, as mail servers write whole parts. */
const BASE64_PART = /(?:^[A-Za-z0-9+/]{40,}={0,2}\r?\n?)+(?:^[A-Za-z0-9+/]+={0,2}\r?$)?/gm

/**
 * The signature in an anchor's file, or in an e-mail as it was shown or as it was kept: there the way of the post has broken lines
 * (quoted-printable) or written the whole part in base64. Undefined where there is none.
 */
export function anchorIn(text: string): string | undefined {
  return signatureIn(text) ?? [...text.matchAll(BASE64_PART)].map(([part]) => signatureIn(decoded(part))).find(found => found !== undefined)
}

/** Broken lines first: what stands before the break would be a signature, too, and the wrong one. */
function signatureIn(text: string): string | undefined {
  const [found] = JWS.exec(text.replaceAll(/=\r?\n/g, '').replaceAll('=2E', '.')) ?? []
  return found !== undefined && found.length > SHORTEST ? found : undefined
}

const SIX_BITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Byte by byte: a signature has no letters but ASCII. */
function decoded(base64: string): string {
  const bits = base64.replaceAll(/[\s=]/g, '').split('').map(letter => SIX_BITS.indexOf(letter))
  const bytes = Array.from({ length: Math.floor((bits.length * 6) / 8) }, (_, byte) => {
    const from = Math.floor((byte * 8) / 6)
    const both = ((bits[from] ?? 0) << 6) | (bits[from + 1] ?? 0)
    return (both >> (4 - ((byte * 8) % 6))) & 0xff
  })
  return bytes.map(byte => String.fromCodePoint(byte)).join('')
}
