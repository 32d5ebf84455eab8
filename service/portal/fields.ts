import type { Form } from '../../shared/domains/applications/service-tables.ts'
import { attributes, html, type Html } from './html.ts'
import { FIELD } from './posted.ts'
import { questionOf, type Question } from '../../shared/domains/applications/form-questions.ts'
import { TEXTS, type Language } from './texts.ts'

/** A form as the person sees it: what was typed before and what is wrong with it, by property key. */
export interface Filled {
  readonly form: Form
  readonly language: Language
  readonly typed: ReadonlyMap<string, string>
  readonly problems: ReadonlyMap<string, string>
}

type Field = Form['sections'][number]['fields'][number]

export const fieldId = (key: string): string => `field-${key}`

export const sections = (filled: Filled): Html =>
  html`${filled.form.sections.map(
    section => html`<fieldset><legend>${section.title[filled.language]}</legend>
${section.fields.map(field => fieldBlock(filled, field))}</fieldset>`,
  )}`

function fieldBlock(filled: Filled, field: Field): Html {
  const question = questionOf(filled.form, field.key)
  const texts = TEXTS[filled.language]
  const id = fieldId(field.key)
  const optional = question.isRequired ? null : html` <span class="optional">${texts.optional}</span>`
  const problem = filled.problems.get(field.key)
  const notes = html`${field.help && html`<p class="help" id="${id}-help">${field.help[filled.language]}</p>`}${
    problem ? html`<p class="problem" id="${id}-problem">${texts.error}: ${problem}</p>` : null
  }`
  const label = html`${field.label[filled.language]}${optional}`
  const described = [field.help ? `${id}-help` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  const common = {
    id,
    name: `${FIELD}${field.key}`,
    'aria-describedby': described || null,
    'aria-invalid': problem ? 'true' : null,
    'aria-required': question.isRequired ? 'true' : null,
  }
  return html`<div class="field">${control(filled, question, { label, notes, common })}</div>\n`
}

interface Parts {
  readonly label: Html
  readonly notes: Html
  readonly common: Readonly<Record<string, string | null>>
}

function control(filled: Filled, question: Question, parts: Parts): Html {
  const { property, key } = question
  const { label, notes, common } = parts
  const typed = filled.typed.get(key) ?? ''
  if (property.type === 'boolean') return property.const === true ? confirmation(parts, typed) : yesOrNo(filled, parts, typed)
  const before = html`<label for="${common.id ?? ''}">${label}</label>${notes}`
  if (property.enum) return html`${before}<select${attributes(common)}>${options(filled, question, typed)}</select>`
  const isLong = property.format === undefined && (property.maxLength ?? 0) > 200
  if (isLong) return html`${before}<textarea${attributes({ ...common, maxlength: property.maxLength ?? null })}>\n${typed}</textarea>`
  return html`${before}<input${attributes({ ...common, ...inputKind(question), value: typed })}>`
}

function options(filled: Filled, { key, property }: Question, typed: string): Html {
  const offered = (property.enum ?? []).map(String)
  const labelled = offered.map(value => [value, filled.form.valueLabels[key]?.[value]?.[filled.language] ?? value] as const)
  return html`<option value="">${TEXTS[filled.language].choose}</option>${labelled.map(
    ([value, text]) => html`<option${attributes({ value, selected: value === typed })}>${text}</option>`,
  )}`
}

const confirmation = ({ label, notes, common }: Parts, typed: string): Html =>
  html`${notes}<div class="choice"><input${attributes({ ...common, type: 'checkbox', value: 'true', checked: typed === 'true' })}>
<label for="${common.id ?? ''}">${label}</label></div>`

function yesOrNo(filled: Filled, { label, notes, common }: Parts, typed: string): Html {
  const texts = TEXTS[filled.language]
  const { id, name, ...described } = common
  const choice = (value: string, text: string, own: string): Html =>
    html`<div class="choice"><input${attributes({ type: 'radio', id: own, name: name ?? '', value, checked: typed === value })}>
<label for="${own}">${text}</label></div>`
  return html`<fieldset${attributes({ ...described, 'aria-required': null, role: 'radiogroup' })}><legend>${label}</legend>${notes}
${choice('true', texts.yes, id ?? '')}${choice('false', texts.no, `${id}-no`)}</fieldset>`
}

/** What browsers may fill in from what they know of the person. */
const KNOWN: Readonly<Record<string, string>> = {
  firstName: 'given-name', lastName: 'family-name', email: 'email', telephone: 'tel', postalCode: 'postal-code', birthDate: 'bday', iban: 'off',
}

function inputKind({ key, property }: Question): Readonly<Record<string, string | number | null>> {
  const autocomplete = KNOWN[key] ?? null
  const bounds = { min: property.minimum ?? null, max: property.maximum ?? null }
  if (property.type === 'integer') return { type: 'number', step: 1, inputmode: 'numeric', ...bounds }
  if (property.type === 'number') return { type: 'number', step: 'any', inputmode: 'decimal', ...bounds }
  if (property.format === 'date') return { type: 'date', autocomplete }
  if (property.format === 'email') return { type: 'email', autocomplete, maxlength: property.maxLength ?? null }
  return { type: 'text', autocomplete, maxlength: property.maxLength ?? null }
}
