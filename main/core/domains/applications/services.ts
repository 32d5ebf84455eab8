import type { TownService } from '../../../../shared/domains/applications/service-tables.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'

/** The town's services by their German title. */
export const townServices = (db: Database): TownService[] =>
  effectiveAll(db, 'services').toSorted((left, right) => (sortKey(left.title.de) < sortKey(right.title.de) ? -1 : 1))
