import { firstRuleOf, propertiesOf, requiredKeys, type FieldKind } from '../../../../shared/domains/applications/field-kinds.ts'
import type { FormDraft, Words } from '../../../../shared/domains/applications/service-draft.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import { moved } from '../../../ui/editing/moved.ts'

/**
 * Changes of a form by people who think in questions: schema, layout, labels and uses are changed together, so that a form
 * made with these never falls apart.
 */
export type FormChange = (form: FormDraft) => FormDraft

type Section = FormDraft['sections'][number]
export type Field = Section['fields'][number]

export const NO_WORDS: Words = { de: '', en: '' }

export const fieldsOf = (form: FormDraft): readonly Field[] => form.sections.flatMap(({ fields }) => fields)

/** The key of the next new question: no person has to think of one. */
export function nextKey(form: FormDraft): string {
  const taken = new Set(fieldsOf(form).map(({ key }) => key))
  for (let number = taken.size + 1; ; number++) if (!taken.has(`question${number}`)) return `question${number}`
}

export const addField = (sectionIndex: number, kind: FieldKind): FormChange => form => {
  const key = nextKey(form)
  const laidOut = withSection(form, sectionIndex, section => ({ ...section, fields: [...section.fields, { key, label: NO_WORDS, help: null }] }))
  return withSchema(laidOut, { ...propertiesOf(form.schema), [key]: firstRuleOf(kind) }, [...requiredKeys(form.schema), key])
}

export const removeField = (key: string): FormChange => form => {
  const { [key]: _, ...properties } = propertiesOf(form.schema)
  const sections = form.sections.map(section => ({ ...section, fields: section.fields.filter(field => field.key !== key) }))
  return withSchema(withoutUses({ ...form, sections }, key), properties, requiredKeys(form.schema).filter(one => one !== key))
}

/** One place up or down; from the edge of a section into the next one. */
export const moveField = (key: string, step: 1 | -1): FormChange => form => {
  const from = form.sections.findIndex(({ fields }) => fields.some(field => field.key === key))
  const section = form.sections[from]
  const index = section?.fields.findIndex(field => field.key === key) ?? -1
  const field = section?.fields[index]
  if (!section || !field) return form
  const isInside = index + step >= 0 && index + step < section.fields.length
  if (isInside) return withSection(form, from, inside => ({ ...inside, fields: moved(inside.fields, index, step) }))
  if (!form.sections[from + step]) return form
  const without = withSection(form, from, inside => ({ ...inside, fields: inside.fields.filter(one => one.key !== key) }))
  return withSection(without, from + step, inside => ({ ...inside, fields: step === 1 ? [field, ...inside.fields] : [...inside.fields, field] }))
}

export const changeField = (key: string, part: Partial<Omit<Field, 'key'>>): FormChange => form =>
  ({ ...form, sections: form.sections.map(section => ({ ...section, fields: section.fields.map(field => (field.key === key ? { ...field, ...part } : field)) })) })

/** Another kind of question: its rule begins anew, and what it was used for is given up. */
export const changeKind = (key: string, kind: FieldKind): FormChange => form =>
  withSchema(withoutUses(form, key), { ...propertiesOf(form.schema), [key]: firstRuleOf(kind) }, requiredKeys(form.schema))

/** Sets parts of a question's rule; undefined takes a part away. */
export const changeRule = (key: string, part: Readonly<Record<string, string | number | undefined>>): FormChange => form => {
  const rule = { ...propertiesOf(form.schema)[key], ...part }
  const kept = Object.fromEntries(Object.entries(rule).flatMap(([keyword, value]) => (value === undefined ? [] : [[keyword, value]])))
  return withSchema(form, { ...propertiesOf(form.schema), [key]: kept }, requiredKeys(form.schema))
}

export const setRequired = (key: string, isRequired: boolean): FormChange => form => {
  const others = requiredKeys(form.schema).filter(one => one !== key)
  return withSchema(form, propertiesOf(form.schema), isRequired ? [...others, key] : others)
}

export const setSortable = (key: string, isSortable: boolean): FormChange => form =>
  ({ ...form, sortable: isSortable ? [...form.sortable.filter(one => one !== key), key] : form.sortable.filter(one => one !== key) })

export interface Choice {
  readonly value: string
  readonly label: Words
}

export const choicesOf = (form: FormDraft, key: string): readonly Choice[] => {
  const offered = propertiesOf(form.schema)[key]?.['enum']
  const values = Array.isArray(offered) ? offered.filter(value => typeof value === 'string') : []
  return values.map(value => ({ value, label: form.valueLabels[key]?.[value] ?? NO_WORDS }))
}

export const addChoice = (key: string): FormChange => form => {
  const choices = choicesOf(form, key)
  const taken = new Set(choices.map(({ value }) => value))
  let number = choices.length + 1
  while (taken.has(`choice${number}`)) number++
  return setChoices(form, key, [...choices, { value: `choice${number}`, label: NO_WORDS }])
}

export const renameChoice = (key: string, value: string, label: Words): FormChange => form =>
  setChoices(form, key, choicesOf(form, key).map(choice => (choice.value === value ? { value, label } : choice)))

export const removeChoice = (key: string, value: string): FormChange => form =>
  setChoices(form, key, choicesOf(form, key).filter(choice => choice.value !== value))

export const moveChoice = (key: string, value: string, step: 1 | -1): FormChange => form => {
  const choices = choicesOf(form, key)
  return setChoices(form, key, moved(choices, choices.findIndex(choice => choice.value === value), step))
}

function setChoices(form: FormDraft, key: string, choices: readonly Choice[]): FormDraft {
  const valueLabels = { ...form.valueLabels, [key]: Object.fromEntries(choices.map(({ value, label }) => [value, label])) }
  const properties = { ...propertiesOf(form.schema), [key]: { type: 'string', enum: choices.map(({ value }) => value) } }
  return withSchema({ ...form, valueLabels }, properties, requiredKeys(form.schema))
}

export const addSection: FormChange = form => ({ ...form, sections: [...form.sections, { title: NO_WORDS, fields: [] }] })

export const renameSection = (index: number, title: Words): FormChange => form => withSection(form, index, section => ({ ...section, title }))

/** With all its questions. */
export const removeSection = (index: number): FormChange => form => {
  const without = (form.sections[index]?.fields ?? []).reduce((current, { key }) => removeField(key)(current), form)
  return { ...without, sections: without.sections.filter((_, other) => other !== index) }
}

export const moveSection = (index: number, step: 1 | -1): FormChange => form => ({ ...form, sections: [...moved(form.sections, index, step)] })

function withSection(form: FormDraft, index: number, change: (section: Section) => Section): FormDraft {
  return { ...form, sections: form.sections.map((section, other) => (other === index ? change(section) : section)) }
}

const withSchema = (form: FormDraft, properties: Readonly<Record<string, JsonObject>>, required: readonly string[]): FormDraft =>
  ({ ...form, schema: { ...form.schema, properties, required: [...required] } })

function withoutUses(form: FormDraft, key: string): FormDraft {
  const { [key]: _, ...valueLabels } = form.valueLabels
  return {
    ...form,
    valueLabels,
    nameKeys: form.nameKeys.filter(one => one !== key),
    localityKey: form.localityKey === key ? null : form.localityKey,
    emailKey: form.emailKey === key ? null : form.emailKey,
    sortable: form.sortable.filter(one => one !== key),
  }
}
