import { crc32, deflateSync } from 'node:zlib'

interface Pixels {
  readonly width: number
  readonly height: number
  /** One byte for each, row by row: a shade of grey, or a place in the palette. */
  readonly bytes: Uint8Array
  /** Red, green and blue of each place; undefined for shades of grey. */
  readonly palette?: readonly (readonly [number, number, number])[]
}

const [GREY, PALETTE] = [0, 3]

/** A drawing as a PNG; the same each time. */
export function pngOf({ width, height, bytes, palette }: Pixels): Uint8Array {
  // Before each row stands how it was filtered: not at all.
  const rows = Buffer.concat(Array.from({ length: height }, (_, row) => Buffer.concat([Buffer.of(0), bytes.subarray(row * width, (row + 1) * width)])))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  head.writeUInt8(palette ? PALETTE : GREY, 9)
  const colours = palette ? [chunk('PLTE', Buffer.from(palette.flat()))] : []
  return Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', head), ...colours, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, check, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(name, 'latin1'), content])]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
