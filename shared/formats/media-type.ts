import { ALLOWED_MEDIA_TYPES } from '../wire/streams.ts'
import { isPlainText } from './plain-text.ts'

export type MediaType = (typeof ALLOWED_MEDIA_TYPES)[number]

const EXTENSIONS: Readonly<Record<MediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'text/plain': ['txt'],
}

export const isMediaType = (type: string): type is MediaType => (ALLOWED_MEDIA_TYPES as readonly string[]).includes(type)

/** Whether a file of this name may be opened as this type: a name that ends in `.exe` never. */
export const hasExtensionOf = (filename: string, type: MediaType): boolean =>
  EXTENSIONS[type].some(extension => filename.toLowerCase().endsWith(`.${extension}`))

/** A name under which a file of this type may be kept. */
export const withExtensionOf = (filename: string, type: MediaType): string => (hasExtensionOf(filename, type) ? filename : `${filename}.${EXTENSIONS[type][0] ?? ''}`)

/** What the bytes are, judged by their first ones; null when they are nothing that may be attached. */
export function sniff(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf'
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) return 'image/webp'
  if (startsWith(bytes, [...ascii('II'), 42, 0]) || startsWith(bytes, [...ascii('MM'), 0, 42])) return 'image/tiff'
  return isPlainText(bytes) ? 'text/plain' : null
}

const ascii = (text: string): readonly number[] => Array.from(text, letter => letter.charCodeAt(0))

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  bytes.length >= first.length && first.every((value, index) => bytes[index] === value)
