/** A piece of a line: plain, emphasised, or a link to another page of help. */
export type Piece =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Piece[])[] }

/** A page of help as it is read: its heading, and what stands below it. */
interface HelpPage {
  readonly title: string
  readonly blocks: readonly Block[]
}

const PIECE = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(help:([\w-]+)\)/g
const ITEM = /^(?:- |(\d+)\. )(.+)$/

/** Reads the small part of Markdown that pages of help are written in; whatever else stands there is text. */
export function readPage(markdown: string): HelpPage {
  const lines = markdown.split('\n').map(line => line.trim()).filter(line => line !== '')
  const [first = '', ...rest] = lines
  return { title: first.replace(/^# /, ''), blocks: rest.reduce<readonly Block[]>(withLine, []) }
}

function withLine(blocks: readonly Block[], line: string): readonly Block[] {
  const item = ITEM.exec(line)
  if (!item) return [...blocks, { kind: 'paragraph', pieces: piecesOf(line) }]
  const kind = item[1] === undefined ? 'list' : 'steps'
  const pieces = piecesOf(item[2] ?? '')
  const last = blocks.at(-1)
  if (last?.kind !== kind) return [...blocks, { kind, items: [pieces] }]
  return [...blocks.slice(0, -1), { kind, items: [...last.items, pieces] }]
}

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const found of line.matchAll(PIECE)) {
    if (found.index > end) pieces.push({ kind: 'text', text: line.slice(end, found.index) })
    const [whole, strong, words, to] = found
    pieces.push(to === undefined ? { kind: 'strong', text: strong ?? '' } : { kind: 'link', text: words ?? '', to })
    end = found.index + whole.length
  }
  if (end < line.length) pieces.push({ kind: 'text', text: line.slice(end) })
  return pieces
}

/** The words of a page without its signs, for the search. */
export const wordsOf = (markdown: string): string => markdown.replaceAll(/\]\(help:[\w-]+\)|[#*[]/g, '')
