import { sql } from 'kysely'
import type { Completion } from '../../../commands/context.ts'
import { enterForDrills } from '../ways/entered.ts'
import type { Channel, Severity } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'

/** Ways on which everybody is told on their own; the others read what stands there. */
export const SUBSCRIBED: readonly Channel[] = ['email', 'sms', 'push', 'web-hook']

/** Announced on this channel of the database when something is to be sent. */
export const SENDINGS_CHANNEL = 'alert_sendings'

const URGENT = { Extreme: 40, Severe: 30, Moderate: 20, Minor: 10, Unknown: 10 } as const satisfies Readonly<Record<Severity, number>>
/** What ends or corrects a message comes before what begins one of the same weight. */
const AFTER_A_MESSAGE = 5

/** Higher goes first: a severe warning overtakes all news, its all-clear all warnings of its kind. */
export const priorityOf = ({ kind, content }: Pick<Alert, 'kind' | 'content'>): number => URGENT[content.severity] + (kind === 'alert' ? 0 : AFTER_A_MESSAGE)

/** Puts a message that was released on its way, in the transaction that releases it: both or neither. */
export const withSendings: Completion = async (trx, context) => {
  const { changes, moment } = context
  const released = changes.flatMap(change => (change.table === 'alerts' && change.row.released?.at === moment.now && change.row.endedById === null ? [change.row] : []))
  const rows = released.flatMap(({ id, mode, kind, content }) => content.channels.filter(channel => SUBSCRIBED.includes(channel)).map(channel => ({
    town_id: moment.actor.townId, alert_id: id, mode, channel, priority: priorityOf({ kind, content }), state: 'open' as const, is_spread: false, begun_at: moment.now, expires_at: content.endsAt ?? moment.now,
  })))
  if (rows.some(({ mode }) => mode === 'training')) await enterForDrills(trx, moment.actor.townId, moment.now)
  if (rows.length > 0) await trx.insertInto('alert_sendings').values(rows).onConflict(conflict => conflict.doNothing()).execute()
  return withNotice(trx, context)
}

/** Tells those who are sending to look again: something came that is more urgent, or what they have in hand was stopped. */
export const withNotice: Completion = async (trx, { changes, moment }) => {
  await sql`select pg_notify(${SENDINGS_CHANNEL}, ${moment.actor.townId})`.execute(trx)
  return changes
}
