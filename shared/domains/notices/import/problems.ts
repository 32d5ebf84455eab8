/** What can be wrong with a cell or a row. Those of the second list are told and keep nothing from being sent. */
export const ROW_ERRORS = [
  'missing', 'too-long', 'garbled', 'unknown-letter', 'no-value', 'cell-error', 'digits-lost', 'day-instead', 'postal-code', 'not-a-number', 'negative', 'too-exact', 'too-large',
  'ambiguous-number', 'nothing-to-pay', 'not-a-day', 'no-such-day', 'ambiguous-day', 'not-a-period', 'period-backwards', 'unknown-role', 'wrong-email', 'wrong-reference', 'sum-differs',
  'sum-unclear', 'parcel-incomplete', 'wrong-parcel', 'label-differs', 'too-many-parcels', 'reference-twice', 'row-twice',
] as const
export const ROW_HINTS = ['formula', 'english-number', 'unknown-country', 'no-street', 'parcel-twice', 'area-unclear', 'hidden', 'ragged'] as const

export type RowProblemCode = (typeof ROW_ERRORS)[number] | (typeof ROW_HINTS)[number]

/** Where it is, what was found there, and what is wrong with it. */
export interface RowProblem {
  /** Of the file, as its program counts. */
  readonly line: number
  /** From 0; null where the row as a whole is meant, or no column has the field. */
  readonly column: number | null
  readonly field: string | null
  /** The text of the cell, or what was found instead of what was expected; cut where it is long. */
  readonly found: string
  readonly code: RowProblemCode
}

const HINTS: ReadonlySet<string> = new Set(ROW_HINTS)

/** Whether a row with this cannot become a notice. */
export const isError = ({ code }: Pick<RowProblem, 'code'>): boolean => !HINTS.has(code)
