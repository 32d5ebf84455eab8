import { unreachable } from '../../../shared/result.ts'
import { lastChange } from './change-log.ts'
import type { Database } from './database.ts'
import { check } from './check.ts'
import type { NumbersAsOf, ReaderQuery, ReaderRequest } from './reader-request.ts'
import { statement } from './statements.ts'
import { Moved, serve } from './worker-side.ts'

interface Order {
  readonly sequence: number
  readonly numbers: Int32Array<ArrayBuffer>
}

type Asked = Extract<ReaderRequest, { readonly kind: 'vector' }>

/** How many orders without filters are kept: the next filter on the same sort needs only its own rows. */
const KEPT_ORDERS = 2

serve<ReaderRequest>('reader', createReader())

function createReader() {
  const orders = new Map<string | null, Order>()
  return (db: Database, request: ReaderRequest): unknown => {
    switch (request.kind) {
      case 'vector':
        return moved(db.transaction(() => vector(db, orderOf(db, orders, request), request.filters))())
      case 'counts':
        return db.transaction(() => request.queries.map(({ sql, values }) => statement(db, sql).pluck().get(...values) as number))()
      case 'rows':
        return db.transaction(() => request.queries.map(({ sql, values }) => statement(db, sql).raw().all(...values)))()
      case 'check':
        return check(db)
      default:
        return unreachable(request)
    }
  }
}

const moved = (answer: NumbersAsOf): Moved => new Moved(answer, [answer.numbers.buffer])

const numbersOf = (db: Database, { sql, values }: ReaderQuery): number[] => statement(db, sql).pluck().all(...values) as number[]

function vector(db: Database, { sequence, numbers }: Order, filters: readonly ReaderQuery[]): NumbersAsOf {
  const sets = filters.map(filter => setOf(db, filter))
  if (sets.length === 0) return { numbers: numbers.slice(), sequence }
  const kept = new Int32Array(numbers.length)
  let length = 0
  // A loop by index over up to a million numbers.
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    if (sets.every(set => set[number] === 1)) kept[length++] = number
  }
  return { numbers: kept.slice(0, length), sequence }
}

/** Kept as long as no row changes. */
function orderOf(db: Database, orders: Map<string | null, Order>, { orderSql, restSql }: Asked): Order {
  const sequence = lastChange(db)
  const known = orders.get(orderSql)
  if (known?.sequence === sequence) return known
  const order = { sequence, numbers: orderSql === null ? allNumbers(db) : Int32Array.from([orderSql, restSql].flatMap(sql => (sql === null ? [] : numbersOf(db, { sql, values: [] })))) }
  orders.delete(orderSql)
  orders.set(orderSql, order)
  const [oldest] = orders.keys()
  if (orders.size > KEPT_ORDERS && oldest !== undefined) orders.delete(oldest)
  return order
}

/** From a narrow index and sorted here: the table itself is wide and takes ten times as long to walk. */
const allNumbers = (db: Database): Int32Array<ArrayBuffer> =>
  Int32Array.from(numbersOf(db, { sql: 'SELECT number FROM applications INDEXED BY applications_by_department', values: [] })).toSorted()

/** One byte per receipt number: 1 where the row fulfils the condition. */
function setOf(db: Database, filter: ReaderQuery): Uint8Array {
  const highest = (statement(db, 'SELECT max(number) FROM applications').pluck().get() as number | null) ?? 0
  const set = new Uint8Array(highest + 1)
  for (const number of numbersOf(db, filter)) set[number] = 1
  return set
}
