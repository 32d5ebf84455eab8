import { geometryOn } from '../../../shared/domains/service-cards/geometry.ts'
import { pngOf } from '../png.ts'

type Colour = readonly [number, number, number]

const BACKGROUNDS: readonly Colour[] = [[222, 229, 236], [232, 232, 228], [214, 226, 226]]
const SKINS: readonly Colour[] = [[240, 208, 180], [226, 184, 150], [198, 148, 112], [150, 104, 76]]
const HAIRS: readonly Colour[] = [[60, 44, 34], [112, 78, 48], [176, 138, 82], [150, 150, 150], [36, 36, 40], [148, 72, 40]]
const UNIFORM: Colour = [28, 38, 66]
const DARK: Colour = [40, 32, 30]
const LIP: Colour = [170, 96, 90]

/** Half axes and middle, in parts of the width of the photo. */
type Oval = readonly [x: number, y: number, wide: number, high: number]

/** Somebody whom there is not, drawn from ovals, as photos of cards are; another one for each number. */
export function demoPortrait(index: number, day: string): Uint8Array {
  const { width, height } = geometryOn(day).photo
  const bytes = new Uint8Array(width * height)
  const fill = (colour: number, [x, y, wide, high]: Oval, below = -1): void => {
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        if (((column / width - x) / wide) ** 2 + ((row / width - y) / high) ** 2 <= 1 && (below < 0 || row / width < below)) bytes[row * width + column] = colour
  }
  const hasLongHair = index % 2 === 0
  const slim = 0.21 + (index % 5) * 0.008
  if (hasLongHair) fill(2, [0.5, 0.56, slim + 0.08, 0.42])
  fill(3, [0.5, 1.32, 0.44, 0.46])
  fill(1, [0.5, 0.86, 0.09, 0.2])
  fill(2, [0.5, 0.44, slim + 0.025, 0.31])
  fill(1, [0.5, 0.55, slim, 0.28])
  fill(2, [0.5, 0.36 - (index % 3) * 0.01, slim + 0.02, 0.16], 0.4 - (index % 4) * 0.015)
  for (const side of [-1, 1]) {
    fill(4, [0.5 + side * 0.085, 0.54, 0.02, 0.014])
    fill(2, [0.5 + side * 0.085, 0.5, 0.04, 0.008])
  }
  fill(5, [0.5, 0.71, 0.055 + (index % 3) * 0.006, 0.012])
  return pngOf({ width, height, bytes, palette: [BACKGROUNDS, SKINS, HAIRS].map(colours => colours[index % colours.length] ?? DARK).concat([UNIFORM, DARK, LIP]) })
}
