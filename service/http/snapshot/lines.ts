import type { Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { fieldsOf } from '../../../shared/table.ts'
import { TABLE_NAMES, tableOf, type TableName } from '../../../shared/tables.ts'
import type { SnapshotHead } from '../../../shared/wire/streams.ts'
import type { Schema } from '../../store/schema.ts'
import { countSnapshotRows, readSnapshotPage } from './page.ts'

export interface SnapshotRequest {
  readonly townId: TownId
  readonly head: Omit<SnapshotHead, 'kind' | 'estimate'>
  /** The last table and id the desk holds, when it goes on after a break. */
  readonly from: { readonly table: TableName; readonly after: string } | undefined
}

/** A first load as `shared/wire/streams.ts` describes it, page by page; the counts are those of the rows sent here. */
export async function* snapshotLines(db: Kysely<Schema>, { townId, head, from }: SnapshotRequest): AsyncGenerator<string> {
  const tables = from ? TABLE_NAMES.slice(TABLE_NAMES.indexOf(from.table)) : TABLE_NAMES
  const estimate = await countSnapshotRows(db, { townId, scope: head.scope, tables })
  yield line({ kind: 'head', ...head, estimate })
  const counts: Record<string, number> = {}
  for (const table of tables) {
    yield line({ kind: 'table', table, fields: fieldsOf(tableOf(table)) })
    counts[table] = yield* tableLines(db, { townId, scope: head.scope, table, after: table === from?.table ? from.after : '' })
  }
  yield line({ kind: 'end', counts })
}

async function* tableLines(
  db: Kysely<Schema>,
  place: { readonly townId: TownId; readonly scope: string; readonly table: TableName; readonly after: string },
): AsyncGenerator<string, number> {
  let count = 0
  for (let after: string | undefined = place.after; after !== undefined; ) {
    const page = await readSnapshotPage(db, { ...place, after })
    count += page.rowCount
    after = page.lastId
    if (page.text) yield page.text
  }
  return count
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
