import type { TableName } from '../../../../shared/tables.ts'
import type { Database } from '../database.ts'
import { statement } from '../statements.ts'

type Key = 'number' | 'id'

/** The column a table is stored by, so that a stretch of it lies together. */
export const keyOf = (table: TableName): Key => (table === 'applications' ? 'number' : 'id')

/** The rows of a table behind one key, up to and with another. */
export interface Stretch {
  readonly after: string | number
  readonly upTo: string | number
}

/** A table in stretches of so many rows, each read when the one before is done. */
export function* stretchesOf(db: Database, table: string, key: Key, rows: number): Generator<Stretch> {
  const next = statement(db, `SELECT max(${key}) FROM (SELECT ${key} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?)`).pluck()
  let after: string | number = key === 'number' ? -1 : ''
  for (;;) {
    const upTo = next.get(after, rows) as string | number | null
    if (upTo === null) return
    yield { after, upTo }
    after = upTo
  }
}
