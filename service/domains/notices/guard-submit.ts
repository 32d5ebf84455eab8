import { sql } from 'kysely'
import type { Guards } from '../../commands/context.ts'
import type { Way } from '../../../shared/domains/notices/channels.ts'
import { hashOfNotices } from '../../../shared/domains/notices/content.ts'

/** Whoever gives a run for release has seen exactly the notices that the service holds and the ways they go: count, sum and hash agree. */
export const asShown: Guards = async (trx, { changes, moment }) => {
  for (const change of changes) {
    if (change.table !== 'notice_runs' || !change.row.submitted) continue
    const { rowsHash, count, totalCents } = change.row.submitted
    const { rows } = await sql<{ readonly number: number; readonly hash: string; readonly way: Way; readonly cents: number }>`
      select number, content_hash as hash, way, (content ->> 'totalCents')::bigint as cents from notices
      where town_id = ${moment.actor.townId} and run_id = ${change.row.id} and jsonb_typeof(left_out) is distinct from 'object'`.execute(trx)
    const cents = rows.reduce((sum, row) => sum + row.cents, 0)
    if (rows.length !== count || cents !== totalCents || hashOfNotices(rows) !== rowsHash) return { code: 'notices/changed-meanwhile' }
  }
  return null
}
