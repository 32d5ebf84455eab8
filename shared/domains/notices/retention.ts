import { germanDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { NoticeFact } from './clock/facts.ts'
import { knownFacts, ofKind } from './clock/known-facts.ts'

/** The first day, `2037-01-01`, on which a run and its notices may be deleted: years are counted from the end of the one in which it was made. */
export const noticesDeletableFrom = (createdAt: Instant, retentionYears: number): string => `${Number(germanDay(createdAt).slice(0, 4)) + retentionYears + 1}-01-01`

/** Whether an objection or a lawsuit was entered of which no end is known. */
export function hasOpenObjection(entered: readonly NoticeFact[]): boolean {
  const { facts } = knownFacts(entered)
  const settled = new Set(ofKind(facts, 'settled').map(({ of }) => of))
  return ofKind(facts, 'objected').some(({ id }) => !settled.has(id))
}
