import { sql, type Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { CardOrganisation, ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { townKey } from '../../store/town-keys.ts'
import { claimsOf } from './card-claims.ts'
import { cardToken } from './card-token.ts'

/** Gives cards that are issued their numbers, and signs them. */
export const withNumberAndToken: Completion = async (trx, { changes, moment: { actor: { townId }, now } }) => {
  const key = await townKey(trx, 'card_keys', townId, now)
  const completed: Change[] = []
  for (const change of changes) {
    if (change.table !== 'service_cards' || change.row.status !== 'issued') {
      completed.push(change)
      continue
    }
    const organisation = await organisationOf(trx, townId, change.row)
    const row = { ...change.row, number: await nextNumber(trx, townId, organisation.prefix, germanDay(now).slice(0, 4)) }
    completed.push({ table: 'service_cards', row: { ...row, token: await cardToken(claimsOf(townId, row, organisation), key) } })
  }
  return completed
}

async function organisationOf(trx: Transaction<Schema>, townId: TownId, { organisationId }: ServiceCard): Promise<CardOrganisation> {
  const rows = await loadRecords(trx, townId, [{ table: 'card_organisations', id: organisationId }], false)
  return rows.get(`card_organisations/${organisationId}`) as CardOrganisation
}

/** Numbers run through the year without gaps: the counter is held until the cards are written. */
async function nextNumber(trx: Transaction<Schema>, townId: TownId, prefix: string, year: string): Promise<string> {
  const { last_number } = await trx.insertInto('card_number_counters').values({ town_id: townId, prefix, year, last_number: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'prefix', 'year']).doUpdateSet({ last_number: sql<number>`card_number_counters.last_number + 1` }))
    .returning('last_number').executeTakeFirstOrThrow()
  return `${prefix}-${year}-${String(last_number).padStart(4, '0')}`
}
