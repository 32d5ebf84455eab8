import type { Kysely, Transaction } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Change, RecordRef } from '../../shared/command.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import { commitChanges } from './commit.ts'
import { forgetFormerVersions } from './erase.ts'
import { loadRecords } from './records.ts'
import type { Schema } from './schema.ts'

/** Forgotten in one transaction: short enough that nobody at a desk waits for it. */
const AT_ONCE = 200

/** Rows of one table that say who somebody was for longer than they need to. */
export interface Forgetting<Name extends TableName> {
  readonly table: Name
  /** How the audit log names it. */
  readonly action: string
  /** Ids of at most so many that are due and not forgotten yet. */
  readonly due: (trx: Transaction<Schema>, limit: number) => Promise<readonly string[]>
  /** The row without the person: what is counted stays. */
  readonly without: (row: RowOf<Name>) => RowOf<Name>
}

/** Forgets the persons of all rows that are due, in the feed, in remembered answers and at every desk too. Answers how many. */
export async function forgetPersonsOf<Name extends TableName>(db: Kysely<Schema>, townId: TownId, forgetting: Forgetting<Name>, now: Instant): Promise<number> {
  let forgotten = 0
  for (;;) {
    const done = await db.transaction().execute(trx => forgetSome(trx, townId, forgetting, now))
    forgotten += done
    if (done < AT_ONCE) return forgotten
  }
}

async function forgetSome<Name extends TableName>(trx: Transaction<Schema>, townId: TownId, { table, action, due, without }: Forgetting<Name>, now: Instant): Promise<number> {
  const ids = await due(trx, AT_ONCE)
  if (ids.length === 0) return 0
  const found = await loadRecords(trx, townId, ids.map((id): RecordRef => ({ table, id })), true)
  const changes = [...found.values()].map(row => ({ table, row: without(row as RowOf<Name>) }) as unknown as Change)
  await forgetFormerVersions(trx, townId, ids)
  await commitChanges(trx, { townId, actor: null, action, commandId: null, at: now }, changes)
  return ids.length
}
