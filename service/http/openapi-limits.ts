import type { Json, JsonObject } from '../../shared/json.ts'
import { MAX_BLOB_BYTES } from '../../shared/wire/streams.ts'

/** What the reader of bodies lets through at most, so no text can be longer and no list have more items. */
const BODY_BYTES = 1024 * 1024

/** Any JSON value, said once: generated schemas would unfold it wherever it stands. */
export const JSON_SCHEMA: JsonObject = {
  description: 'Any JSON value, at most 40 levels deep; texts without NUL and without halves of surrogate pairs.',
  type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
  maxLength: BODY_BYTES, maxItems: BODY_BYTES / 2, maxProperties: 10_000,
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Generated from `z.json()`: one of six kinds, the last two of which hold the same again. */
const isAnyJson = (schema: JsonObject): boolean =>
  Array.isArray(schema['anyOf']) && schema['anyOf'].length === 6 && JSON.stringify(schema['anyOf'].slice(0, 4)) === ANY_JSON_START

const ANY_JSON_START = JSON.stringify([{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }])

/** The same schema with one name for any JSON. */
export function withJsonNamed(value: Json): Json {
  if (Array.isArray(value)) return value.map(withJsonNamed)
  if (!isObject(value)) return value
  if (isAnyJson(value)) return { $ref: '#/components/schemas/Json' }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withJsonNamed(part)]))
}

/** The same request schema with the limits that hold for every body written out where it names none of its own. */
export function withLimits(value: Json, name = ''): Json {
  if (Array.isArray(value)) return value.map(part => withLimits(part, name))
  if (!isObject(value)) return value
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLimits(part, key)]))
  if (value['type'] === 'string' && !isBounded(value)) return { ...parts, maxLength: name === 'content' ? Math.ceil(MAX_BLOB_BYTES / 3) * 4 : BODY_BYTES }
  if (value['type'] === 'array' && value['maxItems'] === undefined) return { ...parts, maxItems: BODY_BYTES / 2 }
  return parts
}

const isBounded = (schema: JsonObject): boolean => ['maxLength', 'enum', 'const', 'format', 'pattern'].some(key => schema[key] !== undefined)
