import { derivedUuid } from '../../../ids.ts'
import { instantFromMs } from '../../../time.ts'
import { clockOf, type NoticeClock } from './clock.ts'
import { NoticeFact, type FactKind } from './facts.ts'
import { ruleSetCalled } from './finality.ts'
import { STANDARD_RULE_SETS } from './standard-rule-sets.ts'

/** An entry as short as a test can say it: `label` makes its id (its kind, unless given), `of` is the label of another one. */
export interface FactDraft {
  readonly kind: FactKind
  readonly day: string
  readonly label?: string
  readonly of?: string
  readonly isAbroad?: boolean
  readonly quality?: 'right' | 'missing' | 'wrong'
  readonly outcome?: 'withdrawn' | 'decided' | 'remedied'
  readonly rightDay?: string | null
}

const FIRST_MS = Date.UTC(2026, 0, 5, 8)
const factId = (label: string): string => derivedUuid('test/notice-fact', label)

/** Entries made one after the other, in this order. */
export const theFacts = (...drafts: readonly FactDraft[]): readonly NoticeFact[] => drafts.map(({ label, of = 'posted', ...draft }, index) => NoticeFact.parse({
  isAbroad: false, caseId: null, byNoticeId: null, rightDay: null, ...draft, id: factId(label ?? draft.kind), of: factId(of),
  at: instantFromMs(FIRST_MS + index), byPersonId: null, byName: 'Torsten Wegener', note: '',
}))

/** The clock by one of the standard rule sets, long after everything happened. */
export const clockBy = (ruleSetId: string, facts: readonly NoticeFact[], on = '2036-01-01'): NoticeClock =>
  clockOf({ facts, ruleSet: ruleSetCalled(ruleSetId, STANDARD_RULE_SETS), on })
