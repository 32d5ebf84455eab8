import { createHmac } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { AppointmentId, TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import type { Schema } from '../../../store/schema.ts'
import { townSecret } from '../../../store/town-secret.ts'

/** Times that one address may keep at once without having said who comes. */
const MOST_HOLDS = 2

/** What whoever asks from an address is counted by: nobody without the town's secret finds the address again. */
export type HolderOf = (address: string) => Promise<string>

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createHolders(database: Database, townId: TownId): HolderOf {
  const secretOf = townSecret(database)
  return async address => createHmac('sha256', await secretOf(townId)).update(`holder/${townId}/${networkOf(address)}`).digest('base64url')
}

interface Hold {
  readonly townId: TownId
  readonly id: AppointmentId
  readonly holder: string
}

/**
 * Whether one more time, or this one again, may be kept: nobody keeps times back to trade with them. Whoever asks for several
 * at one moment is answered one after the other, by whatever process; the place is to be locked after this, never before.
 */
export async function mayHold(trx: Transaction<Schema>, { townId, id, holder }: Hold, now: Instant): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`holder/${townId}/${holder}`}, 0))`.execute(trx)
  const others = await trx.selectFrom('open_holds')
    .innerJoin('appointments', join => join.onRef('appointments.town_id', '=', 'open_holds.town_id').onRef('appointments.id', '=', 'open_holds.appointment_id'))
    .select('appointments.id')
    .where('open_holds.town_id', '=', townId).where('open_holds.holder', '=', holder).where('open_holds.appointment_id', '!=', id)
    .where('appointments.status', '=', 'held').where('appointments.held_until', '>', now)
    .execute()
  return others.length < MOST_HOLDS
}

/** Counts a time that is kept now; the row goes with the hold, however that ends. */
export async function noteHold(trx: Transaction<Schema>, { townId, id, holder }: Hold): Promise<void> {
  await trx.insertInto('open_holds').values({ town_id: townId, appointment_id: id, holder })
    .onConflict(conflict => conflict.columns(['town_id', 'appointment_id']).doUpdateSet({ holder })).execute()
}

/** Once somebody has said who comes, nothing ties that person to where they asked from. */
export const forgetHolder = (trx: Transaction<Schema>, townId: TownId, id: AppointmentId): Promise<unknown> =>
  trx.deleteFrom('open_holds').where('town_id', '=', townId).where('appointment_id', '=', id).execute()

/** A household has one IPv4 address, and as many IPv6 addresses as it likes in one network of 64 bits. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after] = address.split('::')
  const groups = before.split(':').filter(group => group !== '')
  const rest = after === undefined ? [] : after.split(':').filter(group => group !== '')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':')
}
