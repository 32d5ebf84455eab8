import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import type { allOf } from './condition.ts'
import type { Key, Placed } from './ordered-numbers.ts'
import type { Sorting } from './sorting.ts'

type Joined = ReturnType<typeof allOf>

const IN_BASE = 'id NOT IN (SELECT id FROM applications_overlay)'

/** Which of these cases fulfil the condition as they stand here, with their key in an order. */
export function placedAmong(db: Database, numbers: readonly number[], { key }: Sorting, { sql, overlaySql, values }: Joined): readonly Placed[] {
  const among = `number IN (SELECT value FROM json_each(?))`
  const list = JSON.stringify(numbers)
  return statement(
    db,
    `SELECT number, ${key.overlay} AS key FROM applications_overlay WHERE ${among} AND ${overlaySql}
     UNION ALL SELECT number, ${key.base} FROM applications WHERE ${among} AND ${IN_BASE} AND ${sql}`,
  ).all(list, ...values, list, ...values) as Placed[]
}

/** The key of one case in an order. */
export function keyReader(db: Database, { key }: Sorting): (number: number) => Key {
  const own = statement(db, `SELECT ${key.overlay} AS key FROM applications_overlay WHERE number = ?`).raw()
  const base = statement(db, `SELECT ${key.base} AS key FROM applications WHERE number = ?`).raw()
  return number => ((own.get(number) ?? base.get(number)) as [Key] | undefined)?.[0] ?? null
}

/** So many rows of an index are walked for first rows, some 10 ms at most; where that does not fill the screen, the whole order is waited for. */
const WALKED_ROWS = 1_000

/** The first numbers of a list straight from the sort's index: at once, but without own pending rows and a total. */
export function firstNumbers(db: Database, sorting: Sorting, direction: 'asc' | 'desc', limit: number, { sql, values }: Joined): readonly number[] {
  const first = `SELECT applications.number FROM (${sorting.walk(direction, WALKED_ROWS)}) AS walked CROSS JOIN applications USING (number) WHERE ${sql} LIMIT ?`
  return statement(db, first).pluck().all(...values, limit) as number[]
}
