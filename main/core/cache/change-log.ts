import type { Database } from './database.ts'
import { statement } from './statements.ts'
import { transact } from './turn.ts'

/** In place of a row's number: not one application changed but all of them. */
export const EVERYTHING = -1

/** How far the log of changed applications goes. */
export const lastChange = (db: Database): number =>
  (statement(db, "SELECT seq FROM sqlite_sequence WHERE name = 'application_changes'").pluck().get() as number | undefined) ?? 0

/** The receipt numbers of applications whose base row or overlay changed after `sequence`; undefined: all, or unknown. */
export function changesAfter(db: Database, sequence: number): readonly number[] | undefined {
  const oldest = statement(db, 'SELECT min(seq) FROM application_changes').pluck().get() as number | null
  if (lastChange(db) === sequence) return []
  if (oldest === null || oldest > sequence + 1) return undefined
  const numbers = statement(db, 'SELECT DISTINCT number FROM application_changes WHERE seq > ?').pluck().all(sequence) as number[]
  return numbers.includes(EVERYTHING) ? undefined : numbers
}

/** Keeps the log short; whoever stands further back reads everything again. */
export function trimChanges(db: Database, keep: number): void {
  transact(db, () => statement(db, 'DELETE FROM application_changes WHERE seq <= ?').run(lastChange(db) - keep))
}
