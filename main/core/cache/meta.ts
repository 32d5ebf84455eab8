import type { Database } from './database.ts'
import { statement } from './statements.ts'

/** What the desk remembers beside rows: cursors, epochs, preferences. Values are texts; JSON is the caller's. */
export function getMeta(db: Database, key: string): string | undefined {
  return statement(db, 'SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined
}

export function setMeta(db: Database, key: string, value: string): void {
  statement(db, 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value)
}

/** Every entry whose key begins with the prefix, in key order. */
export function listMeta(db: Database, prefix: string): readonly { readonly key: string; readonly value: string }[] {
  return statement(db, 'SELECT key, value FROM meta WHERE substr(key, 1, length(?)) = ? ORDER BY key').all(prefix, prefix) as {
    key: string
    value: string
  }[]
}
