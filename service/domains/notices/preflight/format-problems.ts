import type { ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { PostZones } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'
import { sheetsOf } from '../../../../shared/domains/notices/price.ts'
import { problem, problemIf } from './problem.ts'
import type { ReadLetter, ReadPage } from './sheets.ts'

/** What keeps anybody from reading a file, wherever it goes. */
export const fileProblems = ({ pages, missingFonts }: ReadLetter): readonly LetterProblem[] => [
  ...missingFonts.map(font => problem('font-missing', 1, font)),
  ...pages.flatMap(({ glyphs, isStrange }, index) => [
    ...problemIf(isStrange, 'unreadable', index + 1, ''),
    ...problemIf(glyphs.some(({ text }) => NO_SIGN.test(text)), 'sign-missing', index + 1, ''),
  ]),
]

/** What is wrong for a print centre with the file and its pages, whatever they say. */
export function formatProblems({ pages, metadata }: ReadLetter, pdf: Uint8Array, { isDuplex }: ExpectedLetter, zones: PostZones): readonly LetterProblem[] {
  const sheets = sheetsOf(pages.length, isDuplex)
  return [
    ...problemIf(pages.length > zones.mostPages || sheets > zones.mostSheets, 'too-many-pages', pages.length, String(pages.length)),
    ...problemIf(pdf.byteLength > zones.mostBytes, 'too-large', 1, String(pdf.byteLength)),
    ...problemIf(!isArchivable(metadata, pdf), 'not-archivable', 1, ''),
    ...pages.flatMap((page, index) => pageProblems(page, index + 1, zones)),
  ]
}

/** A print centre compares the figures as they are written, in thousandths of a point. */
const EXACTLY = 0.0001

/** What a file says of a sign that its font does not have: printed it is an empty box. */
const NO_SIGN = /[\u{0}\u{FFFD}]/u

function pageProblems({ width, height, glyphs, marks }: ReadPage, number: number, zones: PostZones): readonly LetterProblem[] {
  const isFormat = Math.abs(width - zones.page.width) < EXACTLY && Math.abs(height - zones.page.height) < EXACTLY
  const atEdge = glyphs.filter(({ box }) => box.x < zones.unprintable).map(({ text }) => text).join('')
  return [
    ...problemIf(!isFormat, 'page-format', number, `${width} × ${height}`),
    ...problemIf(atEdge !== '' || marks.some(box => box.x < zones.unprintable), 'edge-not-empty', number, atEdge),
  ]
}

/** By what the file says of itself (PDF/A-1b) and the colours it brings; whoever wrote it has seen to the rest. */
function isArchivable(metadata: string, pdf: Uint8Array): boolean {
  const raw = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  return metadata.includes('<pdfaid:part>1</pdfaid:part>') && metadata.includes('<pdfaid:conformance>B</pdfaid:conformance>') && raw.includes('/OutputIntents') && raw.includes('%PDF-1.4')
}
