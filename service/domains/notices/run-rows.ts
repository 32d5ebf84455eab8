import type { Kysely, Transaction } from 'kysely'
import { recordKey, type RecordRef } from '../../../shared/command.ts'
import type { Notice, NoticeKind, NoticeRun } from '../../../shared/domains/notices/tables.ts'
import type { NoticeId, NoticeRunId, TownId } from '../../../shared/ids.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** Some runs and notices as they stand; locked until the transaction ends where asked. */
export interface RunRows {
  run(id: NoticeRunId): NoticeRun | undefined
  notice(id: NoticeId): Notice | undefined
  kind(id: string): NoticeKind | undefined
}

interface Wanted {
  readonly runs?: readonly NoticeRunId[]
  readonly notices?: readonly NoticeId[]
  readonly kinds?: readonly string[]
}

export async function loadRunRows(db: Kysely<Schema> | Transaction<Schema>, townId: TownId, { runs = [], notices = [], kinds = [] }: Wanted, lock: boolean | 'share'): Promise<RunRows> {
  const records: readonly RecordRef[] = [
    ...kinds.map(id => ({ table: 'notice_kinds', id }) as const), ...runs.map(id => ({ table: 'notice_runs', id }) as const), ...notices.map(id => ({ table: 'notices', id }) as const),
  ]
  const rows = await loadRecords(db, townId, records, lock)
  return {
    run: id => rows.get(recordKey({ table: 'notice_runs', id })) as NoticeRun | undefined,
    notice: id => rows.get(recordKey({ table: 'notices', id })) as Notice | undefined,
    kind: id => rows.get(recordKey({ table: 'notice_kinds', id })) as NoticeKind | undefined,
  }
}
