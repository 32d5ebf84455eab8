/** How the letters of a file are kept. `utf-8-twice`: made of UTF-8 that some program had taken for Windows-1252. */
export const ENCODINGS = ['utf-8', 'utf-8-twice', 'windows-1252', 'cp850', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What an encoding was known by. `plain`: the file holds nothing that could be read in two ways. `chosen`: a person said so. */
export const ENCODING_REASONS = ['chosen', 'mark', 'plain', 'valid', 'umlauts', 'broken', 'zeros', 'usual'] as const
export type EncodingReason = (typeof ENCODING_REASONS)[number]

export const SEPARATORS = [';', ',', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** How a file is to be read; null for what it shows by itself. Of text tables the first two, of workbooks the sheet. */
export interface Reading {
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  readonly sheet: string | null
}

export const AS_FOUND: Reading = { encoding: null, separator: null, sheet: null }

/** A row as it stands in the file. */
export interface TableRow {
  /** As an editor or a spreadsheet counts it, from 1; a row of several lines has its first. */
  readonly line: number
  readonly cells: readonly string[]
  /** Cells whose value was calculated, or should have been; the latter and those that a spreadsheet spoilt with why. */
  readonly marks: readonly CellMark[]
}

/**
 * `formula`: the value is what the spreadsheet calculated last. `no-value`: a formula whose value nobody kept. `error`: `#REF!` and
 * the like. `digits-lost`: a number so long that a spreadsheet forgot its end. `day`: kept as a day of the calendar.
 */
export interface CellMark {
  readonly column: number
  readonly kind: 'formula' | 'no-value' | 'error' | 'digits-lost' | 'day'
}

/** What a file was: how it was read, and what is strange about it as a whole. */
export type TableSource =
  | {
    readonly kind: 'csv'
    readonly encoding: Encoding
    readonly why: EncodingReason
    readonly separator: Separator
    readonly blankLines: number
  }
  | {
    readonly kind: 'xlsx'
    readonly sheets: readonly string[]
    readonly sheet: string
    /** Rows that a filter or a person hid; they are read like all others. */
    readonly hiddenLines: readonly number[]
  }

/** A table that was read: its headings, and the rows below them that hold anything. */
export interface ReadTable {
  readonly source: TableSource
  readonly headings: readonly string[]
  /** Lines above the headings that hold anything: a title, a day. They are not read. */
  readonly aboveLines: readonly number[]
  /** Rows with cells where no heading is, or, in text tables, with fewer cells than headings. */
  readonly raggedLines: readonly number[]
  readonly rows: readonly TableRow[]
}
