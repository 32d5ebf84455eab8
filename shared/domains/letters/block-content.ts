import * as z from 'zod'
import { TextBlock } from './tables.ts'

/** A text block while it is being written; `blockProblems` says what is missing to keep it. */
export const BlockContent = z.object({ title: z.string().max(400), paragraphs: z.array(z.string().max(10_000)).max(60) })
export type BlockContent = Readonly<z.infer<typeof BlockContent>>

export const contentOfBlock = ({ title, paragraphs }: TextBlock): BlockContent => ({ title, paragraphs })

/** How many versions before today's stay with a block. */
const MOST_EARLIER = 50

export type PublishedBlock = Pick<TextBlock, 'publishedAt' | 'publishedBy' | 'publishedByName'>

/** The next version of a block, or its first; the words it had stay with it. Throws for content that has problems. */
export function nextBlock(head: Pick<TextBlock, 'id' | 'scope'>, content: BlockContent, current: TextBlock | undefined, published: PublishedBlock): TextBlock {
  const before = current ? [{ blockVersion: current.blockVersion, paragraphs: current.paragraphs, publishedAt: current.publishedAt, publishedByName: current.publishedByName }] : []
  return TextBlock.parse({
    ...head, ...content, ...published, version: current?.version ?? 0, active: current?.active ?? true,
    blockVersion: (current?.blockVersion ?? 0) + 1, earlier: [...before, ...(current?.earlier ?? [])].slice(0, MOST_EARLIER),
  })
}
