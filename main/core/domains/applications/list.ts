import type { ListBlock, ListQuery } from '../../../../shared/contract/applications.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { allOf, filterConditions, knownDepartments, viewConditions, type Looking } from './condition.ts'
import type { Condition } from './one-condition.ts'
import { firstNumbers, keyReader, placedAmong } from './effective-numbers.ts'
import { numbersByParts, numbersByWords } from './found-numbers.ts'
import { overlayNumbers, rowsByNumber } from './list-rows.ts'
import type { OpenViews, ViewQuery } from './open-views.ts'
import { comparePlaced, valuedLength } from './ordered-numbers.ts'
import { wordsQuery } from './search-text.ts'
import { hiddenFrom, secretNumbers } from './secret-cases.ts'
import { sortingOf, type Sorting } from './sorting.ts'

/** A search counts so far and no further. */
const MOST_FOUND = 1_001
/** Orders in which the newest come first when they run down. */
const NEWEST_FIRST: readonly string[] = ['number', 'reference', 'receivedAt']
/** What is overdue changes with the time; a list keeps its moment for a minute. */
const MOMENT_MS = 60_000

export type ListBlockQuery = ListQuery & { readonly start: number; readonly end: number; readonly formKeys?: readonly string[] | undefined }

export interface ListParts {
  readonly db: Database
  readonly views: OpenViews
  readonly looking: () => Looking
}

/** Every number of a list in its direction, or the newest ones of a broad search. */
interface Listed {
  readonly at: (index: number) => number | undefined
  readonly length: number
  readonly capped: boolean
}

/** One block of a list over all rows of this desk, own pending changes included. */
export async function listBlock(parts: ListParts, query: ListBlockQuery): Promise<ListBlock> {
  const conditions = conditionsOf(parts, query)
  const open = openList(parts, query, conditions)
  if (open) return blockOf(parts.db, open, query)
  const built = parts.views.build(viewQuery(parts.db, query, conditions))
  const first = firstRows(parts.db, query, conditions)
  if (!first) return blockOf(parts.db, listedIn(parts.db, valueOf(await built), query), query)
  // Whoever asks for the next block learns of a failure.
  built.catch(() => undefined)
  return first
}

/** The whole order of a list; for `locate`. */
export async function listWhole(parts: ListParts, query: ListQuery): Promise<Listed> {
  const conditions = conditionsOf(parts, query)
  const open = openList(parts, query, conditions)
  return open ?? listedIn(parts.db, valueOf(await parts.views.build(viewQuery(parts.db, query, conditions))), query)
}

/** A list with more rows is not counted again and again: changes are looked at in it only every so often. */
const MOST_COUNTED = 20_000
const LARGE_FOR_MS = 600_000

/** When a list was last found too long to be kept only to be counted, by its question. */
export type LargeLists = Map<string, number>

/** How long a list is. One that is kept is brought up to date by what changed, without looking at the rest. */
export async function countList(parts: ListParts & { readonly large: LargeLists }, asked: ListQuery): Promise<{ readonly count: number; readonly capped: boolean }> {
  const query: ListQuery = { ...asked, sort: { field: 'number', direction: 'asc' } }
  const key = JSON.stringify(query)
  const { nowMs } = parts.looking()
  if (nowMs - (parts.large.get(key) ?? -Infinity) < LARGE_FOR_MS) return { count: MOST_COUNTED, capped: true }
  const { length, capped } = await listWhole(parts, query)
  if (length <= MOST_COUNTED) return { count: length, capped }
  parts.large.set(key, nowMs)
  parts.views.forget(viewQuery(parts.db, query, conditionsOf(parts, query)))
  return { count: MOST_COUNTED, capped: true }
}

/** Every number of a list in its order, a broad search beyond its cap included; for work on all of it. */
export async function everyNumber(parts: ListParts, query: ListQuery): Promise<readonly number[]> {
  const list = await listWhole(parts, query)
  const whole = list.capped ? listedIn(parts.db, valueOf(await parts.views.build(viewQuery(parts.db, query, conditionsOf(parts, query)))), query) : list
  // What was found inside words has no order beyond what was looked at.
  const listed = whole.length < list.length ? list : whole
  return Array.from({ length: listed.length }, (_, index) => listed.at(index) ?? 0)
}

