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
    for (let page = 1; page <= opened.source.pageCount; page++) sheet.append(await pictureOf(opened.source, page))
    document.body.append(sheet)
    window.print()
    return { ok: true }
  } finally {
    sheet.remove()
    for (const { src } of sheet.querySelectorAll('img')) URL.revokeObjectURL(src)
    opened.source.close()
  }
}

/** A page as a compressed picture: drawn, each takes fifteen megabytes, and a session has hundreds of them. */
async function pictureOf(source: PageSource, page: number): Promise<HTMLImageElement> {
  const canvas = document.createElement('canvas')
  await source.draw(page, canvas, { scale: SCALE, rotation: 0 })
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve))
  if (!blob) throw new Error('a page could not be kept as a picture')
  const image = new Image()
  image.alt = ''
  image.src = URL.createObjectURL(blob)
  await image.decode()
  return image
}
