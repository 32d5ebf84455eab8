import { pngOf } from './png.ts'

const WIDTH = 600
const HEIGHT = 180
/** How thick the pen draws, in pixels. */
const PEN = 3.2

/** A signature nobody has: loops of a pen, ink on white, as a PNG in shades of grey. The same each time. */
export function demoSignature(): Uint8Array {
  const shades = Buffer.alloc(WIDTH * HEIGHT, 255)
  for (let step = 0; step <= 6_000; step++) dot(shades, ...penAt(step / 6_000))
  return pngOf({ width: WIDTH, height: HEIGHT, bytes: shades })
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
