import { Validator } from '@cfworker/json-schema'
import type { Form } from './service-tables.ts'
import type { Json, JsonObject } from '../../json.ts'

export type ProblemKind =
  | 'missing' | 'unknown' | 'not-text' | 'not-number' | 'not-whole-number' | 'not-yes-or-no' | 'not-offered' | 'not-date'
  | 'not-email' | 'not-confirmed' | 'not-expected' | 'too-short' | 'too-long' | 'too-small' | 'too-large'

/** What is wrong with one field. `limit` is the bound that was passed, where there is one. */
export interface FieldProblem {
  /** The key of the property. */
  readonly key: string
  readonly kind: ProblemKind
  readonly limit: number | string | null
}

/** What of a form the judgement needs; a form that is being written has it too. */
export type FormShape = Pick<Form, 'schema' | 'sections'>

/** Everything that is wrong with the values of a form, one problem for each field, in the order of its sections. */
export function problemsOf(form: FormShape, values: JsonObject): readonly FieldProblem[] {
  const validator = new Validator(form.schema, '2020-12', false)
  const result = validator.validate(values)
  if (result.valid) return []
  const found = new Map<string, FieldProblem>()
  for (const error of result.errors) {
    for (const problem of problemsIn(form.schema, values, error)) if (!found.has(problem.key)) found.set(problem.key, problem)
  }
  if (found.size === 0) throw new Error('the form refuses values for a reason that belongs to no field')
  const order = form.sections.flatMap(section => section.fields.map(field => field.key))
  return [...found.values()].toSorted((one, other) => rank(order, one.key) - rank(order, other.key))
}

/**
 * The same as staff take an application down for somebody: paper and telephone come without an e-mail address, and nobody
 * is turned away for want of one.
 */
export const problemsForStaff = (form: FormShape & Pick<Form, 'emailKey'>, values: JsonObject): readonly FieldProblem[] =>
  problemsOf(form, values).filter(({ key, kind }) => key !== form.emailKey || kind !== 'missing')

const rank = (order: readonly string[], key: string): number => {
  const index = order.indexOf(key)
  return index < 0 ? order.length : index
}

interface Finding {
  readonly keyword: string
  readonly keywordLocation: string
  readonly instanceLocation: string
}

function problemsIn(schema: JsonObject, values: JsonObject, finding: Finding): readonly FieldProblem[] {
  const key = decodePointer(finding.instanceLocation)[0]
  const rule = at(schema, finding.keywordLocation)
  if (key === undefined) return missingOf(rule, finding.keyword, values).map(name => ({ key: name, kind: 'missing', limit: null }))
  const kind = kindOf(finding.keyword, rule)
  if (!kind) return []
  return [{ key, kind, limit: typeof rule === 'number' || typeof rule === 'string' ? rule : null }]
}

/** The names a `required` or `dependentRequired` asks for that are not there. */
function missingOf(rule: Json | undefined, keyword: string, values: JsonObject): readonly string[] {
  if (keyword === 'required' && Array.isArray(rule)) return rule.filter(name => typeof name === 'string' && !Object.hasOwn(values, name)) as string[]
  if (keyword !== 'dependentRequired' || typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule)
    .filter(([name]) => Object.hasOwn(values, name))
    .flatMap(([, names]) => missingOf(names, 'required', values))
}

/** Keywords that only pass on what is wrong further in. */
const PASSING_ON = new Set([
  'properties', 'allOf', 'anyOf', 'oneOf', 'if', 'items', 'additionalProperties', 'unevaluatedProperties', '$ref', 'dependentSchemas',
])

const KINDS: Readonly<Record<string, ProblemKind>> = {
  false: 'unknown', enum: 'not-offered', const: 'not-offered', minLength: 'too-short', maxLength: 'too-long',
  minimum: 'too-small', exclusiveMinimum: 'too-small', maximum: 'too-large', exclusiveMaximum: 'too-large',
  required: 'missing',
}

const TYPES: Readonly<Record<string, ProblemKind>> = {
  string: 'not-text', number: 'not-number', integer: 'not-whole-number', boolean: 'not-yes-or-no',
}

function kindOf(keyword: string, rule: Json | undefined): ProblemKind | undefined {
  if (PASSING_ON.has(keyword)) return undefined
  if (keyword === 'const' && rule === true) return 'not-confirmed'
  if (keyword === 'type') return (typeof rule === 'string' && TYPES[rule]) || 'not-expected'
  if (keyword === 'format' && rule === 'date') return 'not-date'
  if (keyword === 'format' && rule === 'email') return 'not-email'
  return KINDS[keyword] ?? 'not-expected'
}

const decodePointer = (pointer: string): readonly string[] =>
  pointer.split('/').slice(1).map(part => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))

function at(schema: JsonObject, pointer: string): Json | undefined {
  let place: Json | undefined = schema
  for (const part of decodePointer(pointer)) {
    if (typeof place !== 'object' || place === null) return undefined
    place = (place as Readonly<Record<string, Json>>)[part]
  }
  return place
}
