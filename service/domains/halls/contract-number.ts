import { sql, type Transaction } from 'kysely'
import type { HallBooking } from '../../../shared/domains/halls/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'

/** Gives a contract its number, one for all the bookings it is about. */
export const withContractNumber: Completion = async (trx, { changes, moment: { actor: { townId }, now } }) => {
  const number = await nextNumber(trx, townId, germanDay(now).slice(0, 4))
  const numbered = (row: HallBooking): HallBooking => ({ ...row, contractNumber: number, contract: row.contract && { ...row.contract, reference: number } })
  return changes.map(change => (change.table === 'hall_bookings' ? { table: 'hall_bookings', row: numbered(change.row) } : change))
}

/** Numbers run through the year without gaps: the counter is held until the contract is written. */
async function nextNumber(trx: Transaction<Schema>, townId: TownId, year: string): Promise<string> {
  const { last_number } = await trx.insertInto('hall_contract_counters').values({ town_id: townId, year, last_number: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'year']).doUpdateSet({ last_number: sql<number>`hall_contract_counters.last_number + 1` }))
    .returning('last_number').executeTakeFirstOrThrow()
  return `MV-${year}-${String(last_number).padStart(4, '0')}`
}
