import reader from 'jsqr'
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { encode } from 'uqr'
import * as z from 'zod'
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

/** Pixels to a point of a page: about what a telephone sees of a card. */
const PRINTED = 5
/** What is looked at around a code, in points: two modules and a bit of the least code, so that what stands too near is in the picture. */
const AROUND = 6

type Box = readonly [left: number, lower: number, right: number, upper: number]
interface Painted {
  readonly box: Box
  readonly colour: string
}

const PathOfFill = z.tuple([z.union([z.literal(OPS.fill), z.literal(OPS.eoFill)]), z.tuple([z.instanceof(Float32Array)]), z.unknown()])
const MATRIX = z.array(z.number()).length(6)

/** What somebody else's reader finds in the codes of a printed page, in the order in which they were painted: read from the picture of the page itself. */
export async function codesOn(pdf: Uint8Array, pageNumber: number): Promise<readonly (string | undefined)[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const page = await (await task.promise).getPage(pageNumber)
    const fills = fillsOf(await page.getOperatorList())
    const { items } = await page.getTextContent()
    // Words stand for themselves as bars.
    const words = items.flatMap((item): readonly Painted[] => {
      if (!('str' in item) || !item.str.trim()) return []
      const [, , , , x, y] = MATRIX.parse(item.transform)
      return [{ box: [x ?? 0, y ?? 0, (x ?? 0) + item.width, (y ?? 0) + item.height * 0.7], colour: '#000000' }]
    })
    return fills.filter(({ parts }) => parts.length > 300).map(({ parts }) => codeWithin(around(parts), [...fills.flatMap(fill => fill.parts), ...words]))
  } finally {
    await task.destroy()
  }
}

interface Fill {
  readonly parts: readonly Painted[]
}

/** Everything that is filled on a page, each path with its parts as the boxes around them: what a card paints is made of boxes. */
function fillsOf({ fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }): readonly Fill[] {
  const fills: Fill[] = []
  const kept: { matrix: number[]; colour: string }[] = []
  let now = { matrix: [1, 0, 0, 1, 0, 0], colour: '#000000' }
  for (const [index, operation] of fnArray.entries()) {
    const given = argsArray[index]
    if (operation === OPS.save) kept.push(now)
    else if (operation === OPS.restore) now = kept.pop() ?? now
    else if (operation === OPS.transform) now = { ...now, matrix: MATRIX.parse(Util.transform(now.matrix, MATRIX.parse(given))) }
    else if (operation === OPS.setFillRGBColor) now = { ...now, colour: z.tuple([z.string()]).parse(given)[0] }
    else if (operation === OPS.constructPath) {
      const path = PathOfFill.safeParse(given)
      if (path.success) fills.push({ parts: boxesOf(path.data[1][0], now.matrix).map(box => ({ box, colour: now.colour })) })
    }
  }
  return fills
}

/** Numbers to each sign of a path: moved, drawn straight, drawn round, drawn round by one point, closed. */
const GIVEN = [2, 2, 6, 4, 0] as const

function boxesOf(path: Float32Array, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): readonly Box[] {
  const boxes: Box[] = []
  let points: (readonly [number, number])[] = []
  for (let at = 0; at < path.length;) {
    const sign = path[at] ?? 0
    const count = GIVEN[sign] ?? 0
    for (let pair = at + 1; pair < at + 1 + count; pair += 2) {
      const [x, y] = [path[pair] ?? 0, path[pair + 1] ?? 0]
      points.push([a * x + c * y + e, b * x + d * y + f])
    }
    at += 1 + count
    if (sign !== 4) continue
    boxes.push(boxAround(points))
    points = []
  }
  return boxes
}

const boxAround = (points: readonly (readonly [number, number])[]): Box =>
  [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))]

function around(parts: readonly Painted[]): Box {
  const [left, lower, right, upper] = boxAround(parts.flatMap(({ box: [x, y, x2, y2] }) => [[x, y], [x2, y2]] as const))
  return [left - AROUND, lower - AROUND, right + AROUND, upper + AROUND]
}

function codeWithin([left, lower, right, upper]: Box, painted: readonly Painted[]): string | undefined {
  const [width, height] = [Math.round((right - left) * PRINTED), Math.round((upper - lower) * PRINTED)]
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const { box, colour } of painted) {
    const [from, to] = [[box[0] - left, upper - box[3]], [box[2] - left, upper - box[1]]].map(point => point.map(length => Math.round(length * PRINTED)))
    const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
    for (let y = Math.max(0, from?.[1] ?? 0); y < Math.min(height, to?.[1] ?? 0); y++)
      for (let x = Math.max(0, from?.[0] ?? 0); x < Math.min(width, to?.[0] ?? 0); x++) pixels.set([red ?? 0, green ?? 0, blue ?? 0, 255], (y * width + x) * 4)
  }
  return reader.default(pixels, width, height)?.data
}
