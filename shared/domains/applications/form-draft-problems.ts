import type { Json, JsonObject } from '../../json.ts'
import { fieldKindOf, objectIn, propertiesOf, textsIn, type FieldKind } from './field-kinds.ts'
import type { FormDraft } from './service-draft.ts'
import { problem, tooMany, wordProblems, type ServiceProblem } from './draft-problem.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'
const OF_THE_FORM = new Set(['$schema', 'type', 'additionalProperties', 'required', 'properties'])
const OF_A_TEXT = ['type', 'minLength', 'maxLength', 'pattern', 'format', 'enum']
const OF_A_NUMBER = ['type', 'minimum', 'maximum', 'multipleOf']
const OF_A_YES_NO = ['type', 'const']

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: OF_A_TEXT, integer: OF_A_NUMBER, number: OF_A_NUMBER, boolean: OF_A_YES_NO,
}

const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/
/** What a form asks at most; more nobody fills in, and lists of what is wrong stay readable. */
const MOST_SECTIONS = 30
const MOST_FIELDS = 60
const MOST_CHOICES = 100

/** Everything that keeps a form from being published. */
export function formProblems(form: FormDraft): readonly ServiceProblem[] {
  const properties = propertiesOf(form.schema)
  return [
    ...schemaProblems(form.schema, properties),
    ...Object.entries(properties).flatMap(([key, property]) => questionProblems(form, key, property)),
    ...layoutProblems(form, properties),
    ...useProblems(form, properties),
  ]
}

function schemaProblems(schema: JsonObject, properties: Readonly<Record<string, JsonObject>>): readonly ServiceProblem[] {
  const isFlat = schema['type'] === 'object' && schema['additionalProperties'] === false && objectIn(schema['properties']) !== undefined
  const isKnown = schema['$schema'] === DIALECT && Object.keys(schema).every(keyword => OF_THE_FORM.has(keyword))
  const required = schema['required']
  const isListed = Array.isArray(required) && textsIn(required).length === required.length && new Set(required).size === required.length
  const unknown = textsIn(required).filter(key => !Object.hasOwn(properties, key))
  return [
    ...problem('form', 'schema-invalid', !isFlat || !isKnown || !isListed),
    ...unknown.flatMap(key => problem(`form.fields.${key}`, 'required-unknown')),
  ]
}

function questionProblems(form: FormDraft, key: string, property: JsonObject): readonly ServiceProblem[] {
  const path = `form.fields.${key}`
  const type = typeof property['type'] === 'string' ? property['type'] : ''
  const known = KEYWORDS[type]
  if (!known || Object.keys(property).some(keyword => !known.includes(keyword))) return problem(path, 'rule-unknown')
  return [
    ...problem(path, 'key-invalid', !KEY.test(key)),
    ...problem(`${path}.bounds`, 'bounds-invalid', !areBoundsSound(property)),
    ...problem(`${path}.pattern`, 'pattern-invalid', property['pattern'] !== undefined && !isPattern(property['pattern'])),
    ...problem(path, 'rule-unknown', !isRuleSound(property)),
    ...(property['enum'] === undefined ? [] : choiceProblems(form, key, property['enum'])),
  ]
}

function areBoundsSound(property: JsonObject): boolean {
  const { minLength, maxLength, minimum, maximum } = property
  return isRange(minLength, maxLength, isLength) && isRange(minimum, maximum, isNumber)
}

const isNumber = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value)
const isLength = (value: Json): value is number => isNumber(value) && Number.isInteger(value) && value >= 0 && value <= 20_000

function isRange(low: Json | undefined, high: Json | undefined, fits: (value: Json) => value is number): boolean {
  if (low !== undefined && !fits(low)) return false
  if (high !== undefined && !fits(high)) return false
  return typeof low !== 'number' || typeof high !== 'number' || low <= high
}

/** Formats, steps and statements of which a form knows only these; a choice has no other rule beside it. */
function isRuleSound(property: JsonObject): boolean {
  const { format, multipleOf } = property
  const isFormat = format === undefined || format === 'date' || format === 'email'
  const isStep = multipleOf === undefined || (isNumber(multipleOf) && multipleOf > 0)
  const isStatement = property['const'] === undefined || property['const'] === true
  const isPlainChoice = property['enum'] === undefined || Object.keys(property).length === 2
  return isFormat && isStep && isStatement && isPlainChoice
}

