const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a text in base64; throws where a sign of it is none of base64. */
export function bytesOfBase64(text: string): Uint8Array {
  const bare = text.replace(/={1,2}$/, '')
  const bytes = new Uint8Array(Math.floor((bare.length * 6) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (const sign of bare) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) throw new Error('no base64')
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
