import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import { commitErasure } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'

/** Whoever takes longer than the time was kept may still confirm while nobody else has it. */
const KEPT_MS = 30 * 60_000

interface Gone {
  readonly id: string
  readonly scope: string
  readonly version: number
}

/** Takes away times that were kept and that nobody confirmed, at every desk too; they are in nobody's way meanwhile. Answers how many. */
export async function forgetHolds(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<Gone>`
      delete from appointments
      where town_id = ${townId} and held_until < ${instantFromMs(msOf(now) - KEPT_MS)}
        and (status = 'held' or (status = 'cancelled' and channel = 'portal'))
      returning id, scope, version`.execute(trx)
    if (rows.length === 0) return 0
    const origin = { townId, actor: null, action: 'booking.hold-over', commandId: null, at: now }
    await commitErasure(trx, origin, rows.map(row => ({ table: 'appointments', ...row })))
    return rows.length
  })
}
