import * as z from 'zod'

export const MOST_TAGS = 20

export const Tag = z.string().trim().min(1).max(40)

export interface ChangedTags {
  readonly tags: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Tags after some were added and taken off; `Eilig` and `eilig` are one tag, spelt as it was first. */
export function withTags(tags: readonly string[], { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] }): ChangedTags {
  const gone = new Set(remove.map(folded))
  const removed = tags.filter(tag => gone.has(folded(tag)))
  const kept = tags.filter(tag => !gone.has(folded(tag)))
  const known = new Set(kept.map(folded))
  const added: string[] = []
  for (const tag of add) {
    if (known.has(folded(tag)) || gone.has(folded(tag))) continue
    known.add(folded(tag))
    added.push(tag)
  }
  return { tags: [...kept, ...added], added, removed }
}

const folded = (tag: string): string => tag.toLocaleLowerCase('de')
