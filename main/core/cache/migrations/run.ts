import type { Database } from '../database.ts'
import { dropLoad } from '../load/swap.ts'
import type { Migration } from './migration.ts'

export const schemaNumber = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Whether the file was written by a newer application; it must stay untouched then. */
export const isNewer = (db: Database, migrations: readonly Migration[]): boolean => schemaNumber(db) > migrations.length

/** Brings the schema to the last step in one transaction: a kill leaves it old or new, never between. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  if (schemaNumber(db) === migrations.length) return
  db.transaction(() => {
    // Tables of a first load have the columns of yesterday: it starts anew.
    if (schemaNumber(db) > 0) dropLoad(db)
    for (const migration of migrations.slice(schemaNumber(db))) {
      migration.up(db)
      db.pragma(`user_version=${migration.number}`)
    }
  }).immediate()
}
