import * as z from 'zod'
import { sha256Hex } from '../../canonical.ts'
import { bytesOfBase64 } from '../../formats/base64.ts'
import { pictureHead } from '../../formats/picture-head.ts'
import type { Facsimile, Letterhead } from '../staff/tables.ts'

/** What the picture of a signature may be at most: bytes of the file, and pixels. */
export const FACSIMILE_LIMITS = { bytes: 200 * 1024, width: 1_200, height: 400 } as const

/** A picture in base64 as it travels, not yet judged. */
export const FacsimilePicture = z.base64().max(Math.ceil(FACSIMILE_LIMITS.bytes / 3) * 4)

/** As it is named in a letterhead, or undefined for what is no picture as letters need it: PNG or JPEG, of these limits, with nothing shining through. */
export function facsimileOf(bytes: Uint8Array): Facsimile | undefined {
  const { bytes: most, width, height } = FACSIMILE_LIMITS
  const head = bytes.length <= most ? pictureHead(bytes) : undefined
  if (!head?.isOpaque || head.width > width || head.height > height) return undefined
  return { sha256: sha256Hex(bytes), kind: head.kind, width: head.width, height: head.height }
}

/** The same for a picture in base64. */
export const facsimileOfBase64 = (picture: string): Facsimile | undefined => facsimileOf(bytesOfBase64(picture))

/** What whoever cannot see it is told: `Unterschrift Andrea Musterfrau`. */
export const facsimileWords = ({ signatory }: Pick<Letterhead, 'signatory'>): string => `Unterschrift ${signatory.split(',')[0]?.trim() ?? ''}`.trim()
