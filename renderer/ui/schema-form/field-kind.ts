import type { Question } from '../../../shared/domains/applications/form-questions.ts'

/** How a question is asked on the screen. */
export type FieldKind = 'line' | 'long' | 'date' | 'confirmation' | 'yes-no' | 'few' | 'many'

/** As many choices as can be taken in at a glance; more go into a list. */
const FEW = 4
const LONG_FROM = 200

export function fieldKindOf({ property }: Question): FieldKind {
  if (property.type === 'boolean') return property.const === true ? 'confirmation' : 'yes-no'
  if (property.enum) return property.enum.length <= FEW ? 'few' : 'many'
  if (property.format === 'date') return 'date'
  return property.format === undefined && property.type !== 'number' && property.type !== 'integer' && (property.maxLength ?? 0) > LONG_FROM ? 'long' : 'line'
}
