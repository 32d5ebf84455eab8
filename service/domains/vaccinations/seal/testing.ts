import reader from 'jsqr'
import { codePicture } from './code-picture.ts'

export interface ReadCode {
  readonly text: string | undefined
  /** Modules to a side, without the border. */
  readonly modules: number
}

const PIXELS = 4
/** The border that readers want around a code; on paper it is the paper. */
const BORDER = 4

/** What somebody else's reader finds in a code as it is printed. */
export function scanned(content: string): ReadCode {
  const picture = codePicture(content)
  const modules = Number(/viewBox="0 0 (\d+)/.exec(picture)?.[1])
  const side = (modules + 2 * BORDER) * PIXELS
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of picture.matchAll(/M(\d+),(\d+)h(\d+)v1/g))
    for (let line = 0; line < PIXELS; line++) {
      const from = (((Number(y) + BORDER) * PIXELS + line) * side + (Number(x) + BORDER) * PIXELS) * 4
      for (let pixel = from; pixel < from + Number(length) * PIXELS * 4; pixel += 4) pixels.fill(0, pixel, pixel + 3)
    }
  return { text: reader.default(pixels, side, side)?.data, modules }
}
