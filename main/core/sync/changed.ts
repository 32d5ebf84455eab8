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
    return row && 'applicationId' in row ? [row.applicationId] : []
  })
  return { tables, ids: [...new Set([...records.map(({ id }) => id), ...cases])] }
}
