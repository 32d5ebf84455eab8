import type { Glyph } from './sheets.ts'

export const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')

/** Whether a text is printed as a whole: breaks of lines and blanks do not matter, what it goes on with does (`12/4` is not in `12/40`). */
export function says(text: string, wanted: string): boolean {
  const signs = Array.from(withoutBlanks(wanted))
  if (signs.length === 0) return true
  const pattern = signs.map(sign => sign.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`)).join(String.raw`\s*`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}/])${pattern}(?![\p{L}\p{N}/])`, 'u').test(text)
}

/** Signs that stand on one line may differ in height by so many millimetres. */
const SAME_LINE = 0.3

/** A gap so wide, in parts of a sign's height, is a blank: a blank takes about twice as much, two signs beside each other nothing. */
const BLANK = 0.08

/** What stands below each other, each line from left to right, with blanks where gaps are. */
export function linesOf(glyphs: readonly Glyph[]): readonly string[] {
  const lines: Glyph[][] = []
  for (const glyph of glyphs.toSorted((one, other) => one.baseline - other.baseline)) {
    const last = lines.at(-1)
    if (last?.[0] && glyph.baseline - last[0].baseline < SAME_LINE) last.push(glyph)
    else lines.push([glyph])
  }
  return lines.map(wordsIn)
}

function wordsIn(line: readonly Glyph[]): string {
  let [said, end] = ['', Number.POSITIVE_INFINITY]
  for (const { text, box: { x, width, height } } of line.toSorted((one, other) => one.box.x - other.box.x)) {
    said += x - end > height * BLANK ? ` ${text}` : text
    end = x + width
  }
  return said
}

/** Whether printed lines are those of the record, one of which may go on in the next line where it is long. */
export function areSameLines(printed: readonly string[], record: readonly string[]): boolean {
  let next = 0
  for (const line of record.map(withoutBlanks)) {
    let said = ''
    while (said.length < line.length && next < printed.length) said += withoutBlanks(printed[next++] ?? '')
    if (said !== line) return false
  }
  return next === printed.length
}
