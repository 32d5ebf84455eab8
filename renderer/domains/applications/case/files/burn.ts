import { PDFDocument } from 'pdf-lib'
import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { turned } from './area.ts'
import { turnedSize, type PageSource, type Rotation } from './page-source.ts'

export interface Burning {
  /** Blackened for good. */
  readonly areas: readonly PageArea[]
  readonly rotation: Rotation
  /** Told after each page. */
  readonly onPage?: (page: number) => void
  readonly signal?: AbortSignal
}

/** Sharp enough for print and for text recognition, as offices scan. */
const PIXELS_PER_POINT = 200 / 72
/** Only plans are larger; they get fewer pixels per inch. */
const MOST_PIXELS = 40_000_000
const QUALITY = 0.85

/**
 * A new PDF of pictures alone: every page is drawn as it is seen, its areas are painted black, and only the pixels go on.
 * No words, no layers, no attachments, no properties of the old file come along.
 */
export async function burn(source: PageSource, { areas, rotation, onPage, signal }: Burning): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const canvas = document.createElement('canvas')
  for (let page = 1; page <= source.pageCount; page++) {
    signal?.throwIfAborted()
    const size = turnedSize(await source.size(page), rotation)
    const scale = Math.min(PIXELS_PER_POINT, Math.sqrt(MOST_PIXELS / (size.width * size.height)))
    await source.draw(page, canvas, { scale, rotation })
    blacken(canvas, areas.filter(area => area.page === page).map(area => turned(area, rotation)))
    const picture = await pdf.embedJpg(await jpegOf(canvas))
    pdf.addPage([size.width, size.height]).drawImage(picture, { x: 0, y: 0, ...size })
    onPage?.(page)
  }
  return new Uint8Array(await pdf.save())
}

/** Outwards to whole pixels, so that no edge of a letter is left. */
function blacken(canvas: HTMLCanvasElement, areas: readonly PageArea[]): void {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no picture can be drawn here')
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = '#000'
  for (const { left, top, width, height } of areas) {
    const [x, y] = [Math.floor(left * canvas.width), Math.floor(top * canvas.height)]
    context.fillRect(x, y, Math.ceil((left + width) * canvas.width) - x, Math.ceil((top + height) * canvas.height) - y)
  }
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!blob) throw new Error('the page could not be kept as a picture')
  return blob.arrayBuffer()
}
