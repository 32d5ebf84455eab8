import type { Suggestion } from '../../../../shared/domains/staff/tables.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'

/** All suggestions of the town, newest first, own ones on their way included. */
export const townSuggestions = (db: Database): Suggestion[] =>
  effectiveAll(db, 'suggestions').toSorted((one, other) => (one.at < other.at ? 1 : -1))
