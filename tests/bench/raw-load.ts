import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache } from '../../main/core/cache/open.ts'
import { columnNamesOf, toColumns } from '../../main/core/cache/columns.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { BENCH_KEY } from './big-cache.ts'

interface Schema {
  readonly table: string
  readonly indexes: readonly string[]
  readonly search: readonly { readonly name: string; readonly sql: string }[]
}

/** The applications' table, indexes and search indexes as the desk has them; no triggers. */
function schemaOfDesk(folder: string): Schema {
  const cache = openCache({ file: join(folder, 'schema.db'), key: BENCH_KEY })
  if (!cache.ok) throw new Error(cache.error.code)
  const all = cache.value.db.prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>('SELECT type, name, tbl_name, sql FROM sqlite_master').all()
  cache.value.close()
  const search = ['applications_words', 'applications_parts'].map(name => ({ name, sql: all.find(entry => entry.name === name)?.sql ?? '' }))
  return {
    table: all.find(({ name }) => name === 'applications')?.sql ?? '',
    indexes: all.flatMap(({ type, tbl_name: table, sql }) => (type === 'index' && table === 'applications' && sql !== null ? [sql] : [])),
    search,
  }
}

function opened(file: string): Sqlite.Database {
  const db = new Sqlite(file)
  const key = `key='raw:${Buffer.from(BENCH_KEY).toString('hex')}'`
  for (const pragma of ["cipher='aegis'", "algorithm='aegis-256'", 'page_size=16384', key, 'temp_store=MEMORY', 'journal_mode=WAL', 'synchronous=NORMAL', 'cache_size=-32000']) db.pragma(pragma)
  return db
}

/** The shortest way to the same file: rows that lie ready, then indexes, then both search indexes; each one transaction. Milliseconds. */
export function rawLoad(applications: readonly Application[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-raw-'))
  const { table, indexes, search } = schemaOfDesk(folder)
  const rows = applications.map(row => toColumns('applications', row))
  const db = opened(join(folder, 'raw.db'))
  const names = columnNamesOf('applications')
  const start = performance.now()
  db.exec(table)
  const insert = db.prepare(`INSERT INTO applications (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  db.transaction(() => { for (const row of rows) insert.run(row) })()
  db.transaction(() => { for (const sql of indexes) db.exec(sql) })()
  for (const { name, sql } of search) db.transaction(() => {
    db.exec(sql)
    db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
  })()
  const ms = performance.now() - start
  db.close()
  rmSync(folder, { recursive: true })
  return ms
}
