import type { Form } from '../../shared/domains/applications/service-tables.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { questionOf, type Property } from './properties.ts'

/** Fields of the form's own are named apart from those of the page. */
export const FIELD = 'field.'

/** What a person typed, by property key, to be shown again. */
export function typedIn(posted: FormData): ReadonlyMap<string, string> {
  const typed = new Map<string, string>()
  for (const [name, value] of posted)
    if (name.startsWith(FIELD) && typeof value === 'string') typed.set(name.slice(FIELD.length), written(value))
  return typed
}

/** A text as a person can have written it: no control characters, which a database would not keep either. */
export const written = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** The values of a form as its schema wants them; what was left empty is left out. */
export function valuesOf(form: Form, typed: ReadonlyMap<string, string>): JsonObject {
  const keys = form.sections.flatMap(section => section.fields.map(field => field.key))
  const values = keys.map(key => [key, valueOf(questionOf(form, key).property, typed.get(key)?.trim() ?? '')] as const)
  return Object.fromEntries(values.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function valueOf(property: Property, text: string): Json | undefined {
  // A box that is not ticked is not sent at all.
  if (property.type === 'boolean') return property.const === true ? text === 'true' : yesOrNo(text)
  if (text === '') return undefined
  if (property.type === 'integer' || property.type === 'number') return numberIn(text)
  return text
}

const yesOrNo = (text: string): boolean | undefined => (text === 'true' ? true : text === 'false' ? false : undefined)

/** With a comma or a point; what is no number stays as typed, so that the validation names it. */
const numberIn = (text: string): Json => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text)
