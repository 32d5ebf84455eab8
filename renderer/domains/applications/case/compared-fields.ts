import type { TFunction } from 'i18next'
import { sameAnswer } from '../../../../shared/domains/applications/duplicate.ts'
import type { Language } from '../../../texts/languages.ts'
import type { Whole } from './case-actions.ts'
import { shownSections } from './form-values.ts'

export interface ComparedField {
  readonly key: string
  readonly label: string
  readonly one: string | null
  readonly other: string | null
  readonly isSame: boolean
}

/** The answers of two applications beside each other, in the order of the first one's form; what only the other has comes last. */
export function comparedFields(one: Whole, other: Whole, language: Language, t: TFunction): readonly ComparedField[] {
  const [ours, theirs] = [one, other].map(({ form, application }) => new Map(shownSections(form, application.form, language, t).flatMap(({ fields }) => fields).map(field => [field.key, field])))
  if (!ours || !theirs) return []
  return [...new Set([...ours.keys(), ...theirs.keys()])].map(key => ({
    key,
    label: (ours.get(key) ?? theirs.get(key))?.label ?? key,
    one: ours.get(key)?.value ?? null,
    other: theirs.get(key)?.value ?? null,
    isSame: sameAnswer(one.application.form[key], other.application.form[key]),
  })).filter(field => field.one !== null || field.other !== null)
}
