import { walk, type Parts } from './xlsx-parts.ts'

/** What cells refer to, and the sheets of a workbook in their order. */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly content: Uint8Array }[]
  readonly words: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly startsIn1904: boolean
}

/** How a number is shown, as far as that says what it is. `zeros`: filled up with zeros to so many digits, as postal codes are. */
export type CellFormat = { readonly kind: 'plain' } | { readonly kind: 'day' } | { readonly kind: 'zeros'; readonly digits: number }

/** Null where a part of it cannot be read. */
export function bookIn(parts: Parts): Book | null {
  const targets = targetsIn(parts.get('xl/_rels/workbook.xml.rels'))
  const described = describedSheets(parts.get('xl/workbook.xml'))
  const words = wordsIn(parts.get('xl/sharedStrings.xml'))
  const formats = formatsIn(parts.get('xl/styles.xml'))
  if (!targets || !described || !words || !formats) return null
  const sheets = described.sheets.flatMap(({ name, relation }) => {
    const content = parts.get(targets.get(relation) ?? '')
    return content ? [{ name, content }] : []
  })
  return { sheets, words, formats, startsIn1904: described.startsIn1904 }
}

/** Where each relation leads, `rId1` → `xl/worksheets/sheet1.xml`. */
function targetsIn(part: Uint8Array | undefined): ReadonlyMap<string, string> | null {
  const targets = new Map<string, string>()
  const isRead = part && walk(part, { open: (name, { Id = '', Target = '' }) => {
    if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  } })
  return isRead ? targets : null
}

function describedSheets(part: Uint8Array | undefined) {
  const sheets: { readonly name: string; readonly relation: string }[] = []
  let startsIn1904 = false
  const isRead = part && walk(part, { open: (name, attributes) => {
    if (name === 'workbookPr') startsIn1904 = isTrue(attributes['date1904'])
    // What is hidden is nobody's list, but help for one.
    if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) })
  } })
  return isRead ? { sheets, startsIn1904 } : null
}

/** As XML Schema writes what is so. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** `r:id`, whatever the prefix of its namespace is called. */
const relationOf = (attributes: Readonly<Record<string, string>>): string => Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** Texts that cells name by number; the parts of one that are written in different ways joined, without the readings of East Asian ones. */
function wordsIn(part: Uint8Array | undefined): readonly string[] | null {
  if (!part) return []
  const words: string[] = []
  let word = ''
  let isText = false
  let isReading = false
  const isRead = walk(part, {
    open: name => {
      if (name === 'si') word = ''
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text: text => { if (isText) word += text },
    close: name => {
      if (name === 'si') words.push(unescaped(word))
      if (name === 'rPh') isReading = false
      isText = false
    },
  })
  return isRead ? words : null
}

/** Letters that XML cannot hold stand as `_x000D_` in workbooks. */
export const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Formats that need no description, of days alone: those of times say no day. */
const KNOWN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36])

function formatsIn(part: Uint8Array | undefined): readonly CellFormat[] | null {
  if (!part) return []
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let isInCells = false
  const isRead = walk(part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) formats.push(formatOf(Number(numFmtId), codes))
    },
    close: name => { if (name === 'cellXfs') isInCells = false },
  })
  return isRead ? formats : null
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = (codes.get(id) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? ''
  if (/^0{2,}$/.test(code)) return { kind: 'zeros', digits: code.length }
  const isNamed = /^(?:general|standard)$/i.test(code)
  return KNOWN_DAYS.has(id) || (!isNamed && /[dy]/i.test(code)) ? { kind: 'day' } : { kind: 'plain' }
}
