import { sql, type Transaction } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { msOf, type Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/**
 * The town's next receipt number, without gaps: a transaction that fails gives its number back. Holds the town's
 * counter until the transaction ends, so take it late.
 */
export async function nextReceiptNumber(trx: Transaction<Schema>, townId: TownId): Promise<number> {
  await trx
    .insertInto('receipt_counters')
    .values({ town_id: townId, last_number: 0 })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const counted = await trx
    .updateTable('receipt_counters')
    // Applications that did not come through intake (demo data, paper) have numbers too.
    .set({
      last_number: sql<number>`greatest(last_number, coalesce((select max(number) from applications where town_id = ${townId}), 0)) + 1`,
    })
    .where('town_id', '=', townId)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return counted.last_number
}

const yearInGermany = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', year: 'numeric' })

/** `TGH-2026-004711` */
export async function referenceFor(trx: Transaction<Schema>, townId: TownId, number: number, receivedAt: Instant): Promise<string> {
  const town = await trx.selectFrom('towns').select('reference_prefix').where('id', '=', townId).executeTakeFirstOrThrow()
  return `${town.reference_prefix}-${yearInGermany.format(msOf(receivedAt))}-${String(number).padStart(6, '0')}`
}
