import { sql, type Kysely, type Transaction } from 'kysely'
import type { Change, RecordRef } from '../../../shared/command.ts'
import type { SessionId, TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { healthScopesOf } from './rows.ts'

/** How long a session that is over stays with desks: until sheets are signed and figures checked, and no longer than that takes. */
const WITH_DESKS_DAYS = 14

/**
 * Moves sessions that are over into the archive, with all that happened in them: desks take them off their disks, and the
 * service alone answers from them. One with something left to do stays: a suspicion not reported, two documentations nobody
 * has looked at, a signature that is awaited. So does one that somebody fetched back. Answers how many.
 */
export async function archiveSessions(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  for (let moved = 0; ; moved++) if (!(await db.transaction().execute(trx => archiveNext(trx, townId, now)))) return moved
}

async function archiveNext(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<boolean> {
  const { rows: [session] } = await sql<{ id: SessionId; scope: string }>`
    select id, scope from vaccination_sessions as s
    where town_id = ${townId} and scope like 'health:%' and status in ('closed', 'cancelled') and closed_at < ${plusDays(now, -WITH_DESKS_DAYS)}
      and not exists (select from vaccination_returns as r where r.town_id = s.town_id and r.session_id = s.id and r.until > ${now})
      and not exists (select from vaccinations as v where v.town_id = s.town_id and v.session_id = s.id and v.scope = s.scope and v.replaced_by_id is null and not v.is_void
        and (v.twin_id is not null or v.confirmation->>'kind' = 'awaited'))
      and not exists (select from vaccinations as v join side_effects as e on e.town_id = v.town_id and e.vaccination_id = v.id
        where v.town_id = s.town_id and v.session_id = s.id and e.reported_at is null)
    order by day, id limit 1 for update of s skip locked`.execute(trx)
  if (!session) return false
  const [, archive] = healthScopesOf(session.scope)
  // Whoever documents at this moment holds the visit: once it is held here, what they wrote is there to be found.
  await loadRecords(trx, townId, await recordsOf(trx, townId, session.id), true)
  const rows = await loadRecords(trx, townId, await recordsOf(trx, townId, session.id), true)
  const changes = [...rows].map(([key, row]) => ({ table: key.slice(0, key.indexOf('/')), row: { ...row, scope: archive, ...(row.id === session.id ? NOBODY_WAITS : {}) } }) as unknown as Change)
  await commitChanges(trx, { townId, actor: null, action: 'vaccinations.archived', commandId: null, at: now, about: session.id }, changes)
  return true
}

/** As many as nobody at a desk waits for. */
const CONTACTS_AT_ONCE = 500

/**
 * How far people were told of a recall that is closed moves into the archive as well: it names no batch but persons. The recall
 * itself stays with desks, and the service tells whoever opens it how far each was told. Answers how many.
 */
export async function archiveContacts(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  for (let moved = 0; ; ) {
    const done = await db.transaction().execute(trx => archiveSomeContacts(trx, townId, now))
    moved += done
    if (done < CONTACTS_AT_ONCE) return moved
  }
}

async function archiveSomeContacts(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { rows: due } = await sql<{ id: string }>`
    select c.id from recall_contacts as c join vaccination_recalls as r on r.town_id = c.town_id and r.id = c.recall_id
    where c.town_id = ${townId} and c.scope like 'health:%' and r.closed_at < ${plusDays(now, -WITH_DESKS_DAYS)}
    order by c.id limit ${CONTACTS_AT_ONCE} for update of c skip locked`.execute(trx)
  const rows = await loadRecords(trx, townId, due.map(({ id }) => ({ table: 'recall_contacts', id }) as const), true)
  const changes = [...rows.values()].map(row => ({ table: 'recall_contacts', row: { ...row, scope: healthScopesOf(row.scope)[1] } }) as unknown as Change)
  if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'vaccinations.archived', commandId: null, at: now }, changes)
  return changes.length
}

/** Who would have come for a dose that was left over is of no use to anybody afterwards. */
const NOBODY_WAITS = { standBy: [] }

async function recordsOf(trx: Transaction<Schema>, townId: TownId, sessionId: SessionId): Promise<readonly RecordRef[]> {
  const { rows } = await sql<RecordRef>`
    select 'vaccination_sessions' as table, id from vaccination_sessions where town_id = ${townId} and id = ${sessionId}
    union all select 'vaccination_visits', id from vaccination_visits where town_id = ${townId} and session_id = ${sessionId} and scope like 'health:%'
    union all select 'vaccinations', id from vaccinations where town_id = ${townId} and session_id = ${sessionId} and scope like 'health:%'
    union all select 'side_effects', e.id from side_effects as e join vaccinations as v on v.town_id = e.town_id and v.id = e.vaccination_id
      where v.town_id = ${townId} and v.session_id = ${sessionId} and e.scope like 'health:%'`.execute(trx)
  return rows
}
