import { stateOf } from '../../../../../shared/command.ts'
import { letterOn, missingIn, type Proposed } from '../../../../../shared/domains/applications/proposal.ts'
import { templatesFor } from '../../../../../shared/domains/letters/offered-templates.ts'
import type { MissingPart } from '../../../../../shared/domains/letters/missing-parts.ts'
import type { LetterTemplate } from '../../../../../shared/domains/letters/tables.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import { rowsOf } from '../../case-rules.ts'
import type { Whole } from '../case-actions.ts'

/** The templates among which a proposal of this outcome chooses, the one it begins with first. */
export const offeredFor = ({ letterTemplates, service }: Pick<Whole, 'letterTemplates' | 'service'>, outcome: Proposed['outcome']): readonly LetterTemplate[] =>
  templatesFor(letterTemplates, service.id, outcome)

/** The chosen one, or the first where nothing was chosen that is still offered. */
export function templateFor(whole: Pick<Whole, 'letterTemplates' | 'service'>, outcome: Proposed['outcome'], chosenId: string | null): LetterTemplate | undefined {
  const offered = offeredFor(whole, outcome)
  return offered.find(({ id }) => id === chosenId) ?? offered[0]
}

export interface DraftLetter {
  /** What the template wants to know and the case does not say: the person is asked for it. */
  readonly asked: readonly AskedFor[]
  /** What the letter would lack besides the reason, which its own field asks for. */
  readonly missing: readonly MissingPart[]
}

interface AskedFor {
  readonly name: string
  /** In the words of the template, or the name where it has none. */
  readonly label: string
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
  const labels = new Map(state.get('letter_templates', blank.value.templateId)?.asked.map(({ name, label }) => [name, label]))
  return {
    asked: blank.value.open.filter(name => !name.includes('.')).map(name => ({ name, label: labels.get(name) ?? name })),
    missing: missingIn(filled.value, instantFromMs(nowMs)).filter(({ part }) => part !== 'reasons'),
  }
}
