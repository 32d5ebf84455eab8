import { canonicalJson } from '../../../../shared/canonical.ts'
import type { Json } from '../../../../shared/json.ts'

/** What is edited: fields side by side, each with something of its own. */
export type Fields = Readonly<Record<string, Json>>

export interface JoinedEdits<Content> {
  /** What was typed here, and everything else as it is now. */
  readonly content: Content
  /** What the next change rests on: as it is now, but for what is contested. */
  readonly base: Content
  /** Fields that were changed here and elsewhere, and differ; here stands what was typed. */
  readonly contested: readonly (keyof Content & string)[]
  /** Fields that somebody else changed and nobody here. */
  readonly taken: readonly (keyof Content & string)[]
}

/** Joins what two people made of one thing field by field: no word of either is lost, and a person chooses where both have written. */
export function joinEdits<Content extends Fields>(base: Content, mine: Content, theirs: Content): JoinedEdits<Content> {
  const fields = Object.keys(theirs) as readonly (keyof Content & string)[]
  const differ = (one: Content, other: Content, field: keyof Content): boolean => canonicalJson(one[field] ?? null) !== canonicalJson(other[field] ?? null)
  const typed = fields.filter(field => differ(base, mine, field))
  const contested = typed.filter(field => differ(base, theirs, field) && differ(mine, theirs, field))
  const pick = (from: Content, names: readonly (keyof Content)[]): Partial<Content> => Object.fromEntries(names.map(name => [name, from[name]])) as Partial<Content>
  return {
    content: { ...theirs, ...pick(mine, typed) },
    base: { ...theirs, ...pick(base, contested) },
    contested,
    taken: fields.filter(field => !typed.includes(field) && differ(base, theirs, field)),
  }
}
