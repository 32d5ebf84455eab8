import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text and where it stands on its page, in millimetres from the upper left. */
export interface PlacedText {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface ReadPdf {
  readonly pages: number
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  /** Roles of the structure, `H1`, `P`, `Figure`, in reading order. */
  readonly roles: readonly string[]
  readonly alternatives: readonly string[]
  readonly texts: readonly PlacedText[]
  /** Metadata as XML: which standard the file keeps. */
  readonly metadata: string
}

const MM = 25.4 / 72
const A4_HEIGHT = 841.89

/** What somebody else's program finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  try {
    return await read(document)
  } finally {
    await task.destroy()
  }
}

async function read(document: PDFDocumentProxy): Promise<ReadPdf> {
  const { info, metadata } = await document.getMetadata()
  const known = info as Readonly<Record<string, unknown>>
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const trees = await Promise.all(numbers.map(async number => (await document.getPage(number)).getStructTree()))
  const nodes = trees.flatMap(tree => (tree ? nodesOf(tree as StructNode) : []))
  return {
    pages: document.numPages,
    title: textOf(known['Title']),
    language: textOf(known['Language']),
    isTagged: markOf(await document.getMarkInfo()) === true,
    roles: nodes.map(({ role }) => role ?? '').filter(Boolean),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    texts: (await Promise.all(numbers.map(number => textsOn(document, number)))).flat(),
    metadata: metadata?.getRaw() ?? '',
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A map, whatever the types say. */
const markOf = (info: unknown): unknown => (info instanceof Map ? (info as ReadonlyMap<string, unknown>).get('Marked') : undefined)

interface StructNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

const nodesOf = (node: StructNode): readonly StructNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

async function textsOn(document: PDFDocumentProxy, page: number): Promise<readonly PlacedText[]> {
  const { items } = await (await document.getPage(page)).getTextContent()
  return items.flatMap(item =>
    'str' in item && item.str.trim() ? [{ page, text: item.str, x: Number(item.transform[4]) * MM, y: (A4_HEIGHT - Number(item.transform[5])) * MM }] : [])
}
