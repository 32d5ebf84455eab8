import * as z from 'zod'
import type { Json, JsonObject } from '../../json.ts'

/** What a question of a form asks for, in the words of people who know no JSON Schema. */
export const FIELD_KINDS = ['text', 'long-text', 'number', 'amount', 'date', 'yes-no', 'choice', 'email', 'confirmation', 'pattern'] as const
export const FieldKind = z.enum(FIELD_KINDS)
export type FieldKind = z.infer<typeof FieldKind>

/** From here on a text is written into a field of several lines. */
const LONG_TEXT = 200

/** The rule that a new question of a kind begins with. */
const FIRST_RULES: Readonly<Record<FieldKind, JsonObject>> = {
  text: { type: 'string', minLength: 1, maxLength: 120 },
  'long-text': { type: 'string', minLength: 1, maxLength: 3_000 },
  number: { type: 'integer', minimum: 0, maximum: 1_000 },
  amount: { type: 'number', minimum: 0, maximum: 10_000, multipleOf: 0.01 },
  date: { type: 'string', format: 'date' },
  'yes-no': { type: 'boolean' },
  choice: { type: 'string', enum: [] },
  email: { type: 'string', format: 'email', maxLength: 254 },
  confirmation: { type: 'boolean', const: true },
  pattern: { type: 'string', pattern: '^[0-9]{5}$', maxLength: 40 },
}

export const firstRuleOf = (kind: FieldKind): JsonObject => FIRST_RULES[kind]

/** The kind of question behind a property's rule; what fits nothing else is a text. */
export function fieldKindOf(property: JsonObject): FieldKind {
  const { type, format, multipleOf, maxLength } = property
  if (type === 'boolean') return property['const'] === true ? 'confirmation' : 'yes-no'
  if (Array.isArray(property['enum'])) return 'choice'
  if (type === 'number' || type === 'integer') return multipleOf === 0.01 ? 'amount' : 'number'
  if (format === 'date') return 'date'
  if (format === 'email') return 'email'
  if (property['pattern'] !== undefined) return 'pattern'
  return typeof maxLength === 'number' && maxLength > LONG_TEXT ? 'long-text' : 'text'
}

/** The rules of a form's questions by key; empty where the schema has none. */
export const propertiesOf = (schema: JsonObject): Readonly<Record<string, JsonObject>> => {
  const properties = objectIn(schema['properties']) ?? {}
  return Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, objectIn(property) ?? {}]))
}

export const objectIn = (value: Json | undefined): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined

/** The keys a form cannot be sent without. */
export const requiredKeys = (schema: JsonObject): readonly string[] => textsIn(schema['required'])

export const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
