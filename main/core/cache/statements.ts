import type { Database, Statement } from './database.ts'

/** Statements by their text, prepared once per database and gone with it. */
const prepared = new WeakMap<Database, Map<string, Statement>>()

export function statement(db: Database, sql: string): Statement {
  const known = prepared.get(db) ?? new Map<string, Statement>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found
}
