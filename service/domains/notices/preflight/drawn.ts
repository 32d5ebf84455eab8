import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as z from 'zod'
import type { Box } from '../../../../shared/domains/letters/sheet.ts'
import { combined, depthOf, IDENTITY, placed, type Matrix } from './boxes.ts'
import type { Glyph } from './sheets.ts'

/** What a page does, step by step, as pdf.js tells it. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** How far the ink of a font's signs reaches below and above their line at most, in parts of its size. */
export interface FontReach {
  readonly below: number
  readonly above: number
}

interface Drawn {
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Box[]
  readonly text: string
  readonly isStrange: boolean
}

const Numbers = z.array(z.number())
const Six = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
const Path = z.tuple([z.number(), z.unknown(), z.union([z.instanceof(Float32Array).transform(values => [...values]), Numbers]).nullable()])

/** One sign of a text, as pdf.js tells it; there are thousands on a page. */
interface Sign {
  readonly unicode: string
  /** In thousandths of the font's size. */
  readonly width: number
  readonly isSpace?: boolean
}

/** Signs, and between them how much closer (in thousandths) the next one stands. */
const shownIn = (args: unknown): readonly (Sign | number)[] => {
  const signs: unknown = Array.isArray(args) ? args[0] : undefined
  if (!Array.isArray(signs) || !signs.every(isSignOrNumber)) throw new TypeError('text of a page is not as pdf.js makes it')
  return signs
}

const isSignOrNumber = (value: unknown): value is Sign | number =>
  typeof value === 'number'
  || (typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string' && 'width' in value && typeof value.width === 'number')

/** What changes how the next thing is drawn, kept and brought back by the file. */
interface State {
  matrix: Matrix
  lineWidth: number
  font: string
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  rise: number
}

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const PICTURES: ReadonlySet<number> = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask])
/** Nothing is seen of these: colours, marks of the structure, ends. */
const QUIET: ReadonlySet<number> = new Set([
  OPS.dependency, OPS.setLineCap, OPS.setLineJoin, OPS.setMiterLimit, OPS.setDash, OPS.setRenderingIntent, OPS.setFlatness, OPS.setTextRenderingMode, OPS.clip, OPS.eoClip,
  OPS.endText, OPS.endPath, OPS.setStrokeColorSpace, OPS.setFillColorSpace, OPS.setStrokeColor, OPS.setStrokeColorN, OPS.setFillColor, OPS.setFillColorN, OPS.setStrokeGray,
  OPS.setFillGray, OPS.setStrokeRGBColor, OPS.setFillRGBColor, OPS.setStrokeCMYKColor, OPS.setFillCMYKColor, OPS.markPoint, OPS.markPointProps, OPS.beginMarkedContent,
  OPS.beginMarkedContentProps, OPS.endMarkedContent, OPS.beginCompat, OPS.endCompat,
])

const INITIAL: State = { matrix: IDENTITY, lineWidth: 1, font: '', size: 0, charSpacing: 0, wordSpacing: 0, stretch: 1, rise: 0 }

/** Everything that is seen on a page; `pageHeight` in points. Throws on operators that are not as pdf.js makes them. */
export function drawnBy({ fnArray, argsArray }: Operators, fontReach: (font: string) => FontReach, pageHeight: number): Drawn {
  const pen = new Pen(fontReach, pageHeight)
  fnArray.forEach((operator, index) => pen.step(operator, argsArray[index]))
  return { glyphs: pen.glyphs, marks: pen.marks, text: pen.pieces.join(' '), isStrange: pen.isStrange }
}

class Pen {
  readonly glyphs: Glyph[] = []
  readonly marks: Box[] = []
  readonly pieces: string[] = []
  isStrange = false
  private state: State = { ...INITIAL }
  private readonly kept: State[] = []
  private textMatrix: Matrix = IDENTITY
  private lineMatrix: Matrix = IDENTITY
  private readonly fontReach: (font: string) => FontReach
  private readonly pageHeight: number

  constructor(fontReach: (font: string) => FontReach, pageHeight: number) {
    this.fontReach = fontReach
    this.pageHeight = pageHeight
  }

