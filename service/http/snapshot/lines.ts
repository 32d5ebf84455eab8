import type { Kysely } from 'kysely'
import { fieldsOf } from '../../../shared/table.ts'
import { TABLE_NAMES, tableOf, type TableName } from '../../../shared/tables.ts'
import type { SnapshotHead } from '../../../shared/wire/streams.ts'
import type { Access } from '../../store/access.ts'
import type { Schema } from '../../store/schema.ts'
import { readSnapshotPage, type SnapshotPage } from '../../store/snapshot.ts'
import { valueOrRefuse } from '../refusal.ts'

/** Rows per question: large enough that few are asked, small enough that others are served in between. */
const PAGE_ROWS = 250

export interface SnapshotRequest {
  readonly access: Access
  readonly head: SnapshotHead
  /** The last table and id the desk holds, when it goes on after a break. */
  readonly from: { readonly table: TableName; readonly after: string } | undefined
}

/** A first load as `shared/wire/streams.ts` describes it, page by page; the counts are those of the rows sent here. */
export async function* snapshotLines(db: Kysely<Schema>, { access, head, from }: SnapshotRequest): AsyncGenerator<string> {
  const tables = from ? TABLE_NAMES.slice(TABLE_NAMES.indexOf(from.table)) : TABLE_NAMES
  yield line(head)
  const counts: Record<string, number> = {}
  for (const table of tables) {
    yield line({ kind: 'table', table, fields: fieldsOf(tableOf(table)) })
    counts[table] = yield* tableLines(db, access, { scope: head.scope, table, after: table === from?.table ? from.after : '' })
  }
  yield line({ kind: 'end', counts })
}

async function* tableLines(
  db: Kysely<Schema>,
  access: Access,
  place: { readonly scope: string; readonly table: TableName; readonly after: string },
): AsyncGenerator<string, number> {
  let count = 0
  for (let after: string | null = place.after; after !== null; ) {
    const page: SnapshotPage = valueOrRefuse(await readSnapshotPage(db, access, { ...place, after, limit: PAGE_ROWS }))
    count += page.count
    after = page.last
    if (page.lines) yield page.lines
  }
  return count
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
