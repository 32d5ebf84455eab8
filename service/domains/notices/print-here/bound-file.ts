import { PDFDocument } from 'pdf-lib'

/** What is printed one after the other: a cover sheet and the letters below it, each a PDF of its own. */
export interface Pile {
  readonly cover: Uint8Array
  readonly letters: readonly Uint8Array[]
}

/**
 * One PDF of all piles in their order. Printed on both sides, whatever has an odd number of pages gets an empty one behind it,
 * so that the next begins on a sheet of its own.
 */
export async function boundFile(piles: readonly Pile[], isDuplex: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  for (const { cover, letters } of piles) for (const part of [cover, ...letters]) await append(file, part, isDuplex)
  return file.save()
}

async function append(file: PDFDocument, part: Uint8Array, isDuplex: boolean): Promise<void> {
  const read = await PDFDocument.load(part, { updateMetadata: false })
  const pages = await file.copyPages(read, read.getPageIndices())
  for (const page of pages) file.addPage(page)
  const last = pages.at(-1)
  if (isDuplex && last && pages.length % 2 === 1) file.addPage([last.getWidth(), last.getHeight()])
}
