import * as z from 'zod'
import type { Result } from '../../../shared/result.ts'
import type { Status } from '../../../shared/contract/status.ts'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import { TableNameOnWire } from '../../../shared/wire/commands.ts'
import type { SnapshotHead } from '../../../shared/wire/streams.ts'
import { MARK_PREFIX } from '../cache/load/bulk-load.ts'
import { beginLoad, type Load } from '../cache/load/load.ts'
import { isAnySpent } from '../cache/load/spent.ts'
import { listMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { transact } from '../cache/turn.ts'
import { damaged, NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { awaitLoad, holdScope } from './scopes.ts'
import { knownFields, snapshotParts, type LoadedPart } from './snapshot-lines.ts'

export interface FirstLoadParts {
  readonly cache: Cache
  readonly network: Network
  readonly datasetEpoch: () => string | null
  readonly onProgress: (load: Status['load']) => void
}

/** How far the load of a scope has come; stands in the file beside the rows, so that it goes on after a break. */
const Mark = z.object({
  position: z.int(),
  scopeEpoch: z.string(),
  datasetEpoch: z.string(),
  estimate: z.int(),
  rows: z.int(),
  table: TableNameOnWire.nullable(),
  id: z.string(),
  isDone: z.boolean(),
})
type Mark = z.infer<typeof Mark>

/**
 * Loads whole scopes into tables that nobody sees and swaps them in, all at once, when the last row is there. A load that
 * broke goes on where it stood, unless its epoch is another by now. `afterSwap` runs in the transaction that notes the
 * positions.
 */
export async function loadScopes(parts: FirstLoadParts, scopes: readonly string[], signal: AbortSignal, afterSwap: () => void): Promise<void> {
  const { db } = parts.cache
  transact(db, () => { for (const scope of scopes) awaitLoad(db, scope) })
  const load = beginLoad(parts.cache)
  try {
    const marks = await marksToGoOnFrom(parts, load, scopes)
    for (const scope of scopes) await orForgotten(load, loadScope(parts, load, marks, scope, signal))
    const loaded = [...marks].map(([scope, { position, scopeEpoch }]) => ({ scope, position, scopeEpoch }))
    orThrow(await load.finish(loaded, signal))
    transact(db, () => {
      for (const held of loaded) holdScope(db, held)
      afterSwap()
    })
  } finally {
    await load.close()
    parts.onProgress(null)
  }
}

/** Forgets a load that broke and is not wanted any more (its rows may be of a scope that the person has lost), and what one has left to be cleared away. */
export async function dropUnwantedLoad(cache: Cache): Promise<void> {
  if (listMeta(cache.db, MARK_PREFIX).length === 0 && !isAnySpent(cache.db)) return
  const load = beginLoad(cache)
  try {
    orThrow(await load.drop())
  } finally {
    await load.close()
  }
}

/** What lies there from before, if all of it belongs to this load; else nothing. */
async function marksToGoOnFrom({ datasetEpoch }: FirstLoadParts, load: Load, scopes: readonly string[]): Promise<Map<string, Mark>> {
  const marks = new Map<string, Mark>()
  for (const [scope, text] of load.marks) {
    const mark = Mark.safeParse(JSON.parse(text))
    if (mark.success && scopes.includes(scope) && mark.data.datasetEpoch === datasetEpoch()) marks.set(scope, mark.data)
  }
  if (marks.size === load.marks.size) return marks
  orThrow(await load.drop())
  return new Map()
}

/** A load that can never become whole is forgotten, so that the next attempt begins anew and does not go on with its rows. */
class BrokenLoad extends Error {
  override readonly cause: NetworkFailure
  constructor(cause: NetworkFailure) {
    super('the load has to begin anew', { cause })
    this.cause = cause
  }
}

async function orForgotten(load: Load, step: Promise<void>): Promise<void> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof BrokenLoad)) throw error
    orThrow(await load.drop())
    throw error.cause
  }
}

async function loadScope(parts: FirstLoadParts, load: Load, marks: Map<string, Mark>, scope: string, signal: AbortSignal): Promise<void> {
  const before = marks.get(scope)
  if (before?.isDone) return
  const from = before?.table ? { scope, table: before.table, after: before.id } : { scope }
  const received = new Map<string, number>()
  for await (const part of snapshotParts(parts.network.snapshot(from, signal))) {
    const mark = marks.get(scope)
    if (part.kind === 'head') marks.set(scope, headMark(parts, before, part))
    else if (!mark) throw damaged()
    else if (part.kind === 'rows') {
      marks.set(scope, await takeRows(load, { ...part, scope }, mark))
      received.set(part.table, (received.get(part.table) ?? 0) + part.rows.length)
      reportProgress(parts, marks)
    } else marks.set(scope, finished(mark, part.counts, received))
  }
  if (!marks.get(scope)?.isDone) throw damaged()
}

/** The position of the first head stays the one to pull from. */
function headMark({ datasetEpoch }: FirstLoadParts, before: Mark | undefined, head: SnapshotHead): Mark {
  if (head.datasetEpoch !== datasetEpoch()) throw damaged()
  if (before && before.scopeEpoch === head.scopeEpoch) return before
  if (before) throw new BrokenLoad(new NetworkFailure({ kind: 'away', code: 'sync/cursor-too-old' }))
  const { position, scopeEpoch, estimate } = head
  return { position, scopeEpoch, datasetEpoch: head.datasetEpoch, estimate, rows: 0, table: null, id: '', isDone: false }
}

async function takeRows(load: Load, part: LoadedPart & { readonly scope: string }, mark: Mark): Promise<Mark> {
  const { fields, rows } = knownFields(part)
  const last = rows.at(-1)?.[fields.indexOf('id')]
  const id = typeof last === 'string' ? last : mark.id
  const next = { ...mark, rows: mark.rows + rows.length, table: part.table, id }
  orThrow(await load.append({ table: part.table, fields, rows, mark: { name: part.scope, text: JSON.stringify(next) } }))
  return next
}

/** A load that lost rows on its way is found out, and the whole of it begins anew. */
function finished(mark: Mark, counts: Readonly<Record<string, number>>, received: ReadonlyMap<string, number>): Mark {
  const isWhole = TABLE_NAMES.every(table => (counts[table] ?? 0) === (received.get(table) ?? 0))
  if (!isWhole) throw new BrokenLoad(damaged())
  return { ...mark, isDone: true }
}

function reportProgress({ onProgress }: FirstLoadParts, marks: ReadonlyMap<string, Mark>): void {
  const all = [...marks.values()]
  const sum = (count: (mark: Mark) => number): number => all.reduce((total, mark) => total + count(mark), 0)
  const rows = sum(mark => mark.rows)
  onProgress({ rows, estimate: Math.max(rows, sum(mark => mark.estimate)) })
}

function orThrow(result: Result<null>): void {
  if (!result.ok) throw new NetworkFailure({ kind: 'refused', code: result.error.code })
}
