import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { LIMITS } from './limits.ts'

/** The parts of a workbook by their path, as far as a table needs them. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** Why a file is not read as a workbook. */
export type PartsProblem = 'no-workbook' | 'too-large'

const WANTED = /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i

/** Unpacks what a table needs, and nothing that claims to be larger than any table. */
export function partsOf(bytes: Uint8Array): Parts | PartsProblem {
  let left: number = LIMITS.unpackedBytes
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => WANTED.test(name.replace(/^\//, '')) && (left -= originalSize) >= 0 })
    if (left < 0) return 'too-large'
    const parts = new Map(Object.entries(files).map(([name, content]) => [name.replace(/^\//, ''), content]))
    return parts.has('xl/workbook.xml') ? parts : 'no-workbook'
  } catch {
    return 'no-workbook'
  }
}

/** What whoever walks through XML is told, by names without prefix. */
export interface Walker {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  /** Answers true once it has seen enough. */
  readonly close?: (name: string) => boolean | void
}

const PIECE_BYTES = 256 * 1024

/** Walks through one part piece by piece; false where it is no XML. */
export function walk(content: Uint8Array, { open, text, close }: Walker): boolean {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let isWell = true
  let isOver = false
  parser.on('error', () => { isWell = false })
  if (open) parser.on('opentag', ({ name, attributes }) => { if (!isOver) open(localName(name), attributes) })
  if (text) parser.on('text', found => { if (!isOver) text(found) })
  if (close) parser.on('closetag', ({ name }) => { if (!isOver && close(localName(name)) === true) isOver = true })
  const decoder = new TextDecoder()
  for (let at = 0; at < content.length && isWell && !isOver; at += PIECE_BYTES)
    parser.write(decoder.decode(content.subarray(at, at + PIECE_BYTES), { stream: true }))
  if (!isOver && isWell) parser.close()
  return isWell
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
