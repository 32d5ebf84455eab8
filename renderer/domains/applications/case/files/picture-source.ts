import { turnedSize, type Drawing, type OpenedPages, type PageSize } from './page-source.ts'

/** Pictures from cameras and scanners rarely say how large they are on paper; this many pixels are taken for an inch. */
const PIXELS_PER_INCH = 150
const POINTS_PER_PIXEL = 72 / PIXELS_PER_INCH

/** Opens a picture as a single page, upright as its camera says. */
export async function openPicture(blob: Blob): Promise<OpenedPages> {
  try {
    const picture = await createImageBitmap(blob)
    const size: PageSize = { width: picture.width * POINTS_PER_PIXEL, height: picture.height * POINTS_PER_PIXEL }
    return {
      ok: true,
      source: {
        pageCount: 1,
        firstSize: size,
        size: async () => size,
        draw: async (_, canvas, drawing) => drawOn(canvas, picture, size, drawing),
        layWords: async () => undefined,
        words: async () => '',
        close: () => picture.close(),
      },
    }
  } catch {
    return { ok: false, code: 'files/broken' }
  }
}

function drawOn(canvas: HTMLCanvasElement, picture: ImageBitmap, size: PageSize, { scale, rotation, signal }: Drawing): void {
  // A picture that was closed meanwhile has no pixels any more.
  if (signal?.aborted || picture.width === 0) return
  const turned = turnedSize(size, rotation)
  canvas.width = Math.max(1, Math.round(turned.width * scale))
  canvas.height = Math.max(1, Math.round(turned.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((rotation * Math.PI) / 180)
  const [width, height] = [size.width * scale, size.height * scale]
  context.drawImage(picture, -width / 2, -height / 2, width, height)
}
