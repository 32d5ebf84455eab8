import { TABLE_NAMES, type TableName } from '../../../../shared/tables.ts'
import { columnNamesOf } from '../columns.ts'
import { EVERYTHING } from '../change-log.ts'
import type { Database } from '../database.ts'
import { refreshSortableFields } from '../form-values.ts'
import { statement } from '../statements.ts'
import { loadTableOf, tableExists } from './bulk-load.ts'
import { buildSearch, loadIndexOf, swapSearch } from './search-fill.ts'
import { dropAllSpent, dropSpent, putAside } from './spent.ts'
import { dropLoadValues, swapValues } from './values-fill.ts'
import { keyOf, stretchesOf, type Stretch } from './stretches.ts'

/** A scope that was loaded whole. Rows the cache has from later than `position` came by the feed and are kept. */
export interface LoadedScope {
  readonly scope: string
  readonly position: number
}

/** Beside a fresh load these few rows are moved over; a table that holds more is merged into instead. */
const FEW = 4
/** Some 20 ms of work, mostly for the indexes. */
const ROWS_PER_STEP = 250

const loadedTables = (db: Database): readonly TableName[] => TABLE_NAMES.filter(table => tableExists(db, loadTableOf(table)))

const countOf = (db: Database, table: string): number => statement(db, `SELECT count(*) FROM ${table}`).pluck().get() as number

const replacesWhole = (db: Database, table: TableName): boolean => countOf(db, table) * FEW <= countOf(db, loadTableOf(table))

/**
 * What has to be done before the swap, in steps of one short transaction each: indexes and search index of the tables
 * that will take their base table's place.
 */
export function* prepareSwap(db: Database): Generator<string> {
  while (dropSpent(db)) yield 'clearing'
  for (const table of loadedTables(db)) {
    if (!replacesWhole(db, table)) continue
    for (const { name, sql } of indexesOf(db, table)) {
      moveIndex(db, table, name, sql)
      yield 'indexing'
    }
    if (table === 'applications') yield* buildSearch(db)
  }
}

function indexesOf(db: Database, table: string): readonly { readonly name: string; readonly sql: string }[] {
  return db
    .prepare<[string], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(table)
}

/** Names of indexes cannot change, so the nearly empty base table gives its own away before it is replaced. */
function moveIndex(db: Database, table: TableName, name: string, sql: string): void {
  db.transaction(() => {
    db.exec(`DROP INDEX ${name}`)
    db.exec(sql.replace(/ ON "?\w+"? /, ` ON ${loadTableOf(table)} `))
  }).immediate()
}

/**
 * The loaded rows become the ones that screens read. Meant for one transaction, in steps between which the caller may
 * break it off; nothing of it is seen before the commit.
 */
export function* swap(db: Database, scopes: readonly LoadedScope[]): Generator<'moving'> {
  for (const table of loadedTables(db)) yield* isPrepared(db, table) ? replaceTable(db, table, scopes) : mergeTable(db, table, scopes)
  refreshSortableFields(db)
  db.prepare("DELETE FROM meta WHERE key LIKE 'load/%'").run()
}

/** Whether the indexes already stand at the load table; a table without any is asked by size. */
function isPrepared(db: Database, table: TableName): boolean {
  if (table === 'applications') return tableExists(db, loadIndexOf('applications_words'))
  return indexesOf(db, loadTableOf(table)).length > 0 || (indexesOf(db, table).length === 0 && replacesWhole(db, table))
}

function* replaceTable(db: Database, table: TableName, scopes: readonly LoadedScope[]): Generator<'moving'> {
  const triggers = takeTriggers(db, table)
  const kept = keptRowIds(db, table, scopes)
  db.exec(`CREATE TEMP TABLE kept_rows AS SELECT * FROM main.${table} WHERE id IN (SELECT value FROM json_each('${JSON.stringify(kept).replaceAll("'", "''")}'))`)
  db.exec(`CREATE UNIQUE INDEX temp.kept_rows_key ON kept_rows (${keyOf(table)})`)
  db.exec(`DROP TABLE ${table}`)
  db.exec(`ALTER TABLE ${loadTableOf(table)} RENAME TO ${table}`)
  if (table === 'applications') {
    swapSearch(db)
    swapValues(db)
    db.prepare('UPDATE application_total SET total = (SELECT count(*) FROM applications)').run()
    db.prepare('INSERT INTO application_changes (number) VALUES (?)').run(EVERYTHING)
  }
  for (const sql of triggers) db.exec(sql)
  yield* copyNewer(db, table, { from: 'temp.kept_rows', scope: null, position: -1 })
  db.exec('DROP TABLE temp.kept_rows')
}

