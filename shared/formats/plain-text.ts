/** Whether bytes are text in UTF-8 without control characters other than line ends, tabs and form feeds, and no script or markup by its beginning. */
export function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  for (let index = 0; index < bytes.length; ) {
    const length = lengthOfSign(bytes, index)
    if (length === 0) return false
    index += length
  }
  // Scripts and HTML are text, but say so.
  return !/^(\u00ef\u00bb\u00bf)?\s*(#!|<(!doctype|html|script|svg|\?xml))/i.test(String.fromCharCode(...bytes.subarray(0, 400)))
}

/** How many bytes the sign at this place takes, 0 where none may stand that way in a text. */
function lengthOfSign(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0
  if (first < 0x80) return isControl(first) ? 0 : 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || index + length > bytes.length) return 0
  for (let next = 1; next < length; next++) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return 0
  return isInRange(first, bytes[index + 1] ?? 0) ? length : 0
}

const isControl = (byte: number): boolean => byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte < 0x20) || byte === 0x7f

/** Signs written longer than needed, halves of pairs and what lies beyond the last sign are not UTF-8 (RFC 3629). */
function isInRange(first: number, second: number): boolean {
  switch (first) {
    case 0xe0: return second >= 0xa0
    case 0xed: return second < 0xa0
    case 0xf0: return second >= 0x90
    case 0xf4: return second < 0x90
    default: return true
  }
}
