import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatNumber, formatPlainDay, parseDay, parseNumber } from '../../../ui/format.ts'
import type { FormField } from '../queries.ts'

/** What stands in the fields of a filter while it is typed. */
export interface Typed {
  readonly text?: string
  readonly how?: 'begins' | 'contains'
  readonly from?: string
  readonly to?: string
  readonly values?: readonly string[]
  readonly yesNo?: 'any' | 'yes' | 'no'
}

export type TypedFilters = Readonly<Record<string, Typed>>

/** Filters as they stand in the fields to be changed. */
export const typedOf = (filters: readonly FormFilter[], language: Language): TypedFilters =>
  Object.fromEntries(filters.map(filter => [filter.key, typedFrom(filter, language)]))

function typedFrom(filter: FormFilter, language: Language): Typed {
  switch (filter.kind) {
    case 'text': return { text: filter.text, how: filter.how }
    case 'number': return { from: filter.from === null ? '' : formatNumber(filter.from, language), to: filter.to === null ? '' : formatNumber(filter.to, language) }
    case 'date': return { from: filter.from === null ? '' : formatPlainDay(filter.from, language), to: filter.to === null ? '' : formatPlainDay(filter.to, language) }
    case 'choice': return { values: filter.values }
    case 'yes-no': return { yesNo: filter.value ? 'yes' : 'no' }
    default: return filter satisfies never
  }
}

/** The filters behind what was typed, and the keys of the fields that cannot be read so. */
export function readFilters(fields: readonly FormField[], typed: TypedFilters, language: Language): { readonly filters: readonly FormFilter[]; readonly wrong: ReadonlySet<string> } {
  const read = fields.map(field => ({ key: field.key, filter: readFilter(field, typed[field.key] ?? {}, language) }))
  return {
    filters: read.flatMap(({ filter }) => (filter === 'wrong' || filter === undefined ? [] : [filter])),
    wrong: new Set(read.filter(({ filter }) => filter === 'wrong').map(({ key }) => key)),
  }
}

function readFilter({ key, kind }: FormField, typed: Typed, language: Language): FormFilter | 'wrong' | undefined {
  const { text = '', how = 'contains', values = [], yesNo = 'any' } = typed
  switch (kind) {
    case 'text': return text.trim() ? { kind, key, how, text: text.trim() } : undefined
    case 'choice': return values.length > 0 ? { kind, key, values: [...values] } : undefined
    case 'yes-no': return yesNo === 'any' ? undefined : { kind, key, value: yesNo === 'yes' }
    case 'number': return bounds(typed, written => parseNumber(written, language), (from, to) => ({ kind, key, from, to }))
    case 'date': return bounds(typed, parseDay, (from, to) => ({ kind, key, from, to }))
    default: return kind satisfies never
  }
}

function bounds<Value extends string | number>(
  { from = '', to = '' }: Typed,
  parse: (text: string) => Value | undefined,
  filterOf: (from: Value | null, to: Value | null) => FormFilter,
): FormFilter | 'wrong' | undefined {
  const [first, last] = [from, to].map(text => (text.trim() ? parse(text) : null))
  if (first === undefined || last === undefined || (first !== null && last !== null && first > last)) return 'wrong'
  return first === null && last === null ? undefined : filterOf(first, last)
}
