import { sql, type Kysely } from 'kysely'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { OfficialWarningId, type TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { eraseRecords } from '../../../store/erase.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { refTo } from './keep-warning.ts'

/** So long one can look up what was known when, and who had acknowledged it. */
const KEPT_DAYS = 365

/** Takes away official warnings that were over a year ago, and says how many. */
export const forgetOldWarnings = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  db.transaction().execute(async trx => {
    const before = plusDays(now, -KEPT_DAYS)
    await trx.deleteFrom('official_warning_ends').where('town_id', '=', townId).where('ended_at', '<', before).execute()
    const { rows } = await sql<{ readonly id: string }>`
      select id from official_warnings where town_id = ${townId} and greatest(received_at, ends_at) < ${before} order by id limit 500`.execute(trx)
    const records = await loadRecords(trx, townId, rows.map(({ id }) => refTo(OfficialWarningId.parse(id))), true)
    const old = [...records.values()] as readonly OfficialWarning[]
    if (old.length > 0)
      await eraseRecords(trx, { townId, actor: null, action: 'official-warning.forgotten', commandId: null, at: now }, old.map(row => ({ table: 'official_warnings', row })))
    return old.length
  })
