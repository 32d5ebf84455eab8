import { sql, type Kysely } from 'kysely'
import type { HallBooking } from '../../../shared/domains/halls/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { forgetPersonsOf } from '../../store/forget.ts'
import type { Schema } from '../../store/schema.ts'

const NOBODY = { name: '', organisation: '', street: '', postalCode: '', place: '', email: null, phone: null } as const

/** The letting without whom it was to: contract and protocol name them, and so may every word of one's own. */
const withoutTenant = (row: HallBooking): HallBooking => ({
  ...row, tenant: { kind: row.tenant.kind, ...NOBODY }, purpose: '', note: '', reason: null, priceReason: null, contract: null, corrections: [], keyOut: null, keyBack: null,
  requestedByName: null, decidedByName: null,
})

/**
 * Forgets who a house was let to once the letting is over for longer than the house keeps it, and who only asked for one as
 * soon as a year has passed. Answers how many.
 */
export const forgetOldLettings = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  forgetPersonsOf(db, townId, {
    table: 'hall_bookings',
    action: 'halls.forgotten',
    without: withoutTenant,
    due: async (trx, limit) => {
      const { rows } = await sql<{ id: string }>`
        select b.id from hall_bookings b join halls on halls.town_id = b.town_id and halls.id = b.hall_id
        where b.town_id = ${townId} and b.tenant->>'name' <> ''
          and b.ends_at < ${now}::timestamptz - make_interval(years => case when b.contract_number is null then 1 else halls.keep_years::int end)
        order by b.id limit ${limit}`.execute(trx)
      return rows.map(({ id }) => id)
    },
  }, now)
