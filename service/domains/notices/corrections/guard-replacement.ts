import { sql } from 'kysely'
import type { Guards } from '../../../commands/context.ts'

/** Whether a notice `n` of a run `r` is being prepared, is on its way, or has gone. */
export const isGoing = sql`jsonb_typeof(n.left_out) is distinct from 'object' and (n.sent ->> 'state') is distinct from 'cancelled'
  and (jsonb_typeof(r.cancelled) is distinct from 'object' or jsonb_typeof(n.sent) = 'object')`

/** No notice is replaced twice: none that replaces the same one is being prepared, or is on its way. */
export const isOnlyReplacement: Guards = async (trx, { changes, moment }) => {
  for (const change of changes) {
    if (change.table !== 'notices' || change.row.replaces === null) continue
    const { rows } = await sql`
      select n.id from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id
      where n.town_id = ${moment.actor.townId} and n.replaces = ${change.row.replaces} and n.id <> ${change.row.id} and ${isGoing} limit 1`.execute(trx)
    if (rows.length > 0) return { code: 'notices/replacement-exists' }
  }
  return null
}
