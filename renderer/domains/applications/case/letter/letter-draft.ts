import { stateOf } from '../../../../../shared/command.ts'
import { letterOn, missingIn, type Proposed } from '../../../../../shared/domains/applications/proposal.ts'
import type { MissingPart } from '../../../../../shared/domains/letters/missing-parts.ts'
import type { LetterTemplate } from '../../../../../shared/domains/letters/tables.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import { rowsOf } from '../../case-rules.ts'
import type { Whole } from '../case-actions.ts'

/** A service's own template before the town's standard one. */
export const templateFor = ({ letterTemplates }: Pick<Whole, 'letterTemplates'>, outcome: Proposed['outcome']): LetterTemplate | undefined => {
  const fitting = letterTemplates.filter(template => template.outcome === outcome)
  return fitting.find(({ serviceId }) => serviceId !== null) ?? fitting.find(({ id }) => id === outcome) ?? fitting[0]
}

export interface DraftLetter {
  /** Variables of the template that the case does not answer: the person is asked for them. */
  readonly asked: readonly string[]
  /** What the letter would lack besides the reason, which its own field asks for. */
  readonly missing: readonly MissingPart[]
}

export const NO_LETTER: DraftLetter = { asked: [], missing: [] }

/** The letter of a proposal as it stands on the screen, by the rule the service decides by; without a template there is none. */
export function draftLetter(whole: Whole, proposed: Proposed, clerkName: string, nowMs: number): DraftLetter {
  const state = stateOf(rowsOf(whole))
  const { application, service } = whole
  const write = (values: Readonly<Record<string, string>>) => {
    const chosen = proposed.letter && { ...proposed.letter, values: { ...values } }
    return letterOn(state, { application, service, said: proposed, kind: proposed.outcome, chosen, clerkName })
  }
  const [blank, filled] = [write({}), write(proposed.letter?.values ?? {})]
  if (!blank.ok || !blank.value || !filled.ok || !filled.value) return NO_LETTER
  return {
    asked: blank.value.open.filter(name => !name.includes('.')),
    missing: missingIn(filled.value, instantFromMs(nowMs)).filter(({ part }) => part !== 'reasons'),
  }
}
