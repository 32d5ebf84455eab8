import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as z from 'zod'
import { drawnBy, type FontReach } from './drawn.ts'
import type { ReadLetter, ReadPage } from './sheets.ts'

/** A font as pdf.js tells of it; its box is that of all its signs in the file, in thousandths of its size. */
const Font = z.object({ name: z.string().optional(), missingFile: z.boolean().optional(), bbox: z.array(z.number()).length(4).optional() })
type Font = z.infer<typeof Font>

/** Where a font says nothing of its signs: more than any letter needs. */
const WIDEST: FontReach = { below: -0.3, above: 1.1 }

/** Reads a finished letter back. Rejects for what is no PDF. */
export async function readLetter(pdf: Uint8Array): Promise<ReadLetter> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, fontExtraProperties: true, verbosity: 0 })
  try {
    return await readDocument(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<ReadLetter> {
  const fonts = new Map<string, Font>()
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number), fonts))
  const { metadata } = await document.getMetadata()
  return {
    pages,
    missingFonts: [...fonts.values()].filter(({ missingFile }) => missingFile !== false).map(({ name }) => name ?? ''),
    metadata: metadata?.getRaw() ?? '',
  }
}

async function readPage(page: PDFPageProxy, fonts: Map<string, Font>): Promise<ReadPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const operators = await page.getOperatorList()
  const reachOf = (id: string): FontReach => {
    const font = fonts.get(id) ?? Font.parse(page.commonObjs.get(id))
    fonts.set(id, font)
    const [, low, , high] = font.bbox ?? []
    return low === undefined || high === undefined || high <= low ? WIDEST : { below: low / 1000, above: high / 1000 }
  }
  const drawn = drawnBy(operators, reachOf, top)
  return { width: right - left, height: top - bottom, ...drawn, isStrange: drawn.isStrange || left !== 0 || bottom !== 0 }
}
