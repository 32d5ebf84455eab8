import { FACSIMILE_LIMITS, facsimileOf } from '../../../shared/domains/letters/facsimile.ts'
import type { Facsimile } from '../../../shared/domains/staff/tables.ts'
import { toBase64 } from '../../ui/bytes.ts'

/** How much of a picture is kept in its file, tried one after the other until it is small enough. */
const QUALITIES = [0.92, 0.75, 0.5] as const

/** A picture as letters need it: on white, of the size that is allowed, without anything else that stood in its file. Undefined for what is no picture. */
export async function pictureFrom(file: Blob): Promise<{ readonly facsimile: Facsimile; readonly picture: string } | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return undefined
  const canvas = onWhite(bitmap)
  bitmap.close()
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
    const bytes = blob && new Uint8Array(await blob.arrayBuffer())
    const facsimile = bytes ? facsimileOf(bytes) : undefined
    if (bytes && facsimile) return { facsimile, picture: toBase64(bytes) }
  }
  return undefined
}

function onWhite(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, FACSIMILE_LIMITS.width / bitmap.width, FACSIMILE_LIMITS.height / bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(bitmap.width * scale))
  canvas.height = Math.max(1, Math.floor(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws nothing')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}
