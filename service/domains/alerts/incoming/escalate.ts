import { sql, type Kysely, type Transaction } from 'kysely'
import { recordKey } from '../../../../shared/command.ts'
import type { AlertSettings, OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { OfficialWarningId, type TownId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../../shared/time.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { lockWarnings, refTo } from './keep-warning.ts'
import { addressesOf, CIRCLES, warningMail } from './warning-email.ts'

const MINUTE_MS = 60_000

/** Calls officers about warnings that nobody acknowledges in time, and leads when as much time has passed again; leads at once where no officer can be called. How many warnings somebody was called about now. */
export const escalate = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  db.transaction().execute(async trx => {
    const record = { table: 'alert_settings', id: 'alerts' } as const
    const settings = (await loadRecords(trx, townId, [record], false)).get(recordKey(record)) as AlertSettings | undefined
    return settings ? callAbout(trx, townId, settings, now) : 0
  })

async function callAbout(trx: Transaction<Schema>, townId: TownId, settings: AlertSettings, now: Instant): Promise<number> {
  const [first, next] = CIRCLES.filter(circle => addressesOf(settings, circle).length > 0)
  // Where nobody can be called nothing says that somebody was.
  if (!first) return 0
  await lockWarnings(trx, townId)
  const waitedLong = instantFromMs(msOf(now) - settings.escalateMinutes * MINUTE_MS)
  const rows = await loadRecords(trx, townId, (await unacknowledged(trx, townId, waitedLong, now)).map(refTo), true)
  const warnings = ([...rows.values()] as readonly OfficialWarning[]).filter(({ acknowledged }) => acknowledged === null)
  const fresh = warnings.filter(({ escalatedAt }) => escalatedAt === null)
  const again = warnings.filter(({ escalatedAt }) => escalatedAt !== null && escalatedAt <= waitedLong)
  if (fresh.length > 0)
    await commitChanges(trx, { townId, actor: null, action: 'official-warning.escalated', commandId: null, at: now }, fresh.map(row => ({ table: 'official_warnings', row: { ...row, escalatedAt: now } })))
  const jobs = [...fresh.flatMap(warning => warningMail(warning, first, settings)), ...(next ? again.flatMap(warning => warningMail(warning, next, settings)) : [])]
  await enqueue(trx, townId, jobs, now)
  return fresh.length
}

/** What ended, came as an all-clear or is a test calls nobody out of bed; nor does what has been silent for days. */
async function unacknowledged(trx: Transaction<Schema>, townId: TownId, before: Instant, now: Instant): Promise<readonly OfficialWarningId[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from official_warnings
    where town_id = ${townId} and not is_test and not is_all_clear and (acknowledged is null or jsonb_typeof(acknowledged) = 'null')
      and received_at <= ${before} and received_at > ${plusDays(now, -2)} and (ends_at is null or ends_at > ${now})
    order by id`.execute(trx)
  return rows.map(({ id }) => OfficialWarningId.parse(id))
}
