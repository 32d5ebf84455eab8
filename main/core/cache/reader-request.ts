/** What a reading thread is asked; the SQL is the question's own. */
export type ReaderRequest =
  /** All row numbers in the order of `orderSql` (null: by number), then those of `restSql`, of which every set of `filters` contains each. */
  | { readonly kind: 'vector'; readonly orderSql: string | null; readonly restSql: string | null; readonly filters: readonly ReaderQuery[] }
  /** The one number that each query answers, all as of one moment. */
  | { readonly kind: 'counts'; readonly queries: readonly ReaderQuery[] }
  /** The rows that each query answers, as arrays of their columns, all as of one moment. */
  | { readonly kind: 'rows'; readonly queries: readonly ReaderQuery[] }
  | { readonly kind: 'check' }

export interface ReaderQuery {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Numbers as of one moment: changes with a greater `sequence` are not in them. */
export interface NumbersAsOf {
  readonly numbers: Int32Array<ArrayBuffer>
  readonly sequence: number
}
