import { strToU8, zipSync } from 'fflate'

/** Text in Windows-1252, as Excel saves "CSV (Trennzeichen-getrennt)". */
export const windows1252 = (text: string): Uint8Array => encoded(text, { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 })

/** Text as DOS programs wrote it. */
export const cp850 = (text: string): Uint8Array => encoded(text, { ä: 0x84, ö: 0x94, ü: 0x81, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, ß: 0xe1, é: 0x82 })

export const utf8 = (text: string): Uint8Array => strToU8(text)

export const utf16 = (text: string, isLittle: boolean, isMarked = true): Uint8Array => {
  const marked = isMarked ? `\u{FEFF}${text}` : text
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index++) view.setUint16(index * 2, marked.charCodeAt(index), isLittle)
  return new Uint8Array(view.buffer)
}

const encoded = (text: string, own: Readonly<Record<string, number>>): Uint8Array => Uint8Array.from(text, letter => own[letter] ?? letter.charCodeAt(0))

interface BookParts {
  readonly sheets: readonly { readonly name: string; readonly rows: string; readonly state?: string }[]
  readonly words?: string
  readonly styles?: string
  readonly startsIn1904?: boolean
}

/** A workbook from the XML of its rows. */
export function aWorkbook({ sheets, words, styles, startsIn1904 = false }: BookParts): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(`<?xml version="1.0"?><workbook ${main} ${relation}><workbookPr date1904="${Number(startsIn1904)}"/><sheets>${sheets.map(({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`),
    ...Object.fromEntries(sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`)])),
    ...(words === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(`<sst ${main}>${words}</sst>`) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(`<styleSheet ${main}>${styles}</styleSheet>`) }),
  })
}

/** A cell with a text of its own. */
export const textCell = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
