import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { forgetPersonsOf } from '../../store/forget.ts'
import type { Schema } from '../../store/schema.ts'

const NOBODY = { name: '', email: null, phone: null, note: '', createdByName: null, servedBy: null, servedByName: null, sentOn: null, before: null } as const

/**
 * Forgets who came to appointments that are over for longer than their place keeps it; that and when somebody came, for what
 * and how long, stays to be counted. Answers how many.
 */
export const forgetOldAppointments = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  forgetPersonsOf(db, townId, {
    table: 'appointments',
    action: 'appointments.forgotten',
    without: row => ({ ...row, ...NOBODY, stays: row.stays.map(stay => ({ ...stay, servedBy: null })) }),
    due: async (trx, limit) => {
      const { rows } = await sql<{ id: string }>`
        select a.id from appointments a join places on places.town_id = a.town_id and places.id = a.place_id
        where a.town_id = ${townId} and a.ends_at < ${now}::timestamptz - make_interval(days => places.keep_days::int)
          and (a.name <> '' or a.email is not null or a.phone is not null or a.note <> ''
            or a.created_by_name is not null or a.served_by is not null or a.served_by_name is not null or a.sent_on is not null or a.before is not null)
        order by a.id limit ${limit}`.execute(trx)
      return rows.map(({ id }) => id)
    },
  }, now)
