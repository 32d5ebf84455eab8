import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 600
const HEIGHT = 180
/** How thick the pen draws, in pixels. */
const PEN = 3.2

/** A signature nobody has: loops of a pen, ink on white, as a PNG in shades of grey. The same each time. */
export function demoSignature(): Uint8Array {
  const shades = Buffer.alloc(WIDTH * HEIGHT, 255)
  for (let step = 0; step <= 6_000; step++) dot(shades, ...penAt(step / 6_000))
  // Before each row stands how it was filtered: not at all.
  const rows = Buffer.concat(Array.from({ length: HEIGHT }, (_, row) => Buffer.concat([Buffer.of(0), shades.subarray(row * WIDTH, (row + 1) * WIDTH)])))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.writeUInt8(8, 8)
  return Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** Where the pen is after a part of its way: from left to right, up and down, with ever smaller loops. */
function penAt(part: number): readonly [x: number, y: number] {
  const size = 62 * (1 - 0.72 * part)
  const turn = part * 2 * Math.PI * 9
  return [40 + part * 500 + size * 0.55 * Math.sin(turn), HEIGHT * 0.56 - part * 22 - size * Math.cos(turn * 0.97)]
}

function dot(shades: Buffer, x: number, y: number): void {
  for (let row = Math.floor(y - PEN); row <= y + PEN; row++)
    for (let column = Math.floor(x - PEN); column <= x + PEN; column++) {
      const at = row * WIDTH + column
      const ink = Math.max(0, Math.min(1, PEN - Math.hypot(column - x, row - y)))
      if (row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH) shades[at] = Math.min(shades[at] ?? 255, Math.round(255 - 215 * ink))
    }
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, check, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(name, 'latin1'), content])]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
