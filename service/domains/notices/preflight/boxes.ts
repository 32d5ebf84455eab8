import type { Box } from '../../../../shared/domains/letters/sheet.ts'

/** The six figures of a transformation in a PDF: how a point of its own space comes to stand on the page. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const combined = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

const MM = 25.4 / 72

/** The box on the sheet, in millimetres from its upper left, that a box in the space of `matrix` takes up; turned ones as a whole. */
export function placed([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: readonly [number, number, number, number], pageHeight: number): Box {
  // Reckoned without lists: a page has thousands of signs.
  const [x, y] = [Math.min(a * left, a * right) + Math.min(c * bottom, c * top) + e, Math.max(b * left, b * right) + Math.max(d * bottom, d * top) + f]
  const [width, height] = [Math.abs(a * (right - left)) + Math.abs(c * (top - bottom)), Math.abs(b * (right - left)) + Math.abs(d * (top - bottom))]
  return { x: x * MM, y: (pageHeight - y) * MM, width: width * MM, height: height * MM }
}

/** How far a point of the space of `matrix` stands below the upper edge of the sheet, in millimetres. */
export const depthOf = (matrix: Matrix, x: number, y: number, pageHeight: number): number => (pageHeight - (matrix[1] * x + matrix[3] * y + matrix[5])) * MM

/** Rounding in the file is no fault of a letter. */
const SLACK = 0.02

export const touches = (one: Box, other: Box): boolean =>
  one.x + one.width > other.x + SLACK && one.x < other.x + other.width - SLACK && one.y + one.height > other.y + SLACK && one.y < other.y + other.height - SLACK

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - SLACK && inner.y >= outer.y - SLACK && inner.x + inner.width <= outer.x + outer.width + SLACK && inner.y + inner.height <= outer.y + outer.height + SLACK
