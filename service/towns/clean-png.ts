import { pictureHead } from '../../shared/formats/picture-head.ts'

/** What a picture is drawn with; the rest says who made it, where and with what. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const HEAD_BYTES = 8
/** Length, name and check of a piece. */
const FRAME_BYTES = 12
const MOST_PIXELS_A_SIDE = 2_000

/** The same picture without what is told about it; null for what is no PNG, cut off, or larger than a crest is anywhere shown. */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const head = pictureHead(bytes)
  if (head?.kind !== 'png' || Math.max(head.width, head.height) > MOST_PIXELS_A_SIDE) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = [bytes.subarray(0, HEAD_BYTES)]
  for (let at = HEAD_BYTES; at + FRAME_BYTES <= bytes.length;) {
    const length = view.getUint32(at) + FRAME_BYTES
    const name = String.fromCodePoint(...bytes.subarray(at + 4, at + 8))
    if (KEPT.has(name)) pieces.push(bytes.subarray(at, at + length))
    if (name === 'IEND') return Buffer.concat(pieces)
    at += length
  }
  return null
}
