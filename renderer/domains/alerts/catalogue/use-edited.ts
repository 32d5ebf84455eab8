import { useState } from 'react'
import * as z from 'zod'
import { canonicalJson } from '../../../../shared/canonical.ts'
import { useTypedDraft, type TypedDraftParts } from '../../../ui/editing/use-typed-draft.ts'
import { joinEdits, type Fields } from './join-edits.ts'

export interface Edited<Content> {
  readonly content: Content
  /** Whether there is anything to save. */
  readonly isChanged: boolean
  /** Whether it was begun before this screen was opened. */
  readonly isFromEarlier: boolean
  /** Fields that were changed here and by somebody else, with what they made of each. */
  readonly contested: readonly (readonly [field: keyof Content & string, theirs: Content[keyof Content & string]])[]
  /** Whether somebody else changed something that stands here now. */
  readonly hasTaken: boolean
  readonly change: (part: Partial<Content>) => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  /** Forgets what was typed. */
  readonly forget: () => void
}

interface Parts<Content> {
  /** Where what is typed lies among what this desk keeps. */
  readonly key: string
  readonly schema: z.ZodType<Content>
  /** As everybody has it now, or what a new one begins with. */
  readonly published: Content
}

interface Draft<Content> {
  readonly base: Content
  readonly typed: Content
}

/** What is typed over something that everybody has: kept by this desk until it is saved, and joined with what others save meanwhile. Undefined until it was read. */
export function useEdited<Content extends Fields>({ key, schema, published }: Parts<Content>): Edited<Content> | undefined {
  const [parts] = useState<TypedDraftParts<Draft<Content>>>(() => {
    const stored = z.object({ base: schema, typed: schema })
    const empty = { base: published, typed: published }
    return {
      key, empty, read: value => stored.safeParse(value).data ?? empty, toStore: ({ base, typed }) => ({ base, typed }),
      isBegun: ({ base, typed }) => canonicalJson(base) !== canonicalJson(typed),
    }
  })
  const { draft, isFromEarlier, change, startAnew } = useTypedDraft(parts)
  if (!draft) return undefined
  const { content, base, contested, taken } = joinEdits(draft.base, draft.typed, published)
  // Where nothing is typed here, what others save is simply shown.
  const isBegun = parts.isBegun(draft)
  const settle = (typed: Content): void => change({ base: published, typed })
  return {
    content, isFromEarlier, contested: contested.map(field => [field, published[field]] as const), hasTaken: isBegun && taken.length > 0,
    isChanged: canonicalJson(content) !== canonicalJson(published),
    change: part => change({ base, typed: { ...content, ...part } }),
    takeTheirs: () => settle({ ...content, ...Object.fromEntries(contested.map(field => [field, published[field]])) }),
    keepMine: () => settle(content),
    forget: startAnew,
  }
}
