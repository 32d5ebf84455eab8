import { readAmount, type NumberProblem } from '../../../formats/typed-numbers.ts'
import type { NoticeContent } from '../content.ts'
import type { ColumnMapping } from '../tables.ts'
import { AMOUNT_FIELDS } from './columns.ts'
import type { RowProblemCode } from './problems.ts'
import type { RowCells } from './row-cells.ts'

export const NUMBER_PROBLEMS: Readonly<Record<NumberProblem, RowProblemCode>> = {
  'not-a-number': 'not-a-number', negative: 'negative', 'too-exact': 'too-exact', 'too-large': 'too-large', ambiguous: 'ambiguous-number',
}

/** What one row asks for. */
export interface RowAmounts {
  readonly items: NoticeContent['items']
  /** As the table says it; null where it does not. */
  readonly totalCents: number | null
}

/** The amounts of a row with what each is for. Where there is but a total, it is the one amount. */
export function readAmounts(cells: RowCells, mapping: ColumnMapping, isAmongEnglish: boolean): RowAmounts {
  const items = AMOUNT_FIELDS.flatMap(({ amount, label }) => {
    if (!cells.has(amount)) return []
    const cents = readOne(cells, amount, isAmongEnglish)
    const name = cells.text(label) || mapping[amount] || ''
    if (name.length > 120) cells.tell(label, 'too-long')
    return cents === null ? [] : [{ label: name, cents }]
  })
  const totalCents = cells.has('total') ? readOne(cells, 'total', isAmongEnglish) : null
  if (AMOUNT_FIELDS.some(({ amount }) => cells.has(amount))) return { items, totalCents }
  if (!cells.has('total')) cells.tell(mapping['amount'] === undefined && mapping['total'] !== undefined ? 'total' : 'amount', 'missing')
  return { items: totalCents === null ? [] : [{ label: cells.text('amountLabel') || mapping['total'] || '', cents: totalCents }], totalCents }
}

function readOne(cells: RowCells, field: string, isAmongEnglish: boolean): number | null {
  const amount = readAmount(cells.text(field), { isAmongEnglish })
  if (!amount.ok) {
    cells.tell(field, NUMBER_PROBLEMS[amount.error])
    return null
  }
  if (amount.value.isEnglish) cells.tell(field, 'english-number')
  return amount.value.cents
}

export const sumOf = (items: NoticeContent['items']): number => items.reduce((sum, { cents }) => sum + cents, 0)
