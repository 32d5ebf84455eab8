import type { LetterBlock } from './letter.ts'

/** A block in words, its lines below each other, as two letters are compared. */
export function blockText(block: LetterBlock): string {
  if (block.kind === 'list') return block.items.join('\n')
  if (block.kind === 'table') return [block.head, ...block.rows, ...(block.total ? [block.total] : [])].map(cells => cells.join(' ')).join('\n')
  if (block.kind === 'payment') return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
  return block.text
}
