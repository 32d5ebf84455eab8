import reader from 'jsqr'
import { encode } from 'uqr'
import type { VerifySignature } from '../../portal/card-check-verdict.ts'

/** As a telephone does it. */
export const verifyEd25519: VerifySignature = async ({ x = '' }, signature, signed) => {
  const key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, signed)
}

const PIXELS = 4
/** The border that readers want around a code; on a card it is the card. */
const BORDER = 4

/** What somebody else's reader finds in a code as it is printed, and its modules to a side. */
export function scannedCode(content: string): { readonly text: string | undefined; readonly modules: number } {
  const { data, size } = encode(content, { border: 0, ecc: 'M' })
  const side = (size + 2 * BORDER) * PIXELS
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue
      for (let line = 0; line < PIXELS; line++) {
        const from = (((y + BORDER) * PIXELS + line) * side + (x + BORDER) * PIXELS) * 4
        for (let pixel = from; pixel < from + PIXELS * 4; pixel += 4) pixels.fill(0, pixel, pixel + 3)
      }
    }
  return { text: reader.default(pixels, side, side)?.data, modules: size }
}
