import type { Kysely } from 'kysely'
import type { AlertId, TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { noteBounce, notePassingBounce } from '../subscribers/note-bounce.ts'
import type { BounceAddresses, BounceToken } from './bounce-addresses.ts'
import type { DeliveryReport } from './delivery-report.ts'

export interface TakeParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly addresses: BounceAddresses
}

/** Longer than any mail server tries (RFC 5321: four or five days). */
const REPORTED_WITHIN_DAYS = 14

/** The message that an address was made for; null for one that was made up, and for one that is too old to matter. */
export async function messageOf({ db, townId, addresses }: TakeParts, token: BounceToken, now: Instant): Promise<AlertId | null> {
  const rows = await db.selectFrom('alert_deliveries').select('alert_id').where('town_id', '=', townId).where('subscriber_id', '=', token.subscriberId)
    .where('channel', '=', 'email').where('mode', '=', 'live').where('next_at', '>', plusDays(now, -REPORTED_WITHIN_DAYS)).execute()
  for (const { alert_id: alertId } of rows) if (await addresses.isFor(townId, alertId, token)) return alertId
  return null
}

/**
 * What was handed over did not arrive: the board says so, and it counts against the address where the address is what is wrong. A second
 * report on the same e-mail changes nothing. False while it is not written down yet that it was handed over.
 */
export async function takeReport({ db, townId }: TakeParts, { alertId, subscriberId }: { readonly alertId: AlertId; readonly subscriberId: string }, { against, status }: DeliveryReport, now: Instant): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const row = await trx.selectFrom('alert_deliveries').select('state')
      .where('town_id', '=', townId).where('alert_id', '=', alertId).where('channel', '=', 'email').where('subscriber_id', '=', subscriberId).forUpdate().executeTakeFirst()
    if (row?.state !== 'handed') return row?.state !== 'waiting'
    await trx.updateTable('alert_deliveries').set({ state: 'failed', settled_at: now, reason: `smtp ${status}` })
      .where('town_id', '=', townId).where('alert_id', '=', alertId).where('channel', '=', 'email').where('subscriber_id', '=', subscriberId).execute()
    if (against === 'address') await noteBounce(trx, townId, subscriberId, now)
    if (against === 'passing') await notePassingBounce(trx, townId, subscriberId, now)
    return true
  })
}
