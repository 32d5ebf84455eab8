import type { Json, JsonObject } from '../json.ts'

/** An answer of a FIM form: where it stands (`G00000001/F00000002`) and what was answered. */
export interface FimAnswer {
  readonly path: string
  readonly value: string | number | boolean
}

/** No form is deeper, and a schema that refers to itself has no end. */
const MOST_DEEP = 20
const MOST_QUESTIONS = 20_000

/** Every answer of a form, in its order. Repeated groups count from 1: `G00000001[2]/F00000002`. */
export function fimAnswers(data: Json): readonly FimAnswer[] {
  const answers: FimAnswer[] = []
  const walk = (value: Json, path: string): void => {
    if (value === null) return
    if (typeof value !== 'object') answers.push({ path, value })
    else if (Array.isArray(value)) value.forEach((item: Json, index) => walk(item, `${path}[${index + 1}]`))
    else for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}/${key}` : key)
  }
  walk(data, '')
  return answers
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.trim().slice(0, 300) : '')

/** What a schema asks (path → label of its question), in the order of the form; nothing where it is no schema. */
export function fimLabels(schema: JsonObject): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const resolve = (node: JsonObject): JsonObject => {
    const name = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(textOf(node['$ref']))?.[1]
    const known = name === undefined ? undefined : [schema['$defs'], schema['definitions']].find(isObject)?.[name]
    return isObject(known) ? { ...known, ...node } : node
  }
  const walk = (given: JsonObject, path: string, depth: number): void => {
    if (depth > MOST_DEEP || labels.size >= MOST_QUESTIONS) return
    const node = resolve(given)
    const properties = node['properties']
    const items = node['items']
    if (isObject(items)) return walk({ ...items, title: items['title'] ?? node['title'] ?? '' }, path, depth + 1)
    if (path) labels.set(path, textOf(node['title']) || path)
    if (isObject(properties)) for (const [key, inner] of Object.entries(properties)) if (isObject(inner)) walk(inner, path ? `${path}/${key}` : key, depth + 1)
  }
  walk(schema, '', 0)
  return labels
}

/** `G1[2]/F3` stands in the schema at `G1/F3`. */
export const schemaPath = (path: string): string => path.replace(/\[\d+\]/g, '')

/** What stands there under a key, and not what every object has by itself. */
export const ownText = (texts: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined)

/** How a person reads where an answer stands: the labels from the outermost group on; what has none by its key. */
export function readablePath(path: string, labels: Readonly<Record<string, string>>): string {
  const steps = path.split('/')
  return steps.map((step, index) => {
    const number = /\[(\d+)\]$/.exec(step)?.[1]
    const label = ownText(labels, schemaPath(steps.slice(0, index + 1).join('/'))) ?? schemaPath(step)
    return number === undefined || number === '1' ? label : `${label} (${number})`
  }).join(' – ')
}
