import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { RecordRef } from '../../../shared/command.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { eraseRecords } from '../../store/erase.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { isDue } from './retention.ts'
import { healthScopesOf } from './rows.ts'
import type { VaccinationDeletionsTable } from './tables.ts'

/** Visits in one transaction: short enough that nobody at a desk waits for it. */
const AT_ONCE = 100

/** Deletes what was released, in pieces that are each whole or not at all. Answers how many documentations are gone. */
export async function deleteReleased(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let deleted = 0
  for (;;) {
    const done = await db.transaction().execute(trx => deleteNext(trx, townId, now))
    if (done === null) return deleted
    deleted += done
  }
}

async function deleteNext(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<number | null> {
  const run = await trx.selectFrom('vaccination_deletions').selectAll().where('town_id', '=', townId).where('released_at', 'is not', null).where('ended_at', 'is', null)
    .orderBy('released_at').limit(1).forUpdate().skipLocked().executeTakeFirst()
  if (!run) return null
  const doses = await dueDoses(trx, run)
  const others = doses.length > 0 ? [] : await emptied(trx, run)
  if (doses.length + others.length === 0) {
    await trx.updateTable('vaccination_deletions').set({ ended_at: now }).where('town_id', '=', townId).where('id', '=', run.id).execute()
    return 0
  }
  const erased = doses.length > 0 ? await withVisits(trx, townId, doses) : others
  const rows = await loadRecords(trx, townId, erased, true)
  await eraseRecords(trx, { townId, actor: null, action: 'vaccinations.deleted', commandId: null, about: run.id, at: now }, erased.flatMap(({ table, id }) => {
    const row = rows.get(`${table}/${id}`)
    return row ? [{ table, row }] : []
  }))
  await trx.updateTable('vaccination_deletions').set({ deleted: run.deleted + doses.length }).where('town_id', '=', townId).where('id', '=', run.id).execute()
  return doses.length
}

type Run = Selectable<VaccinationDeletionsTable>

/** Documentations of some visits, with all their versions. */
async function dueDoses(trx: Transaction<Schema>, { town_id: townId, scope, before_day: before }: Run): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from vaccinations where town_id = ${townId} and visit_id in (
      select distinct v.visit_id from vaccinations as v where ${isDue(townId, scope, before)} order by v.visit_id limit ${AT_ONCE}) order by id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** What goes with them: the visits at which they were given, and how recalls told those people. In the order in which rows hang on each other. */
async function withVisits(trx: Transaction<Schema>, townId: TownId, doses: readonly string[]): Promise<readonly RecordRef[]> {
  const { rows } = await sql<RecordRef>`
    select 'recall_contacts' as table, id from recall_contacts where town_id = ${townId} and vaccination_id = any(${[...doses]}::text[])
    union all select 'vaccinations', unnest(${[...doses]}::text[])
    union all select 'vaccination_visits', id from vaccination_visits where town_id = ${townId}
      and id in (select visit_id from vaccinations where town_id = ${townId} and id = any(${[...doses]}::text[]))`.execute(trx)
  return rows
}

/** Visits without a dose, and sessions to which nothing belongs any more. */
async function emptied(trx: Transaction<Schema>, { town_id: townId, scope, before_day: before }: Run): Promise<readonly RecordRef[]> {
  const archive = healthScopesOf(scope)[1]
  const { rows: visits } = await sql<RecordRef>`
    select 'vaccination_visits' as table, v.id from vaccination_visits as v join vaccination_sessions as s on s.town_id = v.town_id and s.id = v.session_id
    where v.town_id = ${townId} and v.scope = ${archive} and s.scope = ${archive} and s.day < ${before}
      and not exists (select from vaccinations as d where d.town_id = v.town_id and d.visit_id = v.id) order by v.id limit ${AT_ONCE}`.execute(trx)
  if (visits.length > 0) return visits
  const { rows } = await sql<RecordRef>`
    select 'vaccination_sessions' as table, s.id from vaccination_sessions as s where s.town_id = ${townId} and s.scope = ${archive} and s.day < ${before}
      and not exists (select from vaccination_visits as v where v.town_id = s.town_id and v.session_id = s.id)
      and not exists (select from vaccinations as d where d.town_id = s.town_id and d.session_id = s.id) order by s.id limit ${AT_ONCE}`.execute(trx)
  return rows
}
