import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { SORTS, type Condition } from './condition.ts'
import type { Placed } from './ordered-numbers.ts'

const IN_BASE = 'id NOT IN (SELECT id FROM applications_overlay)'

/** Which of these cases fulfil the condition as they stand here, with their key in an order. */
export function placedAmong(db: Database, numbers: readonly number[], column: string, { sql, values }: Condition): readonly Placed[] {
  const among = `number IN (SELECT value FROM json_each(?))`
  const list = JSON.stringify(numbers)
  return statement(
    db,
    `SELECT number, ${column} AS key FROM applications_overlay WHERE ${among} AND ${sql}
     UNION ALL SELECT number, ${column} FROM applications WHERE ${among} AND ${IN_BASE} AND ${sql}`,
  ).all(list, ...values, list, ...values) as Placed[]
}

/** The key of one case in an order. */
export function keyReader(db: Database, column: string): (number: number) => string | number {
  const key = statement(
    db,
    `SELECT coalesce((SELECT ${column} FROM applications_overlay WHERE number = @number), (SELECT ${column} FROM applications WHERE number = @number))`,
  ).pluck()
  return number => key.get({ number }) as string | number
}

/** So many rows of an index are walked for first rows, some 10 ms at most; where that does not fill the screen, the whole order is waited for. */
const WALKED_ROWS = 1_000

/** The first numbers of a list straight from the sort's index: at once, but without own pending rows and a total. */
export function firstNumbers(db: Database, sort: ListQuery['sort'], limit: number, { sql, values }: Condition): readonly number[] {
  const { column, index } = SORTS[sort.field]
  const order = column === 'number' ? `number ${sort.direction}` : `${column} ${sort.direction}, number ${sort.direction}`
  // The planner would rather gather the filtered rows and sort them all.
  const walked = index === null ? 'applications NOT INDEXED' : `applications INDEXED BY ${index}`
  const first = `SELECT number FROM (SELECT * FROM ${walked} ORDER BY ${order} LIMIT ${WALKED_ROWS}) WHERE ${sql} ORDER BY ${order} LIMIT ?`
  return statement(db, first).pluck().all(...values, limit) as number[]
}
