import type { Encoding, EncodingReason } from '../../../../../shared/domains/notices/import/table.ts'
import { GARBLED } from '../../../../../shared/domains/notices/import/letters.ts'
import { decodeCp850 } from './cp850.ts'

/** A text with how it was read, and what that was known by. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  readonly why: EncodingReason
}

/** Reads the bytes of a text in the encoding that a person chose; what does not belong to it becomes a mark. */
export const decodedAs = (bytes: Uint8Array, encoding: Encoding): DecodedText => ({ text: READERS[encoding](bytes), encoding, why: 'chosen' })

/** Reads the bytes of a text in whatever encoding German offices save their tables, by evidence; null for what is no text at all. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = byMark(bytes)
  if (marked) return marked
  if (bytes.includes(0)) return byZeros(bytes)
  const utf8 = validUtf8(bytes)
  if (utf8 === null) return notUtf8(bytes)
  if (utf8.length === bytes.length) return { text: utf8, encoding: 'utf-8', why: 'plain' }
  const mended = withoutSecondEncoding(utf8)
  return mended === utf8 ? { text: utf8, encoding: 'utf-8', why: 'valid' } : { text: mended, encoding: 'utf-8-twice', why: 'umlauts' }
}

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

const READERS: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  'utf-8': bytes => decode('utf-8', bytes), 'utf-8-twice': bytes => withoutSecondEncoding(decode('utf-8', bytes)), 'windows-1252': bytes => decode('windows-1252', bytes), cp850: decodeCp850,
  'utf-16le': bytes => decode('utf-16le', bytes), 'utf-16be': bytes => decode('utf-16be', bytes),
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = decode('utf-8', bytes)
    const mended = withoutSecondEncoding(text)
    return mended === text ? { text, encoding: 'utf-8', why: 'mark' } : { text: mended, encoding: 'utf-8-twice', why: 'umlauts' }
  }
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'utf-16le', why: 'mark' }
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), encoding: 'utf-16be', why: 'mark' }
  return null
}

/** In UTF-16 nearly every second byte of a German text is zero; in other texts none is. */
function byZeros(bytes: Uint8Array): DecodedText | null {
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = bytes.length / 2
  const encoding = odd > most * 0.7 && even < most * 0.1 ? 'utf-16le' : even > most * 0.7 && odd < most * 0.1 ? 'utf-16be' : null
  return encoding && { text: decode(encoding, bytes), encoding, why: 'zeros' }
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function notUtf8(bytes: Uint8Array): DecodedText {
  const scores = umlautScores(bytes)
  // A few broken bytes among many letters of UTF-8: what is broken is marked in its cell, the rest is right.
  if (scores.utf8 > 2 * Math.max(scores.windows, scores.dos)) return { text: decode('utf-8', bytes), encoding: 'utf-8', why: 'broken' }
  if (scores.dos > scores.windows) return { text: decodeCp850(bytes), encoding: 'cp850', why: 'umlauts' }
  return { text: decode('windows-1252', bytes), encoding: 'windows-1252', why: scores.windows > 0 ? 'umlauts' : 'usual' }
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

/** ä ö ü, Ä Ö Ü, ß in each encoding. */
const WINDOWS_UMLAUTS = new Set([0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf])
const DOS_SMALL = new Set([0x84, 0x94, 0x81])
const DOS_LARGE = new Set([0x8e, 0x99, 0x9a])
const DOS_SHARP_S = 0xe1

/**
 * How many bytes are umlauts in each reading. Those of DOS are quotation marks and Czech letters in Windows-1252, so they count
 * only where these do not stand: small ones within words, large ones before letters, ß behind vowels.
 */
function umlautScores(bytes: Uint8Array): { readonly windows: number; readonly dos: number; readonly utf8: number } {
  const scores = { windows: 0, dos: 0, utf8: 0 }
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    const [before, next] = [bytes[index - 1], bytes[index + 1]]
    if (byte === 0xc3 && next !== undefined && next >= 0x80 && next < 0xc0) scores.utf8++
    else if (WINDOWS_UMLAUTS.has(byte) && (isLetter(before) || isLetter(next))) scores.windows++
    else if (DOS_SMALL.has(byte) && isLetter(before) && isLetter(next)) scores.dos++
    else if (DOS_LARGE.has(byte) && isLetter(next)) scores.dos++
    else if (byte === DOS_SHARP_S && isVowelBefore(before)) scores.dos++
  }
  return scores
}

const isVowelBefore = (byte: number | undefined): boolean => byte !== undefined && ('aeiouAEIOU'.includes(String.fromCharCode(byte)) || DOS_SMALL.has(byte))

/** Where Windows-1252 has other letters than Unicode has at the same number: from 0x80 to 0x9F. */
const WINDOWS_OWN = new Map(Array.from(decode('windows-1252', Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)), (letter, index) => [letter, 0x80 + index]))

/** The text before a program took its UTF-8 for Windows-1252, line by line; lines that were not treated so stay as they are. */
const withoutSecondEncoding = (text: string): string => (GARBLED.test(text) ? text.split('\n').map(onceDecoded).join('\n') : text)

function onceDecoded(line: string): string {
  if (!GARBLED.test(line)) return line
  const bytes = Array.from(line, letter => WINDOWS_OWN.get(letter) ?? letter.codePointAt(0) ?? 0)
  return bytes.some(byte => byte > 0xff) ? line : (validUtf8(Uint8Array.from(bytes)) ?? line)
}
