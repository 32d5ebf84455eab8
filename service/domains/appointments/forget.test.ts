import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { anAppointment, aPlace, aResource, aService, counterId } from '../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import { AppointmentId, PersonId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { addTestTown, anOrigin, TEST_TOWN, testEngines } from '../../store/testing.ts'
import { forgetOldAppointments } from './forget.ts'

const at = (startsAt: Instant, n: number, overrides: Partial<Appointment> = {}) => {
  const endsAt = plusDays(startsAt, 0.01)
  return { table: 'appointments', row: anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000000e${n}`), startsAt, endsAt, status: 'finished', servedByName: 'Katrin Sommer', ...overrides }) } as const
}

const SENT_ON_ID = AppointmentId.parse('0192a000-0000-7000-8000-0000000000e4')
const THEN = anAppointment().startsAt
const SENT_ON = {
  stays: [{ serviceIds: [aService().id], calledAt: THEN, servingSince: THEN, servedBy: PersonId.parse('0192a000-0000-7000-8000-0000000000a1'), endedAt: THEN }],
  sentOn: { toCounterId: null, fromCounterId: counterId(1), byName: 'Katrin Sommer', note: 'Ausweis von Frau Großkopf', at: THEN },
} satisfies Partial<Appointment>

test.each(testEngines())('who came is forgotten after so many days, from the feed too; that somebody came stays, on $kind', async ({ open }) => {
  const database = await open()
  try {
    await addTestTown(database)
    const now = anAppointment().startsAt
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [
      { table: 'places', row: aPlace({ keepDays: 30 }) }, { table: 'resources', row: aResource(1) }, { table: 'appointment_services', row: aService() },
      at(plusDays(now, -31), 1), at(plusDays(now, -29), 2),
      // Who came gave no name and left again: a clerk's name stands there all the same.
      at(plusDays(now, -31), 3, { name: '', email: null, phone: null, status: 'missed', resourceId: null, createdByName: 'Katrin Sommer', servedByName: null }),
      // Nobody's name is left but those of who sent on and who served before.
      at(plusDays(now, -31), 4, { name: '', email: null, phone: null, servedByName: null, resourceId: null, ...SENT_ON }),
    ]))
    expect(await forgetOldAppointments(database.db, TEST_TOWN, now)).toBe(3)
    expect(await forgetOldAppointments(database.db, TEST_TOWN, now)).toBe(0)
    const sentOn = await database.db.selectFrom('appointments').select(['stays', 'sent_on']).where('id', '=', SENT_ON_ID).executeTakeFirst()
    expect(sentOn).toEqual({ stays: [{ ...SENT_ON.stays[0], servedBy: null }], sent_on: null })
    const rows = await database.db.selectFrom('appointments').where('id', '<>', SENT_ON_ID).select(['name', 'email', 'created_by_name', 'served_by_name', 'status']).orderBy('id').execute()
    expect(rows).toEqual([
      { name: '', email: null, created_by_name: null, served_by_name: null, status: 'finished' }, { name: 'Änne Großkopf', email: 'aenne@example.org', created_by_name: null, served_by_name: 'Katrin Sommer', status: 'finished' },
      { name: '', email: null, created_by_name: null, served_by_name: null, status: 'missed' },
    ])
    const { rows: [feed] } = await sql<{ named: number; unnamed: number }>`
      select count(*) filter (where "row"::text like '%Großkopf%')::int as named, count(*) filter (where record_id like '%0e1')::int as unnamed from feed where record_id like '%0e_'`.execute(database.db)
    expect(feed).toEqual({ named: 1, unnamed: 1 })
  } finally {
    await database.close()
  }
})
