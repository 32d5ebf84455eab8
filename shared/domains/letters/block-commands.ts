import * as z from 'zod'
import { grantsIn, type Actor, type Role } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { ok, refuse, type Refusal } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { BlockContent, nextBlock } from './block-content.ts'
import { blockProblems, type BlockProblem } from './block-problems.ts'
import { BlockId } from './tables.ts'

/** Blocks belong to the whole town, as the templates do. */
const ADMINISTRATORS = ['administrator'] as const satisfies readonly Role[]
const isAdministrator = (actor: Actor): boolean => grantsIn(actor, ADMINISTRATORS, TOWN_SCOPE).length > 0

/** The first of the problems that keep a block from being kept, as a refusal. */
export function refusalOfBlock(problems: readonly BlockProblem[]): Refusal | null {
  const [first] = problems
  if (!first) return null
  const { path, code, variable, template } = first
  return {
    code: 'letters/block-incomplete',
    facts: { count: problems.length, field: path.slice(0, 200), problem: code, ...(variable === undefined ? {} : { variable: variable.slice(0, 100) }), ...(template === undefined ? {} : { template }) },
  }
}

/**
 * Makes a block, or its next version. Letters are written with it from now on; what was given for release keeps its words, and
 * a decision that waits is proposed anew. The service judges it in every template that uses it.
 */
export const setBlock = defineCommand({
  name: 'letters.set-block',
  version: 1,
  input: BlockContent.extend({ id: BlockId }),
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  mayMake: true,
  reads: ({ id }) => [{ table: 'text_blocks', id }],
  decide: (state, { id, ...content }, { actor, now }) => {
    if (!isAdministrator(actor)) return refuse('commands/not-allowed')
    const refusal = refusalOfBlock(blockProblems(id, content, []))
    if (refusal) return { ok: false, error: refusal }
    const published = { publishedAt: now, publishedBy: actor.personId, publishedByName: actor.name }
    return ok([{ table: 'text_blocks', row: nextBlock({ id, scope: TOWN_SCOPE }, content, state.get('text_blocks', id), published) }])
  },
})

/** Takes a block out of use, which the service refuses while a template uses it, or puts it back. */
export const switchBlock = defineCommand({
  name: 'letters.switch-block',
  version: 1,
  input: z.object({ id: BlockId, active: z.boolean() }),
  offline: 'online-only',
  roles: ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: ({ id }) => [{ table: 'text_blocks', id }],
  decide: (state, { id, active }, { actor }) => {
    if (!isAdministrator(actor)) return refuse('commands/not-allowed')
    const block = state.get('text_blocks', id)
    if (!block || block.active === active) return refuse('letters/wrong-state')
    return ok([{ table: 'text_blocks', row: { ...block, active } }])
  },
})
