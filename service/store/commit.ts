import { CompiledQuery, type Kysely } from 'kysely'
import { canonicalJson } from '../../shared/canonical.ts'
import { recordKey, type Change } from '../../shared/command.ts'
import type { CommandId, PersonId, TownId } from '../../shared/ids.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import { linkRecords, unlinkErased } from '../domains/people/link-records.ts'
import { rightsChangedBy, type ChangedRight } from './changed-rights.ts'
import { loadChildren, standingsOf, upsertSql, type Standing } from './records.ts'
import type { Schema } from './schema.ts'

/** Who changed what and when, for feed and audit log. */
export interface Origin {
  readonly townId: TownId
  readonly actor: { readonly personId: PersonId; readonly name: string } | null
  /** The command's name, or what else caused it: `intake.submission`. */
  readonly action: string
  readonly commandId: CommandId | null
  /** What it is about where no record changes: an id, never a name. */
  readonly about?: string
  /** Rights that changed beside those of accounts, which are found here. */
  readonly rights?: readonly ChangedRight[]
  readonly at: Instant
}

/** A row's version before and after, 0 before it was there. */
export interface Touched {
  readonly table: TableName
  readonly id: string
  readonly before: number
  readonly after: number
}

interface FeedRow {
  readonly scope: string
  readonly op: 'put' | 'left' | 'deleted'
  readonly table: TableName
  readonly id: string
  readonly row: string | null
}

/**
 * The one way synced rows change: rows, feed and audit entry in the caller's transaction, at one position of the town,
 * and a notice on `feed` when it commits. The town's head row is taken by the last statement, so that positions are in
 * commit order, without gaps, and nobody waits for a transaction that is still thinking.
 */
export async function commitChanges(
  trx: Kysely<Schema>,
  origin: Origin,
  given: readonly Change[],
): Promise<{ readonly position: number; readonly touched: readonly Touched[] }> {
  const changes = [...given, ...(await linkRecords(trx, origin.townId, origin.at, lastOfEach(given)))]
  const standings = new Map(await standingsOf(trx, origin.townId, changes.map(refOf)))
  const all = await withMovedChildren(trx, origin.townId, lastOfEach(changes), standings)
  const rights = [...(origin.rights ?? []), ...(await rightsChangedBy(trx, origin.townId, all))]
  const position = await write(trx, { ...origin, rights }, all, standings)
  const touched = all.map(change => ({ ...refOf(change), before: standings.get(keyOf(change))?.version ?? 0, after: position }))
  return { position, touched }
}

/** A record that is gone: where it stood and as which version. */
export interface Erased {
  readonly table: TableName
  readonly id: string
  readonly scope: string
  readonly version: number
}

/** Tells desks and audit log that records are gone, at one position; the caller has deleted the rows. */
export async function commitErasure(trx: Kysely<Schema>, origin: Origin, erased: readonly Erased[]): Promise<number> {
  await unlinkErased(trx, origin.townId, erased)
  const feed = erased.map(({ table, id, scope }): FeedRow => ({ scope, op: 'deleted', table, id, row: null }))
  const entry = auditEntry(origin, erased.map(({ table, id, version }) => ({ table, id, before: version })))
  return writeAt(trx, origin, { feed, entry, tables: [], rows: [] })
}

const refOf = ({ table, row }: Change): { readonly table: TableName; readonly id: string } => ({ table, id: row.id })
const keyOf = (change: Change): string => recordKey(refOf(change))

/** A row named twice stands as it was named last, in the place where it was named first. */
const lastOfEach = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map(change => [keyOf(change), change])).values(),
]

/** Where an application changes scope, everything that belongs to it goes along. */
async function withMovedChildren(
  trx: Kysely<Schema>,
  townId: TownId,
  changes: readonly Change[],
  standings: Map<string, Standing>,
): Promise<readonly Change[]> {
  const all = new Map(changes.map(change => [keyOf(change), change]))
  for (const { table, row } of changes) {
    const before = standings.get(recordKey({ table, id: row.id }))
    if (table !== 'applications' || !before || before.scope === row.scope) continue
    for (const child of await loadChildren(trx, townId, [row.id])) {
      const key = recordKey({ table: child.table, id: child.row.id })
      standings.set(key, child.row)
      all.set(key, inScope(all.get(key) ?? (child as Change), row.scope))
    }
  }
  return [...all.values()]
}

