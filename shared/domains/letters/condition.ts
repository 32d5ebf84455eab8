import type { Values } from './fill.ts'

/** When a paragraph stands in a letter: if a variable has a value, has none, or says one thing. */
export interface Condition {
  readonly variable: string
  readonly wanted: { readonly kind: 'given' } | { readonly kind: 'absent' } | { readonly kind: 'equal'; readonly to: string }
}

export interface ConditionalText {
  /** Null: always. */
  readonly condition: Condition | null
  /** Whether its first line means to be a condition and is none. */
  readonly isBroken: boolean
  /** The paragraph without that line. */
  readonly text: string
}

const MEANT = /^\?(?=[\s{])/
const CONDITION = /^\?\s*(?:(?<without>ohne)\s+\{\{\s*(?<absent>[A-Za-z][\w.]{0,98})\s*\}\}|\{\{\s*(?<name>[A-Za-z][\w.]{0,98})\s*\}\}(?:\s*=\s*(?<to>[^{}=\s][^{}=]{0,199}?))?)\s*$/

/**
 * A paragraph of a template with its condition, which is a first line of its own: `? {{name}}` (has a value),
 * `? ohne {{name}}` (has none), `? {{name}} = word`.
 */
export function conditionalText(paragraph: string): ConditionalText {
  if (!MEANT.test(paragraph)) return { condition: null, isBroken: false, text: paragraph }
  const [first = '', ...rest] = paragraph.split('\n')
  const text = rest.join('\n')
  const found = CONDITION.exec(first.trim())?.groups
  if (!found || text.trim() === '') return { condition: null, isBroken: true, text: paragraph }
  const { absent, name = '', to } = found
  if (absent !== undefined) return { condition: { variable: absent, wanted: { kind: 'absent' } }, isBroken: false, text }
  return { condition: { variable: name, wanted: to === undefined ? { kind: 'given' } : { kind: 'equal', to } }, isBroken: false, text }
}

export function holds({ variable, wanted }: Condition, values: Values): boolean {
  const value = (values.get(variable) ?? '').trim()
  if (wanted.kind === 'equal') return value === wanted.to
  return (value !== '') === (wanted.kind === 'given')
}
