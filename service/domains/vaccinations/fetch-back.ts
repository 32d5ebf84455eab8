import { sql, type Transaction } from 'kysely'
import type { Change, RecordRef } from '../../../shared/command.ts'
import type { Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { noteReading } from './health-access.ts'
import { healthScopesOf } from './rows.ts'
import { recordOpenTo, type Asked } from './whole-record.ts'

/** Long enough to correct a documentation and to have it signed anew. */
const BACK_FOR_DAYS = 7

/**
 * Brings an archived documentation back to the desks of its department, with its visit and its session, so that it can be
 * corrected like any other; after some days it goes again. Of one that is with desks the time begins anew.
 */
export async function fetchBack(database: Database, access: Access, { vaccinationId, purpose }: Asked, now: Instant): Promise<Result<{ readonly until: Instant }>> {
  const record = await recordOpenTo(database.db, access, vaccinationId)
  if (!record) return refuse('commands/record-missing', { table: 'vaccinations' })
  await noteReading(database, access, { kind: 'fetched-back', purpose, about: record.id, scope: record.scope }, now)
  const until = plusDays(now, BACK_FOR_DAYS)
  await database.db.transaction().execute(trx => bringBack(trx, access, record, { now, until }))
  return ok({ until })
}

async function bringBack(trx: Transaction<Schema>, { actor }: Access, { id, sessionId, visitId, scope }: Vaccination, { now, until }: { readonly now: Instant; readonly until: Instant }): Promise<void> {
  const { townId } = actor
  await trx.insertInto('vaccination_returns').values({ town_id: townId, session_id: sessionId, until })
    .onConflict(conflict => conflict.columns(['town_id', 'session_id']).doUpdateSet({ until })).execute()
  const { rows: effects } = await sql<{ id: string }>`select id from side_effects where town_id = ${townId} and vaccination_id = ${id}`.execute(trx)
  const records: readonly RecordRef[] = [
    { table: 'vaccination_sessions', id: sessionId }, { table: 'vaccination_visits', id: visitId }, { table: 'vaccinations', id }, ...effects.map(effect => ({ table: 'side_effects', id: effect.id }) as const),
  ]
  const [live, archive] = healthScopesOf(scope)
  const rows = [...(await loadRecords(trx, townId, records, true))].filter(([, row]) => row.scope === archive)
  if (rows.length === 0) return
  const changes = rows.map(([key, row]) => ({ table: key.slice(0, key.indexOf('/')), row: { ...row, scope: live } }) as unknown as Change)
  await commitChanges(trx, { townId, actor, action: 'vaccinations.returned', commandId: null, at: now, about: id }, changes)
}
