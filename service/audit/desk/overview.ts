import { sql, type Kysely } from 'kysely'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../../shared/time.ts'
import type { ActivityRun, ProcessingActivity, ProtectionOverview } from '../../../shared/wire/protection.ts'
import { lastTimes, type LastTime } from '../../maintenance/maintenance.ts'
import { TASKS } from '../../maintenance/tasks.ts'
import { deletablePreview } from '../../privacy/deletable.ts'
import type { Schema } from '../../store/schema.ts'
import { ACTIVITIES } from './processing.ts'
import { privacyRequests } from './requests.ts'

const HOUR_MS = 3_600_000
const MOST_GIVEN = 50

/** What the data protection officer looks at first. */
export async function protectionOverview(db: Kysely<Schema>, townId: TownId, clock: Clock): Promise<ProtectionOverview> {
  const now = instantFromMs(clock.nowMs())
  const preview = await deletablePreview(db, townId, now)
  return {
    requests: await privacyRequests(db, townId),
    activities: await activities(db, townId),
    deletable: preview.total,
    withoutRule: preview.withoutRule.length,
    held: preview.withObjections.reduce((sum, { count }) => sum + count, 0),
    secrecies: await secreciesOn(db, townId, germanDay(now)),
    given: await informationGiven(db, townId),
  }
}

async function activities(db: Kysely<Schema>, townId: TownId): Promise<ProcessingActivity[]> {
  const times = await lastTimes(db, townId)
  return ACTIVITIES.map(({ tasks, tables, ...activity }) => ({ ...activity, tables: [...tables], runs: tasks.flatMap(task => runOf(task, times.find(time => time.task === task))) }))
}

/** A task that is not set up here and never ran is left out. */
function runOf(task: string, last: LastTime | undefined): ActivityRun[] {
  const known = TASKS.find(({ name }) => name === task)
  if (!known && !last) return []
  return [{ task, lastAt: last?.endedAt ?? null, outcome: last?.outcome ?? null, nextAt: last ? instantFromMs(msOf(last.endedAt) + (known?.everyHours ?? 24) * HOUR_MS) : null }]
}

async function secreciesOn(db: Kysely<Schema>, townId: TownId, today: string): Promise<number> {
  const { count } = await db.selectFrom('secrecies').select(eb => eb.fn.countAll<number>().as('count')).where('town_id', '=', townId).where('until', '>=', today).executeTakeFirstOrThrow()
  return count
}

/** By the index of actions: as many as are told, however long the log is. */
async function informationGiven(db: Kysely<Schema>, townId: TownId): Promise<ProtectionOverview['given']> {
  const { rows } = await sql<{ readonly at: Instant; readonly byName: string | null; readonly personName: string | null }>`
    select (l.entry::json ->> 'at')::timestamptz(3) as at,
      (select min(s.name) from staff as s where s.town_id = l.town_id and s.person_id = l.entry::json ->> 'personId') as "byName",
      (select p.name from people as p where p.town_id = l.town_id and p.id = l.entry::json ->> 'about') as "personName"
    from audit_log as l where l.town_id = ${townId} and ((l.entry::json ->> 'action') collate "C") = 'privacy.person-exported'
    order by ((l.entry::json ->> 'at') collate "C") desc, l.audit_position desc limit ${MOST_GIVEN}`.execute(db)
  return [...rows]
}