/** Takes away the triggers of a table, and those of others that name it: a table cannot change its name below them. Answers how to make them again. */
function takeTriggers(db: Database, table: TableName): readonly string[] {
  const found = db
    .prepare<[string, string], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND (tbl_name = ? OR sql LIKE '%FROM ' || ? || ' %')")
    .all(table, table)
  for (const { name } of found) db.exec(`DROP TRIGGER ${name}`)
  return found.map(({ sql }) => sql)
}

/** Rows of other scopes, and rows that came by the feed while the load was running. */
function keptRowIds(db: Database, table: TableName, scopes: readonly LoadedScope[]): readonly string[] {
  const gone = scopes.map(() => '(scope = ? AND version <= ?)').join(' OR ') || '0'
  return db.prepare<unknown[], string>(`SELECT id FROM ${table} WHERE NOT (${gone})`).pluck().all(...scopes.flatMap(({ scope, position }) => [scope, position]))
}

function* mergeTable(db: Database, table: TableName, scopes: readonly LoadedScope[]): Generator<'moving'> {
  for (const loaded of scopes) {
    yield* dropMissing(db, table, loaded)
    yield* copyNewer(db, table, { from: loadTableOf(table), ...loaded })
  }
  putAside(db, table)
}

/** Rows of a scope that the load did not bring are gone, unless they came by the feed meanwhile. */
function* dropMissing(db: Database, table: TableName, { scope, position }: LoadedScope): Generator<'moving'> {
  const key = keyOf(table)
  const drop = db.prepare(
    `DELETE FROM ${table} WHERE ${key} > ? AND ${key} <= ? AND scope = ? AND version <= ? AND id NOT IN (SELECT id FROM ${loadTableOf(table)})`,
  )
  for (const { after, upTo } of stretchesOf(db, table, key, ROWS_PER_STEP)) {
    drop.run(after, upTo, scope, position)
    yield 'moving'
  }
}

interface Copied {
  readonly from: string
  /** Rows of this scope; null for all of them. */
  readonly scope: string | null
  readonly position: number
}

/** Copies rows over; one that the table holds newer, and came after `position`, stays. Equal ones cost no write. */
function* copyNewer(db: Database, table: TableName, { from, scope, position }: Copied): Generator<'moving'> {
  const key = keyOf(table)
  const names = columnNamesOf(table)
  const sets = names.map(name => `${name} = excluded.${name}`).join(', ')
  const copy = db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM ${from}
     WHERE ${key} > @after AND ${key} <= @upTo AND (@scope IS NULL OR scope = @scope)
     ON CONFLICT (id) DO UPDATE SET ${sets}
     WHERE excluded.version > ${table}.version OR (excluded.version < ${table}.version AND ${table}.version <= @position)`,
  )
  for (const stretch of stretchesOf(db, from, key, ROWS_PER_STEP)) {
    if (table === 'applications' && scope !== null) dropOtherOwners(db, scope, stretch)
    copy.run({ ...stretch, scope, position })
    yield 'moving'
  }
}

/** After a restore of the service a receipt number may belong to another application than before. */
function dropOtherOwners(db: Database, scope: string, { after, upTo }: Stretch): void {
  statement(
    db,
    `DELETE FROM applications WHERE number IN (
       SELECT held.number FROM load_applications AS loaded JOIN applications AS held ON held.number = loaded.number
       WHERE loaded.number > ? AND loaded.number <= ? AND loaded.scope = ? AND held.id <> loaded.id)`,
  ).run(after, upTo, scope)
}

/** Forgets a load that will not be finished; the base tables get back the indexes they gave away. */
export function dropLoad(db: Database): void {
  db.transaction(() => {
    for (const table of loadedTables(db)) {
      const moved = indexesOf(db, loadTableOf(table))
      db.exec(`DROP TABLE ${loadTableOf(table)}`)
      for (const { sql } of moved) db.exec(sql.replace(/ ON "?\w+"? /, ` ON ${table} `))
    }
    dropAllSpent(db)
    dropLoadValues(db)
    for (const index of ['load_words', 'load_parts']) db.exec(`DROP TABLE IF EXISTS ${index}`)
    db.prepare("DELETE FROM meta WHERE key LIKE 'load/%'").run()
  }).immediate()
}
