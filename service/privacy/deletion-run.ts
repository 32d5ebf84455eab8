import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { deletableFrom } from '../../shared/domains/applications/retention.ts'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import type { NoticeRun } from '../../shared/domains/notices/tables.ts'
import { germanDay, startOfGermanDay } from '../../shared/german-days.ts'
import type { TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeletionRun } from '../../shared/wire/privacy.ts'
import type { Database } from '../store/database.ts'
import { eraseNoticeRun } from '../store/erase-notices.ts'
import { eraseCases } from '../store/erase.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { dueRuns } from './deletable-notices.ts'
import { deletableItems } from './deletable.ts'
import type { DeletionRunsTable } from './tables.ts'

/** Cases deleted in one transaction: short enough that nobody at a desk waits for it. */
const CASES_AT_ONCE = 100

/**
 * Begins a deletion, or goes on with one: some cases or one run of notices per call, each call whole or not at all, so that it may be broken off
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
  const found = await deletableItems(trx, townId, now)
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
  const done = (await deleteRunOfNotices(trx, actor, run, now)) ?? (await deleteCases(trx, actor, run, now))
  const left = run.planned.slice(done.looked)
  return trx
    .updateTable('deletion_runs')
    .set({
      planned: JSON.stringify(left), deleted: run.deleted + done.deleted, kept: run.kept + done.looked - done.deleted,
      ended_at: left.length === 0 ? now : null,
    })
    .where('town_id', '=', townId).where('id', '=', run.id)
    .returningAll().executeTakeFirstOrThrow()
}

/** How many of what was planned were looked at, and how many of them are gone. */
interface Done {
  readonly looked: number
  readonly deleted: number
}

const originOf = (actor: Actor, run: Selectable<DeletionRunsTable>, at: Instant) => ({ townId: actor.townId, actor, action: 'privacy.deleted', commandId: null, about: run.id, at })

async function deleteCases(trx: Transaction<Schema>, actor: Actor, run: Selectable<DeletionRunsTable>, now: Instant): Promise<Done> {
  const next = run.planned.slice(0, CASES_AT_ONCE)
  const runs = await loadRecords(trx, actor.townId, next.map(id => ({ table: 'notice_runs', id })), false)
  const firstRun = next.findIndex(id => runs.has(`notice_runs/${id}`))
  const ids = firstRun === -1 ? next : next.slice(0, firstRun)
  const cases = await stillDeletable(trx, actor.townId, ids, now)
  await eraseCases(trx, originOf(actor, run, now), cases)
  return { looked: ids.length, deleted: cases.length }
}

/** The run of notices whose turn it is, whole: it may have got an objection since the list was made. Undefined where it is the turn of cases. */
async function deleteRunOfNotices(trx: Transaction<Schema>, actor: Actor, run: Selectable<DeletionRunsTable>, now: Instant): Promise<Done | undefined> {
  const [id = ''] = run.planned
  const row = (await loadRecords(trx, actor.townId, [{ table: 'notice_runs', id }], true)).get(`notice_runs/${id}`) as NoticeRun | undefined
  if (!row) return undefined
  const due = (await dueRuns(trx, actor.townId, now)).deletable.find(one => one.id === id)
  // Agreements are kept as long as notices, counted from the end of the year in which they were withdrawn.
  if (due) await eraseNoticeRun(trx, originOf(actor, run, now), row, startOfGermanDay(`${Number(germanDay(now).slice(0, 4)) - due.years}-01-01`))
  return { looked: 1, deleted: due ? 1 : 0 }
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
