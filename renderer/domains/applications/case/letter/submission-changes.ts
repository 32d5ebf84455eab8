import { blockText } from '../../../../../shared/domains/letters/block-text.ts'
import type { Decision } from '../../../../../shared/domains/applications/tables.ts'
import { wordsBetween, type WordRun } from '../../../../ui/words-between.ts'

export const SUBMITTED_FIELDS = ['outcome', 'reason', 'conditions', 'amountCents', 'feeCents', 'letter'] as const
export type SubmittedField = (typeof SUBMITTED_FIELDS)[number]

export interface SubmissionChange {
  readonly field: SubmittedField
  readonly words: readonly WordRun[]
}

interface Words {
  readonly outcome: (outcome: Decision['outcome']) => string
  readonly euros: (cents: number) => string
}

/** What is different in a proposal since it was last submitted, field by field and word by word; only fields that differ. */
export function submissionChanges(before: Decision, now: Decision, words: Words): readonly SubmissionChange[] {
  const told = (decision: Decision): Readonly<Record<SubmittedField, string>> => ({
    outcome: words.outcome(decision.outcome),
    reason: decision.reason,
    conditions: decision.conditions,
    amountCents: decision.amountCents === null ? '' : words.euros(decision.amountCents),
    feeCents: decision.feeCents === null ? '' : words.euros(decision.feeCents),
    letter: letterText(decision),
  })
  const [old, fresh] = [told(before), told(now)]
  return SUBMITTED_FIELDS.filter(field => old[field] !== fresh[field]).map(field => ({ field, words: wordsBetween(old[field], fresh[field]) }))
}

/** The letter's text without what the other fields tell already. */
function letterText({ letter, reason, conditions }: Decision): string {
  if (!letter) return ''
  const { letterhead, recipient, contact, subject, blocks, remedies } = letter
  const others = new Set([...linesOf(reason), ...linesOf(conditions)])
  return [
    letterhead ? `${letterhead.authority}, ${letterhead.signatory}` : '', recipient.join(', '), [contact.name, contact.telephone, contact.room].filter(Boolean).join(', '),
    subject, ...blocks.map(blockText).filter(text => !linesOf(text).every(line => others.has(line))), remedies,
  ].filter(Boolean).join('\n')
}

const linesOf = (text: string): readonly string[] => text.split('\n').map(line => line.replace(/^[-–•] /, '').trim()).filter(Boolean)
