import { sql, type Kysely, type Transaction } from 'kysely'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { forgetFormerVersions } from '../../store/erase.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** Forgotten in one transaction: short enough that nobody at a desk waits for it. */
const AT_ONCE = 200

const NOBODY = { name: '', email: null, phone: null, note: '', createdByName: null, servedBy: null, servedByName: null, before: null } as const satisfies Partial<Appointment>

/**
 * Forgets who came to appointments that are over for longer than their place keeps it, at every desk too; that and when
 * somebody came, for what and how long, stays to be counted. Answers how many.
 */
export async function forgetOldAppointments(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let forgotten = 0
  for (;;) {
    const done = await db.transaction().execute(trx => forgetSome(trx, townId, now))
    forgotten += done
    if (done < AT_ONCE) return forgotten
  }
}

async function forgetSome(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select appointments.id from appointments join places on places.town_id = appointments.town_id and places.id = appointments.place_id
    where appointments.town_id = ${townId} and appointments.ends_at < ${now}::timestamptz - make_interval(days => places.keep_days::int)
      and (appointments.name <> '' or appointments.email is not null or appointments.phone is not null or appointments.note <> '' or appointments.served_by is not null)
    order by appointments.id limit ${AT_ONCE}`.execute(trx)
  if (rows.length === 0) return 0
  const found = await loadRecords(trx, townId, rows.map(({ id }) => ({ table: 'appointments', id }) as const), true)
  const changes = [...found.values()].map(row => ({ table: 'appointments', row: { ...(row as Appointment), ...NOBODY } }) as const)
  await forgetFormerVersions(trx, townId, rows.map(({ id }) => id))
  await commitChanges(trx, { townId, actor: null, action: 'appointments.forgotten', commandId: null, at: now }, changes)
  return rows.length
}
