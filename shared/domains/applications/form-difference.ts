import { canonicalJson } from '../../canonical.ts'
import { propertiesOf, requiredKeys } from './field-kinds.ts'
import type { FormDraft, Words } from './service-draft.ts'

/** One question that two versions of a form do not ask alike. */
export interface ChangedField {
  readonly key: string
  readonly label: Words
  readonly change: 'added' | 'removed' | 'changed'
}

/** What a newer form asks otherwise, in its order; what it no longer asks comes last. */
export function changedFields(before: FormDraft, after: FormDraft): readonly ChangedField[] {
  const [old, now] = [questionsOf(before), questionsOf(after)]
  const kept = [...now].flatMap(([key, { label, text }]): readonly ChangedField[] => {
    const earlier = old.get(key)
    if (!earlier) return [{ key, label, change: 'added' }]
    return earlier.text === text ? [] : [{ key, label, change: 'changed' }]
  })
  const gone = [...old].flatMap(([key, { label }]): readonly ChangedField[] => (now.has(key) ? [] : [{ key, label, change: 'removed' }]))
  return [...kept, ...gone]
}

/** Every question with all that makes it up as one text, so that two can be compared. */
function questionsOf(form: FormDraft): ReadonlyMap<string, { readonly label: Words; readonly text: string }> {
  const properties = propertiesOf(form.schema)
  const required = new Set(requiredKeys(form.schema))
  return new Map(form.sections.flatMap(({ fields }) => fields).map(({ key, label, help }) => {
    const rule = Object.hasOwn(properties, key) ? properties[key] : null
    const choices = Object.hasOwn(form.valueLabels, key) ? form.valueLabels[key] : null
    return [key, { label, text: canonicalJson({ rule, isRequired: required.has(key), label, help, choices }) }] as const
  }))
}
