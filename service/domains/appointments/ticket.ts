import { sql, type Transaction } from 'kysely'
import { ticketOf } from '../../../shared/domains/appointments/ticket.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { PlaceId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Completion } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'

/**
 * Gives whoever has come the number by which they are called in the lobby. It is kept for the day: somebody who comes back
 * on another one gets another, since theirs may be somebody else's by then.
 */
export const withTicket: Completion = async (trx, { changes, state, moment: { actor: { townId }, now } }) => {
  const row = changes.find(change => change.table === 'appointments')?.row
  if (!row || !isHere(row)) return changes
  const before = state.get('appointments', row.id)
  if (before?.ticket && germanDay(lastSeen(before)) === germanDay(now)) return changes
  const number = await nextTicketNumber(trx, townId, row.placeId, now)
  const called: Appointment = { ...row, ticket: ticketOf(row.channel, number) }
  return changes.map(change => (change.row.id === row.id ? { table: 'appointments', row: called } : change))
}

const isHere = ({ status }: Appointment): boolean => status === 'waiting' || status === 'called' || status === 'serving'

const lastSeen = ({ steppedAt, waitingSince, createdAt }: Appointment): Instant => steppedAt ?? waitingSince ?? createdAt

/** The next number of a place on this day. Holds the counter until the transaction ends: whoever comes at the same moment waits for it. */
async function nextTicketNumber(trx: Transaction<Schema>, townId: TownId, placeId: PlaceId, now: Instant): Promise<number> {
  const counted = await trx
    .insertInto('ticket_counters')
    .values({ town_id: townId, place_id: placeId, day: germanDay(now), last_number: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'place_id', 'day']).doUpdateSet({ last_number: sql<number>`ticket_counters.last_number + 1` }))
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return counted.last_number
}
