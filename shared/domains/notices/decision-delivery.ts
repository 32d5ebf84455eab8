import { germanDay } from '../../german-days.ts'
import { derivedUuid, type AttachmentId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import { caseLetterOf } from '../letters/case-letters.ts'
import type { Channel } from './channels.ts'
import type { NoticeFact } from './clock/facts.ts'
import type { RuleSetId } from './clock/rule-sets.ts'
import type { SentState } from './tables.ts'

/** A letter of a case, a decision or a certificate, with what the service noted about it in the citizen's mailbox; null where that is not known. */
export interface DecisionLetter {
  readonly id: AttachmentId
  readonly filename: string
  /** When the service had set it and kept it with its case. */
  readonly addedAt: Instant
  readonly providedAt: Instant | null
  readonly retrievedAt: Instant | null
}

/** How such a letter reached whoever applied, in the words of the ledger of notices. */
export interface DecisionWay {
  readonly channel: Channel
  readonly state: SentState
  readonly day: string | null
}

/**
 * By which law a decision is announced: that of the first entry whose words stand in what its service rests on, otherwise
 * the law on administrative procedure. Municipal charges go by the fiscal code; `docs/legal-clock.md` says what is open in that.
 */
const LAWS_OF_CHARGES: readonly { readonly ruleSetId: RuleSetId; readonly cited: RegExp }[] = [{ ruleSetId: 'ao', cited: /\bAO\b|\bKAG\b|(steuer|abgaben|gebühren|beitrags)satzung/i }]
const LAW_OF_PROCEDURE: RuleSetId = 'vwvfg'

export const lawOfDecision = (legalBasis: string): RuleSetId => LAWS_OF_CHARGES.find(({ cited }) => cited.test(legalBasis))?.ruleSetId ?? LAW_OF_PROCEDURE

/** Where nobody reads a mailbox a letter has to be printed, and no day is known. `readsMailbox`: by what was answered in the application, which never changes. */
export function decisionWay({ providedAt, retrievedAt }: Pick<DecisionLetter, 'providedAt' | 'retrievedAt'>, readsMailbox: boolean): DecisionWay {
  if (!readsMailbox) return { channel: 'here', state: 'to-print', day: null }
  return { channel: 'mailbox', state: retrievedAt ? 'retrieved' : 'provided', day: providedAt && germanDay(providedAt) }
}

/** What the legal clock goes by. Another letter in the same case changes nothing in it: whether it takes the place of this one no program can tell. */
export function decisionFacts({ id, providedAt, retrievedAt }: DecisionLetter): readonly NoticeFact[] {
  if (!providedAt) return []
  const by = { byPersonId: null, byName: '', note: '' }
  const of = derivedUuid(id, 'provided')
  return [
    { ...by, id: of, kind: 'provided', day: germanDay(providedAt), at: providedAt },
    ...(retrievedAt ? [{ ...by, id: derivedUuid(id, 'retrieved'), kind: 'retrieved', of, day: germanDay(retrievedAt), at: retrievedAt } as const] : []),
  ]
}

/** The day of the decision that followed this letter in its case, null where none did; a certificate is no decision. `letters`: of the case, the oldest first. */
export function laterDecisionDay({ id }: DecisionLetter, letters: readonly DecisionLetter[]): string | null {
  const later = letters.slice(letters.findIndex(letter => letter.id === id) + 1).find(({ filename }) => caseLetterOf(filename) === 'Bescheid')
  return later ? germanDay(later.addedAt) : null
}
