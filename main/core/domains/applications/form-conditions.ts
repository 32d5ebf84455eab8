import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import { unreachable } from '../../../../shared/result.ts'
import { folded } from '../../cache/fold-sql.ts'
import { FORM_VALUES, valueField } from '../../cache/form-values.ts'
import type { Condition } from './one-condition.ts'

interface OnValue {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** A filter by a field of a service's form: looked up for one row, and as a stretch of the index for all. */
export function formCondition(service: string, filter: FormFilter): Condition {
  const { sql, values } = onValue(filter)
  const field = valueField(service, filter.key)
  const holds = (table: string): string => `EXISTS (SELECT 1 FROM ${table} WHERE case_number = number AND field = ? AND ${sql})`
  return {
    sql: holds(FORM_VALUES.base),
    overlaySql: holds(FORM_VALUES.overlay),
    numbersSql: `SELECT case_number FROM ${FORM_VALUES.base} WHERE field = ? AND ${sql}`,
    values: [field, ...values],
  }
}

/** After every text that begins so: no text of ours holds this character. */
const LAST = '\u{10FFFF}'

function onValue(filter: FormFilter): OnValue {
  switch (filter.kind) {
    case 'text': {
      const text = folded(filter.text)
      return filter.how === 'begins' ? { sql: 'value >= ? AND value < ?', values: [text, text + LAST] } : { sql: 'instr(value, ?) > 0', values: [text] }
    }
    case 'number':
    case 'date':
      return between(filter.from, filter.to)
    case 'choice':
      return { sql: `value IN (${filter.values.map(() => '?').join(', ')})`, values: filter.values }
    case 'yes-no':
      return { sql: 'value = ?', values: [filter.value ? 1 : 0] }
    default:
      return unreachable(filter)
  }
}

function between(from: string | number | null, to: string | number | null): OnValue {
  const bounds = [['value >= ?', from], ['value <= ?', to]] as const
  const given = bounds.flatMap(([sql, value]) => (value === null ? [] : [{ sql, value }]))
  return { sql: given.map(({ sql }) => sql).join(' AND ') || '1', values: given.map(({ value }) => value) }
}
