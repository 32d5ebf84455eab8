import type { RecordRef, State } from '../../command.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { BlockId, LetterTemplate, TextBlock } from './tables.ts'

const REFERENCE = /^\s*\[\[\s*([a-z][a-z0-9-]{1,59})\s*\]\]\s*$/
const MEANT = /\[\[\s*[A-Za-z][\w-]*\s*\]\]/

/** The block that a paragraph stands for, or null for one that says something itself. */
export const blockIn = (paragraph: string): BlockId | null => REFERENCE.exec(paragraph)?.[1] ?? null

/** Whether a text names a block without being a reference alone: nothing would be put there. */
export const isBesideBlock = (text: string): boolean => MEANT.test(text) && blockIn(text) === null

/** The paragraph that stands for a block. */
export const referenceTo = (id: BlockId): string => `[[${id}]]`

type Texts = Pick<LetterTemplate, 'paragraphs' | 'remedies'>

/** The blocks a template names, each once, in its order. */
export const blocksIn = ({ paragraphs, remedies }: Texts): readonly BlockId[] =>
  [...new Set([...paragraphs, remedies].flatMap(text => blockIn(text) ?? []))]

/** The blocks of a template as records, for commands that write letters from it. */
export const blockRecords = (texts: Texts | undefined): readonly RecordRef[] =>
  texts ? blocksIn(texts).map(id => ({ table: 'text_blocks', id })) : []

/** Blocks by their ids. */
export interface Blocks {
  get(id: string): Pick<TextBlock, 'title' | 'paragraphs' | 'active'> | undefined
}

export const blocksOf = (state: State): Blocks => ({ get: id => state.get('text_blocks', id) })

export const blocksById = (blocks: readonly TextBlock[]): Blocks => new Map(blocks.map(block => [block.id, block]))

/** What a paragraph says: the paragraphs of the block it stands for, or itself; also where there is no such block. */
export function paragraphsFor(paragraph: string, blocks: Blocks): readonly string[] {
  const id = blockIn(paragraph)
  return (id === null ? undefined : blocks.get(id)?.paragraphs) ?? [paragraph]
}

/** The texts of a template with the words of its blocks in their places; what names no block that is there stays. */
export const withBlocks = <Content extends Texts>(content: Content, blocks: Blocks): Content => ({
  ...content,
  paragraphs: content.paragraphs.flatMap(paragraph => paragraphsFor(paragraph, blocks)),
  remedies: paragraphsFor(content.remedies, blocks).join('\n\n'),
})

/** The template as letters are written from it now; refused by the block where one is not there or not in use. */
export function wholeTemplate(template: LetterTemplate, blocks: Blocks): Result<LetterTemplate> {
  const missing = blocksIn(template).find(id => !blocks.get(id)?.active)
  return missing === undefined ? ok(withBlocks(template, blocks)) : refuse('letters/block-missing', { block: blocks.get(missing)?.title ?? missing })
}
