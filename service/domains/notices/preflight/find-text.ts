import type { Glyph } from './sheets.ts'

export const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')

/** A text in which much is looked for. */
export interface Searchable {
  readonly text: string
  readonly signs: string
  /** For each of the signs where it stands in the text. */
  readonly places: Uint32Array
}

/** A text with its blanks taken out once. */
export function searchable(text: string): Searchable {
  const places = new Uint32Array(text.length)
  let signs = ''
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    for (let at = 0; at < word.length; at++) places[signs.length + at] = index + at
    signs += word
  }
  return { text, signs, places }
}

/** Whether something is printed as a whole: breaks of lines and blanks do not matter, what it goes on with does (`12/4` is not in `12/40`). */
export function says({ text, signs, places }: Searchable, wanted: string): boolean {
  const sought = withoutBlanks(wanted)
  for (let at = signs.indexOf(sought); at !== -1; at = signs.indexOf(sought, at + 1)) {
    const [first = 0, last = 0] = [places[at], places[at + sought.length - 1]]
    if (sought === '' || (!ENDS_IN_WORD.test(text.slice(Math.max(0, first - 2), first)) && !BEGINS_WITH_WORD.test(text.slice(last + 1, last + 3)))) return true
  }
  return false
}

/** Two places are enough for any sign. */
const ENDS_IN_WORD = /[\p{L}\p{N}/]$/u
const BEGINS_WITH_WORD = /^[\p{L}\p{N}/]/u

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