/** As the validation reads it, which is by code points. */
function isPattern(pattern: Json): boolean {
  if (typeof pattern !== 'string' || pattern === '' || pattern.length > 400) return false
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}

function choiceProblems(form: FormDraft, key: string, offered: Json): readonly ServiceProblem[] {
  const path = `form.fields.${key}.choices`
  const values = textsIn(offered)
  const labels = Object.hasOwn(form.valueLabels, key) ? form.valueLabels[key] : undefined
  const isList = Array.isArray(offered) && values.length === offered.length && values.every(value => value !== '' && value.length <= 200)
  return [
    ...problem(path, 'choices-missing', values.length === 0),
    ...problem(path, 'choice-invalid', !isList || new Set(values).size !== values.length),
    ...tooMany(path, values.length, MOST_CHOICES),
    ...values.flatMap(value => {
      const label = labels && Object.hasOwn(labels, value) ? labels[value] : undefined
      return wordProblems(`${path}.${value}`, label ?? { de: '', en: '' })
    }),
  ]
}

function layoutProblems({ sections }: FormDraft, properties: Readonly<Record<string, JsonObject>>): readonly ServiceProblem[] {
  const fields = sections.flatMap(section => section.fields)
  const counts = Map.groupBy(fields, ({ key }) => key)
  return [
    ...problem('form', 'sections-missing', sections.length === 0),
    ...tooMany('form', sections.length, MOST_SECTIONS),
    ...sections.flatMap(({ title, fields: inside }, index) => [
      ...wordProblems(`form.sections.${index}.title`, title),
      ...problem(`form.sections.${index}`, 'section-empty', inside.length === 0),
      ...tooMany(`form.sections.${index}`, inside.length, MOST_FIELDS),
    ]),
    ...Object.keys(properties).flatMap(key => problem(`form.fields.${key}`, 'not-laid-out', !counts.has(key))),
    ...[...counts].flatMap(([key, laidOut]) => problem(`form.fields.${key}`, 'laid-out-twice', laidOut.length > 1)),
    ...[...counts.keys()].flatMap(key => problem(`form.fields.${key}`, 'rule-missing', !Object.hasOwn(properties, key))),
    ...fields.flatMap(({ key, label, help }) => [
      ...wordProblems(`form.fields.${key}.label`, label),
      ...(help ? wordProblems(`form.fields.${key}.help`, help) : []),
    ]),
  ]
}

const NAMES: readonly FieldKind[] = ['text']
const LOCALITIES: readonly FieldKind[] = ['text', 'choice']
const SORTABLE: readonly FieldKind[] = ['text', 'number', 'amount', 'date', 'yes-no', 'choice', 'pattern']
const MOST_NAMES = 4
const MOST_SORTABLE = 12

/** What a form's fields are used for outside of it: the name in lists, the place, the address for notices, columns. */
function useProblems(form: FormDraft, properties: Readonly<Record<string, JsonObject>>): readonly ServiceProblem[] {
  const fits = (key: string, kinds: readonly FieldKind[]): boolean => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    return property !== undefined && kinds.includes(fieldKindOf(property))
  }
  const unfit = (path: string, keys: readonly string[], kinds: readonly FieldKind[]): readonly ServiceProblem[] =>
    problem(path, 'field-unfit', keys.some(key => !fits(key, kinds)) || new Set(keys).size !== keys.length)
  return [
    ...problem('form.nameKeys', 'missing', form.nameKeys.length === 0),
    ...unfit('form.nameKeys', form.nameKeys, NAMES),
    ...tooMany('form.nameKeys', form.nameKeys.length, MOST_NAMES),
    ...unfit('form.localityKey', form.localityKey === null ? [] : [form.localityKey], LOCALITIES),
    ...unfit('form.emailKey', form.emailKey === null ? [] : [form.emailKey], ['email']),
    ...unfit('form.sortable', form.sortable, SORTABLE),
    ...tooMany('form.sortable', form.sortable.length, MOST_SORTABLE),
  ]
}
