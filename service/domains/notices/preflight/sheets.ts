import type { Box } from '../../../../shared/domains/letters/sheet.ts'

/** A sign on a page: what it says, the box of its ink at most, and the line it stands on. */
export interface Glyph {
  readonly text: string
  readonly box: Box
  /** Millimetres from the upper edge. */
  readonly baseline: number
}

/** A page as somebody else's program reads it. */
export interface ReadPage {
  /** In points. */
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Boxes of what is drawn or pictured. */
  readonly marks: readonly Box[]
  /** What it says, in the order of the file; pieces that do not follow each other in one line are parted by blanks. */
  readonly text: string
  /** Whether something is drawn that this program does not know. */
  readonly isStrange: boolean
}

export interface ReadLetter {
  readonly pages: readonly ReadPage[]
  /** Fonts that do not lie in the file. */
  readonly missingFonts: readonly string[]
  /** Metadata as XML: which standard the file keeps. */
  readonly metadata: string
}
