import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import type { Condition } from './condition.ts'
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

/** The first numbers of a list straight from an index, own pending rows merged in: quick, but knows no total. */
export function firstNumbers(column: string, direction: 'asc' | 'desc', limit: number, { sql, values }: Condition) {
  const order = column === 'number' ? `number ${direction}` : `${column} ${direction}, number ${direction}`
  const base = `SELECT number, ${column} AS key FROM applications WHERE ${IN_BASE} AND ${sql}`
  const overlay = `SELECT number, ${column} AS key FROM applications_overlay WHERE ${sql}`
  const first = (select: string): string => `SELECT * FROM (${select} ORDER BY ${order} LIMIT ${limit})`
  return {
    sql: `SELECT number FROM (${first(base)} UNION ALL ${first(overlay)}) ORDER BY ${order.replace(column, column === 'number' ? 'number' : 'key')} LIMIT ${limit}`,
    values: [...values, ...values],
  }
}
