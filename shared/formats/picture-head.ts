export interface PictureHead {
  readonly kind: 'png' | 'jpeg'
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Whether nothing shines through anywhere, as archives want it (PDF/A-1). */
  readonly isOpaque: boolean
}

/** What a picture says of itself before its pixels; undefined for what is neither PNG nor a JPEG of grey or colours on a screen, or is cut off. */
export const pictureHead = (bytes: Uint8Array): PictureHead | undefined => pngHead(bytes) ?? jpegHead(bytes)

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const IHDR_LENGTH = 13
/** Grey, colours, colours from a list: the kinds of pixels without a measure of what shines through. */
const OPAQUE_PIXELS: readonly number[] = [0, 2, 3]

function pngHead(bytes: Uint8Array): PictureHead | undefined {
  if (PNG.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = viewOf(bytes)
  let [head, isSeeThrough, hasPixels]: [{ width: number; height: number; pixels: number } | undefined, boolean, boolean] = [undefined, false, false]
  // Each piece: its length, its name of four letters, its content, its check.
  for (let at: number = PNG.length; at + 12 <= bytes.length;) {
    const [length, name] = [view.getUint32(at), String.fromCharCode(...bytes.subarray(at + 4, at + 8))]
    if (at + 12 + length > bytes.length) return undefined
    if (name === 'IHDR' && length === IHDR_LENGTH) head = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), pixels: bytes[at + 17] ?? -1 }
    if (name === 'tRNS') isSeeThrough = true
    if (name === 'IDAT') hasPixels = true
    if (name === 'IEND') return head && hasPixels && head.width > 0 && head.height > 0 ? { kind: 'png', width: head.width, height: head.height, isOpaque: OPAQUE_PIXELS.includes(head.pixels) && !isSeeThrough } : undefined
    at += 12 + length
  }
  return undefined
}

/** The frames that every reader knows: all at once, and coming up bit by bit. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2]
const SCAN = 0xda

function jpegHead(bytes: Uint8Array): PictureHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return undefined
  const view = viewOf(bytes)
  for (let at = 2; at + 10 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === SCAN) return undefined
    if (FRAMES.includes(marker)) {
      const [height, width, colours] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]]
      return width > 0 && height > 0 && (colours === 1 || colours === 3) ? { kind: 'jpeg', width, height, isOpaque: true } : undefined
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
