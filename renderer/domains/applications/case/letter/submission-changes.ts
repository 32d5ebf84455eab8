import { diffWordsWithSpace } from 'diff'
import { blockText } from '../../../../../shared/domains/letters/block-text.ts'
import type { Decision } from '../../../../../shared/domains/applications/tables.ts'

export const SUBMITTED_FIELDS = ['outcome', 'reason', 'conditions', 'amountCents', 'feeCents', 'letter'] as const
export type SubmittedField = (typeof SUBMITTED_FIELDS)[number]

/** A run of words that both versions have, or only one of them. */
export interface WordRun {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

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

const wordsBetween = (old: string, fresh: string): readonly WordRun[] =>
  joined(diffWordsWithSpace(old, fresh).map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })))

/** Changes with only a blank between them read as one: first what was struck out, then what is new. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const whole: WordRun[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed) whole.push({ text: removed, kind: 'removed' })
    if (added) whole.push({ text: added, kind: 'added' })
    removed = ''
    added = ''
  }
  for (const [index, { text, kind }] of runs.entries()) {
    const next = runs[index + 1]
    const isGap = kind === 'same' && text.trim() === '' && removed + added !== '' && next !== undefined && next.kind !== 'same'
    if (kind === 'same' && !isGap) {
      flush()
      whole.push({ text, kind })
      continue
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  }
  flush()
  return whole
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
