import type { NoticeRules, NoticeRuleSet } from './rule-sets.ts'
import { STANDARD_RULE_SETS } from './standard-rule-sets.ts'

/** Of several versions from one day the last one given, in the order of their days. */
const inOrder = (versions: readonly NoticeRules[]): NoticeRules[] =>
  [...new Map(versions.map(version => [version.from, version])).values()].toSorted((one, other) => (one.from < other.from ? -1 : 1))

/**
 * The laws that hold in a town: those that came with the program, each with the versions that the town set beside them, and
 * the town's own. A version of the town counts where both have one from the same day.
 */
export function ruleSetsOf(rows: readonly NoticeRuleSet[]): readonly NoticeRuleSet[] {
  const own = new Map(rows.map(row => [row.id, row]))
  const standard = STANDARD_RULE_SETS.map(({ id, title, versions }) => ({ id, title: own.get(id)?.title ?? title, versions: inOrder([...versions, ...(own.get(id)?.versions ?? [])]) }))
  const others = rows.filter(({ id, versions }) => versions.length > 0 && !STANDARD_RULE_SETS.some(set => set.id === id)).map(({ id, title, versions }) => ({ id, title, versions }))
  return [...standard, ...others.toSorted((one, other) => (one.id < other.id ? -1 : 1))]
}

/** Whether a version can never be changed: it has begun, or it came with the program. */
export const isFixedVersion = (ruleSetId: string, from: string, today: string): boolean =>
  from <= today || STANDARD_RULE_SETS.some(({ id, versions }) => id === ruleSetId && versions.some(version => version.from === from))
