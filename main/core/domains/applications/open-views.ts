import { ok, type Result } from '../../../../shared/result.ts'
import { changesAfter, lastChange } from '../../cache/change-log.ts'
import type { Database } from '../../cache/database.ts'
import type { NumbersAsOf, ReaderQuery, ReaderRequest } from '../../cache/reader-request.ts'
import type { WorkerThread } from '../../cache/worker-thread.ts'
import { allOf, holding, matching, type Match } from './condition.ts'
import type { Condition } from './one-condition.ts'
import { keyReader, placedAmong } from './effective-numbers.ts'
import { overlayNumbers } from './list-rows.ts'
import { replaceIn } from './ordered-numbers.ts'
import type { Sorting } from './sorting.ts'

/** A list as it is asked for: what rows fulfil, and which words they hold. */
export interface ViewQuery {
  readonly sorting: Sorting
  readonly conditions: readonly Condition[]
  /** A search too broad to be gathered on the spot. */
  readonly match: Match | undefined
}

/** All row numbers of an open list in ascending order. */
interface View {
  readonly query: ViewQuery
  readonly numbers: Int32Array
  readonly sequence: number
}

const MOST_PATCHED = 2_000

/**
 * absent ─build in the reading thread─▶ open ─rows changed─▶ patched on the spot ─▶ open
 *                                          └─too many changed, or all─▶ absent
 * A view that is handed out is as of now: base rows, own pending rows, and every change since it was built.
 */
export interface OpenViews {
  /** The view if it is open, brought up to date. */
  ready(query: ViewQuery): Int32Array | undefined
  build(query: ViewQuery): Promise<Result<Int32Array>>
  /** One view, or all of them. */
  forget(query?: ViewQuery): void
}

/** Keeps the `most` views asked for last. */
export function createOpenViews(db: Database, reader: WorkerThread<ReaderRequest>, most: number): OpenViews {
  const open = new Map<string, View>()
  const building = new Map<string, Promise<Result<Int32Array>>>()

  function ready(query: ViewQuery): Int32Array | undefined {
    const key = JSON.stringify(query)
    const view = open.get(key)
    open.delete(key)
    const current = view && upToDate(db, view)
    if (current) open.set(key, current)
    return current?.numbers
  }

  async function buildNow(query: ViewQuery): Promise<Result<Int32Array>> {
    const answer = await reader.ask<NumbersAsOf>(requestFor(query))
    if (!answer.ok) return answer
    const view = place(db, { ...answer.value, query }, overlayNumbers(db))
    const current = upToDate(db, view) ?? view
    open.set(JSON.stringify(query), current)
    const [oldest] = open.keys()
    if (open.size > most && oldest !== undefined) open.delete(oldest)
    return ok(current.numbers)
  }

  function build(query: ViewQuery): Promise<Result<Int32Array>> {
    const key = JSON.stringify(query)
    const started = building.get(key) ?? buildNow(query).finally(() => building.delete(key))
    building.set(key, started)
    return started
  }

  return { ready, build, forget: query => void (query ? open.delete(JSON.stringify(query)) : open.clear()) }
}

function requestFor({ sorting, conditions, match }: ViewQuery): ReaderRequest {
  const words: readonly ReaderQuery[] = match === undefined ? [] : [matching(match)]
  return {
    kind: 'vector',
    orderSql: sorting.orderSql,
    restSql: sorting.restSql,
    filters: [...conditions.map(({ sql, numbersSql, values }) => ({ sql: numbersSql ?? `SELECT number FROM applications WHERE ${sql}`, values })), ...words],
  }
}

/** The view with everything that changed since; undefined when building it anew is quicker. */
function upToDate(db: Database, view: View): View | undefined {
  const changed = changesAfter(db, view.sequence)
  if (changed?.length === 0) return view
  if (!changed || changed.length > MOST_PATCHED) return undefined
  return { ...place(db, view, changed), sequence: lastChange(db) }
}

/** Takes the given numbers out and puts those that belong in to their places. */
function place(db: Database, view: View, changed: readonly number[]): View {
  if (changed.length === 0) return view
  const { sorting, conditions, match } = view.query
  const placed = placedAmong(db, changed, sorting, allOf([...conditions, ...holding(match)]))
  const numbers = replaceIn(view.numbers, new Set(changed), placed, keyReader(db, sorting))
  return { ...view, numbers }
}
