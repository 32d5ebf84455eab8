import type { RecordRef } from '../../../shared/command.ts'
import type { Changed } from '../../../shared/contract/status.ts'
import { TABLES } from '../../../shared/tables.ts'
import type { Database } from '../cache/database.ts'
import { getEffective } from '../cache/rows.ts'

/** More than so many records are not named one by one: screens read all again. */
const MOST_NAMED = 500

/** What screens may have to read again: tables and ids, for a row of a case the id of the case as well. */
export function changedBy(db: Database, records: readonly RecordRef[]): Changed {
  const tables = [...new Set(records.map(({ table }) => table))]
  if (records.length > MOST_NAMED) return { tables, ids: [] }
  const cases = records.flatMap(({ table, id }) => {
    if (TABLES[table].deskHolds !== 'with-its-application') return []
    const row = getEffective(db, table, id)
    return row && 'applicationId' in row ? (row.applicationId ?? []) : []
  })
  return { tables, ids: [...new Set([...records.map(({ id }) => id), ...cases])] }
}

/** Two changes as one, for a reader that has heard of neither; never longer than one change may be. */
export function joinChanges(earlier: Changed, later: Changed): Changed {
  if (earlier.tables.length === 0) return later
  if (later.tables.length === 0) return earlier
  const tables = [...new Set([...earlier.tables, ...later.tables])]
  const ids = [...new Set([...earlier.ids, ...later.ids])]
  const isAll = earlier.ids.length === 0 || later.ids.length === 0 || ids.length > MOST_NAMED
  return { tables, ids: isAll ? [] : ids }
}
