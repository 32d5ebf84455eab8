import { isBesideBlock, blockIn, blocksIn, type Blocks } from './text-blocks.ts'
import type { BlockContent } from './block-content.ts'
import { paragraphProblems } from './paragraph-problems.ts'
import type { BlockId } from './tables.ts'
import type { TemplateContent } from './template-content.ts'
import { brokenIn, problemsWithin, templateProblems, type TemplateProblem, type TemplateSurroundings } from './template-problems.ts'

/** What keeps a block from being kept; with the title of the template where it is only wrong in that one. */
export interface BlockProblem extends Omit<TemplateProblem, 'code'> {
  readonly code: TemplateProblem['code'] | 'block-in-block'
  readonly template?: string
}

/** A template that uses the block, and what it may name. */
export interface UsingTemplate {
  readonly content: TemplateContent
  readonly around: TemplateSurroundings
}

/** Everything that keeps a block from being kept, in itself and in the templates that use it; empty when it can be. Pure. */
export const blockProblems = (id: BlockId, content: BlockContent, using: readonly UsingTemplate[]): readonly BlockProblem[] => {
  const own = ownProblems(content)
  // Said once is enough: what is broken in itself is broken in every template.
  return own.length > 0 ? own : using.flatMap(template => problemsIn(template, id, content))
}

function ownProblems({ title, paragraphs }: BlockContent): readonly BlockProblem[] {
  const texts = [{ path: 'title', text: title, longest: 120 }, ...paragraphs.map((text, index) => ({ path: `paragraphs.${index}`, text, longest: 8_000 }))]
  return [
    ...texts.flatMap(({ path, text, longest }): BlockProblem[] => [...(text.trim() === '' ? [{ path, code: 'missing' } as const] : []), ...(text.length > longest ? [{ path, code: 'too-long' } as const] : [])]),
    ...(paragraphs.length === 0 ? [{ path: 'paragraphs', code: 'missing' } as const] : []),
    ...(paragraphs.length > 20 ? [{ path: 'paragraphs', code: 'too-many' } as const] : []),
    ...paragraphs.flatMap((text, index): BlockProblem[] => {
      const path = `paragraphs.${index}`
      return [
        ...(blockIn(text) !== null || isBesideBlock(text) ? [{ path, code: 'block-in-block' } as const] : []),
        ...brokenIn(text).map(variable => ({ path, code: 'variable-broken', variable }) as const),
        // Tables and conditions read alike in all letters; notices know all that tables can name.
        ...paragraphProblems(text, 'notice').map(problem => ({ path, ...problem })),
      ]
    }),
  ]
}

/** Of the whole template, told at the block where its words are the reason. */
const OF_WHOLE: readonly TemplateProblem['code'][] = ['too-many', 'too-long', 'block-plain', 'not-used', 'reasons', 'remedies', 'remedies-seat', 'remedies-period']

function problemsIn({ content, around }: UsingTemplate, id: BlockId, block: BlockContent): readonly BlockProblem[] {
  const blocks: Blocks = { get: one => (one === id ? { ...block, active: true } : around.blocks.get(one)) }
  const changed = { ...around, blocks }
  const whole = templateProblems(content, changed).filter(({ code }) => OF_WHOLE.includes(code))
  return [
    ...problemsWithin(content, block.paragraphs, changed),
    ...whole.map(({ code, variable }) => ({ path: 'paragraphs', code, ...(variable === undefined ? {} : { variable }) })),
  ].map(problem => ({ ...problem, template: content.title }))
}

/** Whether a template says what a block says. */
export const isUsing = (content: Pick<TemplateContent, 'paragraphs' | 'remedies'>, id: BlockId): boolean => blocksIn(content).includes(id)

