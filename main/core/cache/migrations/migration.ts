import type { Database } from '../database.ts'

/**
 * One step of the file's schema. Once released it is frozen: it imports nothing that lives on, is never edited, and the
 * next change takes the next number. `up` runs inside the one transaction of all steps.
 */
export interface Migration {
  readonly number: number
  /** As the file is called, for instance `0001-base`. */
  readonly name: string
  readonly up: (db: Database) => void
}
