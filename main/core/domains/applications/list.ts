import type { ListBlock, ListQuery } from '../../../../shared/contract/applications.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { allOf, filterConditions, knownDepartments, SORTS, viewConditions, type Condition, type Looking } from './condition.ts'
import { firstNumbers, placedAmong } from './effective-numbers.ts'
import { numbersByParts, numbersByWords } from './found-numbers.ts'
import { overlayNumbers, rowsByNumber } from './list-rows.ts'
import type { OpenViews, ViewQuery } from './open-views.ts'
import { comparePlaced } from './ordered-numbers.ts'
import { wordsQuery } from './search-text.ts'

/** A search counts so far and no further. */
const MOST_FOUND = 1_001
/** What is overdue changes with the time; a list keeps its moment for a minute. */
const MOMENT_MS = 60_000

export type ListBlockQuery = ListQuery & { readonly start: number; readonly end: number }

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
  const built = parts.views.build(viewQuery(query, conditions))
  const first = firstRows(parts.db, query, conditions)
  if (!first) return blockOf(parts.db, listedIn(valueOf(await built), query), query)
  // Whoever asks for the next block learns of a failure.
  built.catch(() => undefined)
  return first
}

/** The whole order of a list; for `locate`. */
export async function listWhole(parts: ListParts, query: ListQuery): Promise<Listed> {
  const conditions = conditionsOf(parts, query)
  const open = openList(parts, query, conditions)
  return open ?? listedIn(valueOf(await parts.views.build(viewQuery(query, conditions))), query)
}

function conditionsOf({ db, looking }: ListParts, query: ListQuery): readonly Condition[] {
  const { actor, nowMs } = looking()
  const moment = { actor, nowMs: Math.floor(nowMs / MOMENT_MS) * MOMENT_MS, departments: knownDepartments(db) }
  return [...viewConditions(query.view, moment), ...filterConditions(query)]
}

const viewQuery = (query: ListQuery, conditions: readonly Condition[]): ViewQuery => ({
  field: query.sort.field, conditions, match: wordsQuery(query.search),
})

/** What can be answered without waiting: a view that is open, or a search with few hits. */
function openList(parts: ListParts, query: ListQuery, conditions: readonly Condition[]): Listed | undefined {
  const match = wordsQuery(query.search)
  if (match !== undefined) {
    const found = foundList(parts.db, query, conditions)
    if (found) return found
  }
  const numbers = parts.views.ready(viewQuery(query, conditions))
  return numbers && listedIn(numbers, query)
}

/**
 * A search with few hits is gathered on the spot; one with many only where the newest ones are what is asked for. What
 * stands inside words is looked at in the newest hits only, in whatever order they are shown.
 */
function foundList(db: Database, query: ListQuery, conditions: readonly Condition[]): Listed | undefined {
  const words = numbersByWords(db, query.search, MOST_FOUND)
  const found = words.length > 0 ? words : numbersByParts(db, query.search, MOST_FOUND)
  const capped = found.length === MOST_FOUND
  const newestFirst = query.sort.direction === 'desc' && (query.sort.field === 'number' || query.sort.field === 'receivedAt')
  // Found newest first already: a look at each of a thousand wide rows would only give this order again.
  if (capped && newestFirst && conditions.length === 0) return { ...listedIn(Int32Array.from(found).toSorted(), query), capped }
  if (capped && words.length > 0) return undefined
  const placed = placedAmong(db, found, SORTS[query.sort.field].column, allOf(conditions)).toSorted(comparePlaced)
  return { ...listedIn(Int32Array.from(placed, ({ number }) => number), query), capped }
}

function listedIn(numbers: Int32Array, { sort }: ListQuery): Listed {
  const last = numbers.length - 1
  return { at: sort.direction === 'asc' ? index => numbers[index] : index => numbers[last - index], length: numbers.length, capped: false }
}

function blockOf(db: Database, list: Listed, { start, end }: ListBlockQuery): ListBlock {
  const numbers = Array.from({ length: Math.max(0, Math.min(end, list.length) - start) }, (_, index) => list.at(start + index) ?? 0)
  return { rows: rowsByNumber(db, numbers), total: list.length, capped: list.capped }
}

/** Rows to look at while the order is being built, with a total that is a lower bound; undefined where they are not at hand. */
function firstRows(db: Database, query: ListBlockQuery, conditions: readonly Condition[]): ListBlock | undefined {
  if (query.start > 0 || wordsQuery(query.search) !== undefined) return undefined
  const condition = allOf(conditions)
  const overlaid = overlayNumbers(db)
  // Each pending row may take one away from the screen; there must be enough behind it.
  const wanted = query.end + 1 + overlaid.length
  const numbers = firstNumbers(db, query.sort, wanted, condition)
  if (numbers.length < wanted) return undefined
  const around = [...new Set([...numbers, ...overlaid])]
  const placed = placedAmong(db, around, SORTS[query.sort.field].column, condition).toSorted(comparePlaced)
  const first = listedIn(Int32Array.from(placed, ({ number }) => number), query)
  return { ...blockOf(db, first, query), total: Math.max(MOST_FOUND, first.length), capped: true }
}

/** A list cannot refuse; a storage that cannot be read is told by the status, and this stops the one question. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the list cannot be read: ${result.error.code}`)
  return result.value
}
