import { problemsOf } from './form-problems.ts'
import type { Form } from './service-tables.ts'
import type { Json, JsonObject } from '../../json.ts'
import { fimAnswers, ownText, readablePath, schemaPath, type FimAnswer } from '../../formats/fim.ts'

/** How the questions of a schema become those of one of the town's forms. */
export interface FieldMapping {
  /** Path in the schema → label there. */
  readonly labels: Readonly<Record<string, string>>
  /** Path in the schema → key of the form's field. */
  readonly fields: Readonly<Record<string, string>>
  /** What the schema does not ask and the form needs, the same in every submission. */
  readonly fixed: JsonObject
}

/** An answer that has no field of the form, with the label of its question. */
export interface OtherAnswer {
  readonly label: string
  readonly value: string
}

export interface Mapped {
  readonly values: JsonObject
  /** What has no field, or does not fit into it: kept beside the form, in the order of the submission. */
  readonly others: readonly OtherAnswer[]
  /** Labels of required fields that stay empty. */
  readonly missing: readonly string[]
}

/** Fills the form from a submission. Nothing of it is left out: what does not become a value stands among the others. */
export function applyMapping(form: Form, mapping: FieldMapping, data: Json): Mapped {
  const values: Record<string, Json> = { ...mapping.fixed }
  const others: (FimAnswer & { readonly key: string | null })[] = []
  const from = new Map<string, FimAnswer>()
  for (const answer of fimAnswers(data)) {
    const key = ownText(mapping.fields, answer.path) ?? ownText(mapping.fields, schemaPath(answer.path))
    const value = key === undefined || from.has(key) ? undefined : fitted(form, key, answer.value)
    if (key === undefined || value === undefined) others.push({ ...answer, key: null })
    else {
      values[key] = value
      from.set(key, answer)
    }
  }
  const problems = problemsOf(form, values)
  const wrong = problems.filter(({ kind }) => kind !== 'missing').map(({ key }) => key)
  for (const key of wrong) {
    const answer = from.get(key)
    if (answer) others.push({ ...answer, key })
    delete values[key]
  }
  return {
    values,
    others: others.map(({ path, value }) => ({ label: readablePath(path, mapping.labels), value: shown(value) })),
    missing: [...new Set([...problems.filter(({ kind }) => kind === 'missing').map(({ key }) => key), ...wrong])].filter(key => isRequired(form, key)).map(key => labelOf(form, key)),
  }
}

const labelOf = (form: Form, key: string): string => form.sections.flatMap(({ fields }) => fields).find(field => field.key === key)?.label.de ?? key

const isRequired = ({ schema }: Form, key: string): boolean => Array.isArray(schema['required']) && schema['required'].includes(key)

const shown = (value: FimAnswer['value']): string => (typeof value === 'boolean' ? (value ? 'ja' : 'nein') : String(value))

const YES = ['true', 'ja', '1', 'on']
const NO = ['false', 'nein', '0', 'off']

/** The answer as the field wants it; undefined where it cannot be that. */
function fitted(form: Form, key: string, value: FimAnswer['value']): Json | undefined {
  const properties = form.schema['properties'] as JsonObject | undefined
  const property = properties?.[key] as JsonObject | undefined
  if (!property) return undefined
  const text = String(value).trim()
  if (Array.isArray(property['enum'])) return chosen(form, key, property['enum'], text)
  const { type } = property
  if (type === 'boolean') return YES.includes(text.toLowerCase()) ? true : NO.includes(text.toLowerCase()) ? false : undefined
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
  if (type === 'number') return /^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
  if (type === 'string') return property['format'] === 'date' ? dayOf(text) : text
  return undefined
}

/** By its code, or by the label that citizens read. */
function chosen(form: Form, key: string, offered: readonly Json[], text: string): Json | undefined {
  const labels = Object.entries(form.valueLabels[key] ?? {})
  const same = (one: string): boolean => one.toLowerCase() === text.toLowerCase()
  return offered.find(option => typeof option === 'string' && same(option)) ?? labels.find(([, label]) => same(label.de) || same(label.en))?.[0]
}

/** `24.12.1980` and `1980-12-24` are the same day. */
function dayOf(text: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  return german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : text
}

/** Which fields are likely meant, by labels that are the same but for their spelling. */
export function suggestedFields(form: Form, labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const byLabel = new Map(form.sections.flatMap(({ fields }) => fields.map(({ key, label }) => [plain(label.de), key] as const)))
  const suggested: Record<string, string> = {}
  const taken = new Set<string>()
  for (const [path, label] of Object.entries(labels)) {
    const key = byLabel.get(plain(label))
    if (key === undefined || taken.has(key)) continue
    suggested[path] = key
    taken.add(key)
  }
  return suggested
}

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
