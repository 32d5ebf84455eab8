import type { Bilingual } from '../../json.ts'
import { fieldKindOf, propertiesOf, type FieldKind } from './field-kinds.ts'
import type { Form } from './service-tables.ts'

/** How lists treat a field of a form: what it is ordered and filtered by. */
export const LISTED_KINDS = ['text', 'number', 'date', 'choice', 'yes-no'] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

/** A field of a form that lists can show, sort and filter by. */
export interface ListedField {
  readonly key: string
  readonly kind: ListedKind
  readonly label: Bilingual
  /** The values of a choice in the order of the form. */
  readonly choices: readonly { readonly value: string; readonly label: Bilingual }[]
}

const KINDS: Readonly<Record<FieldKind, ListedKind>> = {
  text: 'text', 'long-text': 'text', email: 'text', pattern: 'text', number: 'number', amount: 'number', date: 'date', choice: 'choice',
  'yes-no': 'yes-no', confirmation: 'yes-no',
}

/** What a form declares sortable, as far as its schema knows it. */
export function listedFieldsOf(form: Pick<Form, 'schema' | 'sections' | 'sortable' | 'valueLabels'>): readonly ListedField[] {
  const properties = propertiesOf(form.schema)
  const fields = form.sections.flatMap(section => section.fields)
  return form.sortable.flatMap(key => {
    const property = properties[key]
    if (!property) return []
    const label = fields.find(field => field.key === key)?.label ?? { de: key, en: key }
    const choices = Object.entries(form.valueLabels[key] ?? {}).map(([value, names]) => ({ value, label: names }))
    return [{ key, kind: KINDS[fieldKindOf(property)], label, choices }]
  })
}

/** The fields of all versions of a form as one list: the newest version has the say, older ones add what it no longer asks. */
export function joinListedFields(newestFirst: readonly Parameters<typeof listedFieldsOf>[0][]): readonly ListedField[] {
  const joined = new Map<string, ListedField>()
  for (const form of newestFirst) {
    for (const field of listedFieldsOf(form)) {
      const known = joined.get(field.key)
      const added = field.choices.filter(({ value }) => known?.choices.every(choice => choice.value !== value) ?? true)
      joined.set(field.key, known ? { ...known, choices: [...known.choices, ...added] } : field)
    }
  }
  return [...joined.values()]
}
