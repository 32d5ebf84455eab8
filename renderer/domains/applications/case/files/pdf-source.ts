import { getDocument, PDFWorker, TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist'
import type { Drawing, OpenedPages, PageSize, PageSource } from './page-source.ts'

/** Fonts, character maps and decoders that the build lays beside the screens. */
const partsAt = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href

/**
 * Opens a PDF without running anything in it: no scripts, no forms that compute, no WebAssembly, which the page's policy
 * forbids like any other code from a string.
 */
export async function openPdf(content: Uint8Array): Promise<OpenedPages> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    // A copy: the worker takes what it is given.
    data: content.slice(), worker, enableXfa: false, verbosity: 0,
    useWasm: false, wasmUrl: partsAt('wasm'), cMapUrl: partsAt('cmaps'), standardFontDataUrl: partsAt('standard_fonts'),
  })
  const close = (): void => {
    void task.destroy().catch(() => undefined).finally(() => {
      worker.destroy()
      port.terminate()
    })
  }
  try {
    const pdf = await task.promise
    return { ok: true, source: sourceOf(pdf, sizeOf(await pdf.getPage(1)), close) }
  } catch (error) {
    close()
    return { ok: false, code: error instanceof Error && error.name === 'PasswordException' ? 'files/protected' : 'files/broken' }
  }
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

const sourceOf = (pdf: PDFDocumentProxy, firstSize: PageSize, close: () => void): PageSource => ({
  pageCount: pdf.numPages,
  firstSize,
  size: async page => sizeOf(await pdf.getPage(page)),
  draw: async (page, canvas, drawing) => drawOn(canvas, await pdf.getPage(page), drawing),
  layWords: async (page, container, drawing) => layWords(container, await pdf.getPage(page), drawing),
  words: async page => {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    return items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [item.str] : [])).join(' ')
  },
  close,
})

/** A page's own turn, as it lies in the file, and the one asked for. */
const viewportOf = (page: PDFPageProxy, { scale, rotation }: Drawing) => page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 })

async function drawOn(canvas: HTMLCanvasElement, page: PDFPageProxy, drawing: Drawing): Promise<void> {
  if (drawing.signal?.aborted) return
  const viewport = viewportOf(page, drawing)
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const rendering = page.render({ canvas, viewport })
  const stop = (): void => rendering.cancel()
  drawing.signal?.addEventListener('abort', stop)
  try {
    await rendering.promise
  } catch (error) {
    if (!drawing.signal?.aborted) throw error
  } finally {
    drawing.signal?.removeEventListener('abort', stop)
  }
}

async function layWords(container: HTMLElement, page: PDFPageProxy, drawing: Drawing): Promise<void> {
  container.replaceChildren()
  container.style.setProperty('--total-scale-factor', String(drawing.scale))
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: viewportOf(page, drawing) })
  const stop = (): void => layer.cancel()
  drawing.signal?.addEventListener('abort', stop)
  try {
    await layer.render()
  } catch (error) {
    if (!drawing.signal?.aborted) throw error
  } finally {
    drawing.signal?.removeEventListener('abort', stop)
  }
}