const inScope = (change: Change, scope: string): Change => ({ table: change.table, row: { ...change.row, scope } }) as Change

/** Rows, feed and audit entry in one statement: the head row is held for this statement and the commit, no longer. */
async function write(
  trx: Kysely<Schema>,
  origin: Origin,
  changes: readonly Change[],
  standings: ReadonlyMap<string, Standing>,
): Promise<number> {
  const texts = changes.map(change => ({ change, text: textOf(change.row) }))
  const tables = [...new Set(changes.map(change => change.table))].toSorted()
  const rowsOfTables = tables.map(
    table => `[${texts.filter(({ change }) => change.table === table).map(({ text }) => text).join(',')}]`,
  )
  const feed = texts.flatMap(({ change, text }) => feedRowsOf(change, text, standings.get(keyOf(change))))
  const entry = auditEntry(origin, changes.map(change => ({ ...refOf(change), before: standings.get(keyOf(change))?.version ?? 0 })))
  return writeAt(trx, origin, { feed, entry, tables, rows: rowsOfTables })
}

interface Written {
  readonly feed: readonly FeedRow[]
  readonly entry: string
  /** The tables that get rows, and the rows of each as one JSON text. */
  readonly tables: readonly TableName[]
  readonly rows: readonly string[]
}

async function writeAt(trx: Kysely<Schema>, origin: Origin, { feed, entry, tables, rows: rowsOfTables }: Written): Promise<number> {
  const parameters = [origin.townId, origin.at, JSON.stringify(feed), entry, ...rowsOfTables]
  const { rows } = await trx.executeQuery<{ position: number }>(CompiledQuery.raw(writeSql(tables), parameters))
  const [head] = rows
  if (!head) throw new Error(`town ${origin.townId} has no head row`)
  return head.position
}

/** Without the version, which is the position and known only while writing. */
const textOf = (row: RowOf<TableName>): string => JSON.stringify({ ...row, version: undefined })

/** A record that moved leaves its old scope at the position at which it comes into the new one. */
function feedRowsOf({ table, row }: Change, text: string, before: Standing | undefined): readonly FeedRow[] {
  const put: FeedRow = { scope: row.scope, op: 'put', table, id: row.id, row: text }
  if (!before || before.scope === row.scope) return [put]
  return [{ scope: before.scope, op: 'left', table, id: row.id, row: null }, put]
}

/** Ids, versions and rights, never names or contents: it stays true after a person's data are erased. */
function auditEntry(origin: Origin, records: readonly { readonly table: TableName; readonly id: string; readonly before: number }[]): string {
  return canonicalJson({
    at: origin.at,
    personId: origin.actor?.personId ?? null,
    action: origin.action,
    commandId: origin.commandId,
    ...(origin.about ? { about: origin.about } : {}),
    ...(origin.rights && origin.rights.length > 0 ? { rights: origin.rights } : {}),
    records,
  })
}

/** `chainText` of audit.ts says the same in TypeScript. */
const CHAINED = `encode(sha256(convert_to(
  audit_hash || E'\\n' || (audit_position + 1) || E'\\n' || (position + 1) || E'\\n' || $4::text, 'UTF8')), 'hex')`

function writeSql(tables: readonly TableName[]): string {
  const upserts = tables.map((table, index) => {
    const source = { town: '$1::text', rows: `$${index + 5}::text::json`, version: 'head.position', from: 'head' }
    return `put_${table} as (${upsertSql(table, source)})`
  })
  return `with head as (
      update town_heads set position = position + 1, audit_position = audit_position + 1, audit_hash = ${CHAINED}
      where town_id = $1::text returning position, audit_position, audit_hash
    ), ${upserts.map(upsert => `${upsert}, `).join('')}
    fed as (
      insert into feed (town_id, position, ordinal, scope, op, table_name, record_id, row, at)
      select $1::text, head.position, f.ordinal, f.entry->>'scope', f.entry->>'op', f.entry->>'table', f.entry->>'id',
        f.entry->>'row', $2::timestamptz
      from head, json_array_elements($3::text::json) with ordinality as f(entry, ordinal)
    ),
    audited as (
      insert into audit_log (town_id, audit_position, position, entry, hash)
      select $1::text, audit_position, position, $4::text, audit_hash from head
    )
    select position, pg_notify('feed', $1::text) from head`
}
