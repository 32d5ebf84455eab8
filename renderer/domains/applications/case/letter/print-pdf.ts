import { openPages } from '../files/use-pages.ts'
import type { OpenedPages, PageSource } from '../files/page-source.ts'

type Printed = { readonly ok: true } | { readonly ok: false; readonly code: Extract<OpenedPages, { readonly ok: false }>['code'] }

/** Pixels per point: 200 to the inch. */
const SCALE = 200 / 72

/** Prints a PDF by the system's own dialog: its pages, and nothing else of the screen. */
export async function printPdf(content: Uint8Array<ArrayBuffer>): Promise<Printed> {
  const opened = await openPages(content, 'application/pdf')
  if (!opened.ok) return { ok: false, code: opened.code }
  const sheet = document.createElement('div')
  sheet.className = 'print-pages'
  sheet.setAttribute('aria-hidden', 'true')
  try {
    sheet.append(...(await drawnPages(opened.source)))
    document.body.append(sheet)
    window.print()
    return { ok: true }
  } finally {
    sheet.remove()
    opened.source.close()
  }
}

/** One after the other: a long letter is not drawn all at once. */
async function drawnPages(source: PageSource): Promise<readonly HTMLCanvasElement[]> {
  const pages: HTMLCanvasElement[] = []
  for (let page = 1; page <= source.pageCount; page++) {
    const canvas = document.createElement('canvas')
    await source.draw(page, canvas, { scale: SCALE, rotation: 0 })
    pages.push(canvas)
  }
  return pages
}
