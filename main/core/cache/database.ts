import type Sqlite from 'better-sqlite3'

/** A connection to the cache's file, made by `openConnection` alone. */
export type Database = Sqlite.Database
export type Statement = Sqlite.Statement
