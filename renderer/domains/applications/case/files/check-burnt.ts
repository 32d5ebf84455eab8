import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { turned } from './area.ts'
import { openPdf } from './pdf-source.ts'
import type { PageSource, Rotation } from './page-source.ts'

/**
 * Reads a redacted file as anybody could who gets it: as many pages as before, not one word that can be selected, and
 * every box black to its edges.
 */
export async function isBurnt(content: Uint8Array, pageCount: number, areas: readonly PageArea[], rotation: Rotation): Promise<boolean> {
  const opened = await openPdf(content)
  if (!opened.ok) return false
  try {
    if (opened.source.pageCount !== pageCount) return false
    for (let page = 1; page <= pageCount; page++) {
      if ((await opened.source.words(page)) !== '') return false
      const boxes = areas.filter(area => area.page === page).map(area => turned(area, rotation))
      if (boxes.length > 0 && !(await areBlack(opened.source, page, boxes))) return false
    }
    return true
  } finally {
    opened.source.close()
  }
}

/** What JPEG makes of black at most. */
const DARKEST_GREY = 60
/** Pixels at the edge of a box hold some of what lies beside it. */
const EDGE = 2

async function areBlack(source: PageSource, page: number, boxes: readonly PageArea[]): Promise<boolean> {
  const canvas = document.createElement('canvas')
  await source.draw(page, canvas, { scale: 2, rotation: 0 })
  const context = canvas.getContext('2d')
  return context !== null && boxes.every(({ left, top, width, height }) => {
    const [x, y] = [Math.ceil(left * canvas.width) + EDGE, Math.ceil(top * canvas.height) + EDGE]
    const [across, down] = [Math.floor(width * canvas.width) - 2 * EDGE, Math.floor(height * canvas.height) - 2 * EDGE]
    if (across < 1 || down < 1) return true
    return context.getImageData(x, y, across, down).data.every((value, index) => index % 4 === 3 || value <= DARKEST_GREY)
  })
}
