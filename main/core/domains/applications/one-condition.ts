/**
 * One thing a row has to fulfil, as SQL over the columns of `applications` (or its overlay twin). Each condition alone is
 * answered by an index; a test holds that.
 */
export interface Condition {
  readonly sql: string
  /** The same over the overlay twin, where it asks another table there. */
  readonly overlaySql?: string
  /** All numbers that fulfil it, where that is quicker than to ask each row. */
  readonly numbersSql?: string
  readonly values: readonly (string | number)[]
}