  step(operator: number, args: unknown): void {
    if (QUIET.has(operator)) return
    if (operator === OPS.constructPath) return this.path(args)
    if (PICTURES.has(operator)) return this.mark([0, 0, 1, 1])
    if (this.graphics(operator, args) || this.letters(operator, args)) return
    this.isStrange = true
  }

  private graphics(operator: number, args: unknown): boolean {
    if (operator === OPS.save) this.kept.push({ ...this.state })
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) this.state = this.kept.pop() ?? { ...INITIAL }
    else if (operator === OPS.transform) this.state.matrix = combined(this.state.matrix, Six.parse(args))
    else if (operator === OPS.setLineWidth) this.state.lineWidth = numberIn(args)
    else if (operator === OPS.paintFormXObjectBegin) this.beginForm(args)
    else return false
    return true
  }

  private beginForm(args: unknown): void {
    this.kept.push({ ...this.state })
    const matrix = Array.isArray(args) ? Six.safeParse(args[0]) : undefined
    if (matrix?.success) this.state.matrix = combined(this.state.matrix, matrix.data)
  }

  private letters(operator: number, args: unknown): boolean {
    if (operator === OPS.beginText) this.textMatrix = this.lineMatrix = IDENTITY
    else if (operator === OPS.setFont) [this.state.font, this.state.size] = z.tuple([z.string(), z.number()]).parse(args)
    else if (operator === OPS.setTextMatrix) this.textMatrix = this.lineMatrix = Six.parse(flat(args))
    else if (operator === OPS.moveText) this.textMatrix = this.lineMatrix = combined(this.lineMatrix, [1, 0, 0, 1, numberIn(args), numberIn(args, 1)])
    else if (operator === OPS.setCharSpacing) this.state.charSpacing = numberIn(args)
    else if (operator === OPS.setWordSpacing) this.state.wordSpacing = numberIn(args)
    else if (operator === OPS.setHScale) this.state.stretch = numberIn(args) / 100
    else if (operator === OPS.setTextRise) this.state.rise = numberIn(args)
    else if (operator === OPS.showText) this.show(args)
    else return false
    return true
  }

  private show(args: unknown): void {
    const { size, charSpacing, wordSpacing, stretch, font, rise } = this.state
    const reach = this.fontReach(font)
    const matrix = combined(this.state.matrix, this.textMatrix)
    let [along, said] = [0, '']
    for (const sign of shownIn(args)) {
      if (typeof sign === 'number') {
        along -= (sign / 1000) * size * stretch
        continue
      }
      const width = (sign.width / 1000) * size * stretch
      const box = placed(matrix, [along, rise + reach.below * size, along + width, rise + reach.above * size], this.pageHeight)
      if (sign.unicode.trim()) this.glyphs.push({ text: sign.unicode, box, baseline: depthOf(matrix, along, rise, this.pageHeight) })
      said += sign.unicode
      along += width + (charSpacing + (sign.isSpace ? wordSpacing : 0)) * stretch
    }
    this.pieces.push(said)
    this.textMatrix = combined(this.textMatrix, [1, 0, 0, 1, along, 0])
  }

  private path(args: unknown): void {
    const [paint, , box] = Path.parse(args)
    const [left, bottom, right, top] = box ?? []
    if (paint === OPS.endPath || left === undefined || bottom === undefined || right === undefined || top === undefined) return
    const edge = STROKES.has(paint) ? this.state.lineWidth / 2 : 0
    this.mark([left - edge, bottom - edge, right + edge, top + edge])
  }

  private mark(box: readonly [number, number, number, number]): void {
    this.marks.push(placed(this.state.matrix, box, this.pageHeight))
  }
}

/** pdf.js hands some matrices over in a list of their own. */
const flat = (args: unknown): unknown => {
  const first: unknown = Array.isArray(args) ? args[0] : args
  return typeof first === 'number' ? args : Array.from(z.union([z.instanceof(Float32Array), Numbers]).parse(first))
}

const numberIn = (args: unknown, index = 0): number => z.number().parse(Array.isArray(args) ? args[index] : undefined)
