import { sql, type Kysely } from 'kysely'
import type { Alert } from '../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'
import { priorityOf } from '../../domains/alerts/sending/open-sendings.ts'
import { reachedBy } from '../../domains/alerts/sending/spread.ts'
import type { Schema } from '../../store/schema.ts'

/** By what the demo's subscribers are told. */
const WAYS = ['email', 'sms', 'push'] as const
const SECOND_MS = 1_000
/** What became of those whom a way did not reach. */
const REFUSED = { email: 'smtp 550', sms: 'number-unknown', push: 'unsubscribed' } as const satisfies Readonly<Record<(typeof WAYS)[number], string>>
/** One in so many has an address that takes nothing. */
const REFUSED_EVERY = 61

/** Writes down how the messages of the demo went out: all of it is over, so that no start of a demo sends anything. */
export async function keepSendings(trx: Kysely<Schema>, townId: TownId, alerts: readonly Alert[]): Promise<void> {
  for (const alert of alerts) {
    if (!alert.released) continue
    for (const channel of WAYS.filter(way => alert.content.channels.includes(way) && (way === 'email' || alert.mode === 'live'))) await keepSending(trx, townId, alert, channel)
  }
}

async function keepSending(trx: Kysely<Schema>, townId: TownId, { id, mode, kind, content, released, stopped }: Alert, channel: (typeof WAYS)[number]): Promise<void> {
  const begun = msOf(released?.at ?? content.endsAt ?? instantFromMs(0))
  const first = instantFromMs(begun + SECOND_MS)
  await trx.insertInto('alert_sendings').values({
    town_id: townId, alert_id: id, mode, channel, priority: priorityOf({ kind, content }), state: stopped ? 'stopped' : 'done', is_spread: true, begun_at: instantFromMs(begun),
    expires_at: content.endsAt ?? first,
  }).execute()
  // Of one that was stopped every other one had been told.
  const reason = sql`case when ${stopped !== null} and place % 2 = 0 then 'stopped' when place % ${sql.lit(REFUSED_EVERY)} = 0 then ${REFUSED[channel]} end`
  await sql`
    insert into alert_deliveries (town_id, alert_id, channel, subscriber_id, mode, state, attempts, next_at, settled_at, reason)
    select town_id, ${id}, channel, id, mode, case when reason is null then 'handed' else 'failed' end, 1, ${first}::timestamptz, ${first}::timestamptz + place * interval '20 milliseconds', reason
    from (select s.*, ${reason} as reason from (
      select town_id, id, mode, channel, row_number() over (order by id) as place from subscribers
      where town_id = ${townId} and mode = ${mode} and channel = ${channel} and state = 'active' and ${reachedBy(content, [])}) s) told`.execute(trx)
}
