import type { Json, JsonObject } from '../../json.ts'
import { questionOf, type Property } from './form-questions.ts'
import type { Form } from './service-tables.ts'

/**
 * The values of a form as its schema wants them, from what a person typed by property key; what was left empty is left
 * out. What cannot be read stays as it was typed, so that the judgement names it.
 */
export function valuesOf(form: Pick<Form, 'schema' | 'sections'>, typed: ReadonlyMap<string, string>): JsonObject {
  const keys = form.sections.flatMap(section => section.fields.map(field => field.key))
  const values = keys.map(key => [key, valueOf(questionOf(form, key).property, typed.get(key)?.trim() ?? '')] as const)
  return Object.fromEntries(values.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function valueOf(property: Property, text: string): Json | undefined {
  // A box that is not ticked is not sent at all.
  if (property.type === 'boolean') return property.const === true ? text === 'true' : yesOrNo(text)
  if (text === '') return undefined
  if (property.type === 'integer' || property.type === 'number') return numberIn(text)
  return property.format === 'date' ? dayIn(text) : text
}

const yesOrNo = (text: string): boolean | undefined => (text === 'true' ? true : text === 'false' ? false : undefined)

/** With a comma or a point. */
const numberIn = (text: string): Json => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text)

/** `1.3.1956` as `1956-03-01`; a year of two digits is not guessed at. */
function dayIn(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
