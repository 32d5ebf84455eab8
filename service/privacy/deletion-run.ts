import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { deletableFrom } from '../../shared/domains/applications/retention.ts'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { germanDay } from '../../shared/german-days.ts'
import type { TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeletionRun } from '../../shared/wire/privacy.ts'
import type { Database } from '../store/database.ts'
import { eraseCases } from '../store/erase.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { deletableCases } from './deletable.ts'
import type { DeletionRunsTable } from './tables.ts'

/** Cases deleted in one transaction: short enough that nobody at a desk waits for it. */
const CASES_AT_ONCE = 100

/**
 * Begins a deletion, or goes on with one: some cases per call, each call whole or not at all, so that it may be broken off
 * and repeated at will. It deletes what was shown and nothing else: with another list than the one seen it is refused.
 */
export async function goOnDeleting(
  { db }: Pick<Database, 'db'>,
  actor: Actor,
  { id, fingerprint }: { readonly id: string; readonly fingerprint: string },
  now: Instant,
): Promise<Result<DeletionRun>> {
  return db.transaction().execute(async trx => {
    const begun = (await lockedRun(trx, actor.townId, id)) ?? (await begin(trx, actor, id, fingerprint, now))
    if (!begun) return refuse('privacy/list-changed')
    return ok(runOf(begun.ended_at ? begun : await deleteSome(trx, actor, begun, now)))
  })
}

const lockedRun = (trx: Transaction<Schema>, townId: TownId, id: string): Promise<Selectable<DeletionRunsTable> | undefined> =>
  trx.selectFrom('deletion_runs').selectAll().where('town_id', '=', townId).where('id', '=', id).forUpdate().executeTakeFirst()

async function begin(trx: Transaction<Schema>, { townId, accountId, name }: Actor, id: string, fingerprint: string, now: Instant) {
  const found = await deletableCases(trx, townId, now)
  if (found.fingerprint !== fingerprint) return undefined
  return trx
    .insertInto('deletion_runs')
    .values({
      town_id: townId, id, account_id: accountId, by_name: name, begun_at: now,
      planned: JSON.stringify(found.ids), services: JSON.stringify(found.services),
    })
    .returningAll().executeTakeFirstOrThrow()
}

async function deleteSome(trx: Transaction<Schema>, actor: Actor, run: Selectable<DeletionRunsTable>, now: Instant) {
  const { townId } = actor
  const next = run.planned.slice(0, CASES_AT_ONCE)
  const left = run.planned.slice(CASES_AT_ONCE)
  const cases = await stillDeletable(trx, townId, next, now)
  await eraseCases(trx, { townId, actor, action: 'privacy.deleted', commandId: null, about: run.id, at: now }, cases)
  return trx
    .updateTable('deletion_runs')
    .set({
      planned: JSON.stringify(left), deleted: run.deleted + cases.length, kept: run.kept + next.length - cases.length,
      ended_at: left.length === 0 ? now : null,
    })
    .where('town_id', '=', townId).where('id', '=', run.id)
    .returningAll().executeTakeFirstOrThrow()
}

/** A case may have been reopened, or another one linked to it, since the list was made. */
async function stillDeletable(trx: Transaction<Schema>, townId: TownId, ids: readonly string[], now: Instant): Promise<readonly Application[]> {
  const found = await loadRecords(trx, townId, ids.map(id => ({ table: 'applications', id })), true)
  const cases = [...found.values()] as readonly Application[]
  const services = await loadRecords(trx, townId, [...new Set(cases.map(({ serviceId }) => serviceId))].map(id => ({ table: 'services', id })), false)
  const reliedOn = await reliedOnIds(trx, townId, ids)
  return cases.filter(one => {
    const service = services.get(`services/${one.serviceId}`) as TownService | undefined
    const from = deletableFrom(one, service?.retention ?? null)
    return from !== null && from <= germanDay(now) && !reliedOn.has(one.id)
  })
}

async function reliedOnIds(trx: Kysely<Schema>, townId: TownId, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await trx
    .selectFrom('applications').select(['parent_id', 'merged_into']).where('town_id', '=', townId)
    .where(eb => eb.or([eb('parent_id', 'in', ids as never[]), eb('merged_into', 'in', ids as never[])])).execute()
  return new Set(rows.flatMap(({ parent_id, merged_into }) => [parent_id, merged_into]).filter(id => id !== null))
}

/** Reports, newest first. */
export async function deletionRuns(db: Kysely<Schema>, townId: TownId): Promise<DeletionRun[]> {
  const rows = await db.selectFrom('deletion_runs').selectAll().where('town_id', '=', townId).orderBy('begun_at', 'desc').limit(100).execute()
  return rows.map(runOf)
}

const runOf = (run: Selectable<DeletionRunsTable>): DeletionRun => ({
  id: run.id,
  begunAt: run.begun_at,
  endedAt: run.ended_at,
  byName: run.by_name,
  planned: run.planned.length + run.deleted + run.kept,
  deleted: run.deleted,
  kept: run.kept,
  services: run.services,
})
