import { CLOCK_STATES, clockOf, type ClockState, type NoticeClock } from './clock.ts'
import type { NoticeFact } from './facts.ts'
import { asEntered } from './known-facts.ts'
import type { NoticeRuleSet } from './rule-sets.ts'

/** One of many notices, with the rule set of its kind. */
export interface NoticeInLaw {
  readonly id: string
  readonly ruleSetId: string
  readonly facts: readonly NoticeFact[]
}

export interface Finality {
  /** By the notice's id. */
  readonly clocks: ReadonlyMap<string, NoticeClock>
  readonly counts: Readonly<Record<ClockState, number>>
}

/** How far many notices are on a day: each with its clock, and how many are in which state. Throws on a rule set that does not exist. */
export function finalityOf(notices: readonly NoticeInLaw[], ruleSets: readonly NoticeRuleSet[], on: string): Finality {
  const known = new Map<string, NoticeClock>()
  const clocks = new Map(notices.map(notice => {
    const story = storyOf(notice)
    const clock = known.get(story) ?? clockOf({ facts: notice.facts, ruleSet: ruleSetCalled(notice.ruleSetId, ruleSets), on })
    known.set(story, clock)
    return [notice.id, clock]
  }))
  const counts = Object.fromEntries(CLOCK_STATES.map(state => [state, 0])) as Record<ClockState, number>
  for (const { state } of clocks.values()) counts[state]++
  return { clocks, counts }
}

/** Thousands of notices left on few days: whose facts say the same have the same clock, which is reckoned once. */
function storyOf({ ruleSetId, facts }: NoticeInLaw): string {
  const entered = asEntered(facts)
  return JSON.stringify([ruleSetId, entered.map(fact => ({ ...fact, ...SILENT, of: 'of' in fact ? entered.findIndex(({ id }) => id === fact.of) : null }))])
}

/** What tells the entries of one notice from those of another and changes nothing in law. */
const SILENT = { id: '', at: '', byPersonId: null, byName: '', note: '' }

/** The rule set of that id. Throws where there is none: kinds of notices name only those that exist. */
export function ruleSetCalled(id: string, ruleSets: readonly NoticeRuleSet[]): NoticeRuleSet {
  const found = ruleSets.find(ruleSet => ruleSet.id === id)
  if (!found) throw new Error(`No rule set is called ${id}`)
  return found
}