function conditionsOf({ db, looking }: ListParts, query: ListQuery): readonly Condition[] {
  const { actor, nowMs } = looking()
  const moment = { actor, nowMs: Math.floor(nowMs / MOMENT_MS) * MOMENT_MS, departments: knownDepartments(db) }
  return [...viewConditions(query.view, moment), ...filterConditions(query, [...secretNumbers(db)])]
}

const sortingIn = (db: Database, query: ListQuery): Sorting => sortingOf(query, () => secretNumbers(db))

function viewQuery(db: Database, query: ListQuery, conditions: readonly Condition[]): ViewQuery {
  const words = wordsQuery(query.search)
  return { sorting: sortingIn(db, query), conditions, match: words === undefined ? undefined : { words, hidden: hiddenFrom(db, query.search) } }
}

/** What can be answered without waiting: a view that is open, or a search with few hits. */
function openList(parts: ListParts, query: ListQuery, conditions: readonly Condition[]): Listed | undefined {
  const match = wordsQuery(query.search)
  if (match !== undefined) {
    const found = foundList(parts.db, query, conditions)
    if (found) return found
  }
  const numbers = parts.views.ready(viewQuery(parts.db, query, conditions))
  return numbers && listedIn(parts.db, numbers, query)
}

/**
 * A search with few hits is gathered on the spot; one with many only where the newest ones are what is asked for. What
 * stands inside words is looked at in the newest hits only, in whatever order they are shown.
 */
function foundList(db: Database, query: ListQuery, conditions: readonly Condition[]): Listed | undefined {
  const words = numbersByWords(db, query.search, MOST_FOUND)
  const found = words.length > 0 ? words : numbersByParts(db, query.search, MOST_FOUND)
  const capped = found.length === MOST_FOUND
  const newestFirst = query.sort.direction === 'desc' && NEWEST_FIRST.includes(query.sort.field)
  // Found newest first already: a look at each of a thousand wide rows would only give this order again.
  if (capped && newestFirst && conditions.length === 0) return { ...listedIn(db, Int32Array.from(found).toSorted(), query), capped }
  if (capped && words.length > 0) return undefined
  const placed = placedAmong(db, found, sortingIn(db, query), allOf(conditions)).toSorted(comparePlaced)
  return { ...listedIn(db, Int32Array.from(placed, ({ number }) => number), query), capped }
}

function listedIn(db: Database, numbers: Int32Array, query: ListQuery): Listed {
  const listed = { length: numbers.length, capped: false }
  if (query.sort.direction === 'asc') return { ...listed, at: index => numbers[index] }
  const sorting = sortingIn(db, query)
  const valued = sorting.restSql === null ? numbers.length : valuedLength(numbers, keyReader(db, sorting))
  return { ...listed, at: index => numbers[index < valued ? valued - 1 - index : numbers.length - 1 - (index - valued)] }
}

function blockOf(db: Database, list: Listed, { start, end, formKeys }: ListBlockQuery): ListBlock {
  const numbers = Array.from({ length: Math.max(0, Math.min(end, list.length) - start) }, (_, index) => list.at(start + index) ?? 0)
  return { rows: rowsByNumber(db, numbers, formKeys), total: list.length, capped: list.capped }
}

/** Rows to look at while the order is being built, with a total that is a lower bound; undefined where they are not at hand. */
function firstRows(db: Database, query: ListBlockQuery, conditions: readonly Condition[]): ListBlock | undefined {
  if (query.start > 0 || wordsQuery(query.search) !== undefined) return undefined
  const condition = allOf(conditions)
  const overlaid = overlayNumbers(db)
  // Each pending row may take one away from the screen; there must be enough behind it.
  const wanted = query.end + 1 + overlaid.length
  const sorting = sortingIn(db, query)
  const numbers = firstNumbers(db, sorting, query.sort.direction, wanted, condition)
  if (numbers.length < wanted) return undefined
  const around = [...new Set([...numbers, ...overlaid])]
  const placed = placedAmong(db, around, sorting, condition).toSorted(comparePlaced)
  const first = listedIn(db, Int32Array.from(placed, ({ number }) => number), query)
  return { ...blockOf(db, first, query), total: Math.max(MOST_FOUND, first.length), capped: true }
}

/** A list cannot refuse; a storage that cannot be read is told by the status, and this stops the one question. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the list cannot be read: ${result.error.code}`)
  return result.value
}
