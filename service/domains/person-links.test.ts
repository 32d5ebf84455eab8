import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { anAppointment, aPlace, aResource, aService } from '../../shared/domains/appointments/testing.ts'
import { aHall, aHallBooking, aTenant } from '../../shared/domains/halls/testing.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, AppointmentId, derivedUuid, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'
import { linkBefore } from './people/link-before.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([{ table: 'places', row: aPlace() }, { table: 'resources', row: aResource() }, { table: 'appointment_services', row: aService() }, { table: 'halls', row: aHall() }])
})
afterAll(() => town.close())

let count = 0
const appointment = (name: string, email: string | null, more: object = {}) => {
  const day = Date.UTC(2027, 0, 1 + ++count, 9)
  const at = instantFromMs(day)
  const until = instantFromMs(day + 600_000)
  return anAppointment({ id: AppointmentId.parse(derivedUuid('people/appointment', String(count))), name, email, startsAt: at, endsAt: until, occupiedFrom: at, occupiedUntil: until, ...more })
}
const booking = (tenant: Parameters<typeof aTenant>[0]) => {
  const day = Date.UTC(2027, 0, 1 + ++count, 9)
  const at = instantFromMs(day)
  const until = instantFromMs(day + 600_000)
  return aHallBooking(`people-${count}`, { tenant: aTenant(tenant), startsAt: at, endsAt: until, occupiedFrom: at, occupiedUntil: until })
}
const personOf = async (id: string): Promise<string | undefined> =>
  (await town.database.db.selectFrom('person_records').select('person_id').where('record_id', '=', id).executeTakeFirst())?.person_id
const known = async (name: string): Promise<number> =>
  (await town.database.db.selectFrom('people').select('id').where('name', '=', name).execute()).length

test('an appointment and a booking of one name and one e-mail address are one person, however the name is spelt', async () => {
  const first = appointment('Anna Müller-Lüdenscheidt', 'anna@post.example')
  const second = booking({ name: 'Dr. Anna Mueller Luedenscheidt', email: 'Anna@post.example', street: '', postalCode: '', place: '' })
  await town.change([{ table: 'appointments', row: first }])
  await town.change([{ table: 'hall_bookings', row: second }])
  expect(await personOf(second.id)).toBe(await personOf(first.id))
})

test('a family that shares an e-mail address is as many people as it has names', async () => {
  const rows = ['Jens Kuhlmann', 'Lina Kuhlmann', 'Jens Kuhlmann'].map(name => appointment(name, 'familie@post.example'))
  await town.change(rows.map(row => ({ table: 'appointments', row })))
  const [jens, lina, again] = await Promise.all(rows.map(({ id }) => personOf(id)))
  expect(again).toBe(jens)
  expect(lina).not.toBe(jens)
})

test('one name alone tells nobody apart', async () => {
  const rows = [appointment('Karl Ohnemail', null), appointment('Karl Ohnemail', null)]
  for (const row of rows) await town.change([{ table: 'appointments', row }])
  expect(await personOf(rows[0]?.id ?? '')).not.toBe(await personOf(rows[1]?.id ?? ''))
})

test('an application and an appointment meet in one person', async () => {
  const personId = await town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, { name: 'Bodo Trifft', email: 'bodo@post.example' }, PersonId.parse(derivedUuid('people', 'bodo'))))
  await town.change([{ table: 'applications', row: anApplication({ id: ApplicationId.parse(derivedUuid('people', 'case')), number: 700, reference: 'TGH-2026-700', personId, applicantName: 'Bodo Trifft' }) }])
  const row = appointment('Bodo Trifft', 'bodo@post.example')
  await town.change([{ table: 'appointments', row }])
  expect(await personOf(row.id)).toBe(personId)
})

test('whoever is forgotten in the only record is not known any more', async () => {
  const row = appointment('Vera Vergessen', 'vera@post.example')
  await town.change([{ table: 'appointments', row }])
  expect(await known('Vera Vergessen')).toBe(1)
  await town.change([{ table: 'appointments', row: { ...row, name: '', email: null, phone: null } }])
  expect(await personOf(row.id)).toBeUndefined()
  expect(await known('Vera Vergessen')).toBe(0)
})

test('a row whose name was corrected is somebody else, a further version of the same name is not', async () => {
  const row = appointment('Udo Urban', 'udo@post.example')
  await town.change([{ table: 'appointments', row }])
  const before = await personOf(row.id)
  await town.change([{ table: 'appointments', row: { ...row, phone: '03935 1234' } }])
  expect(await personOf(row.id)).toBe(before)
  await town.change([{ table: 'appointments', row: { ...row, name: 'Ute Urban' } }])
  expect(await personOf(row.id)).not.toBe(before)
  expect(await known('Udo Urban')).toBe(0)
})

test('firms and clubs are no persons', async () => {
  const row = booking({ name: 'Bau GmbH', email: 'bau@post.example' })
  await town.change([{ table: 'hall_bookings', row }])
  expect(await personOf(row.id)).toBeUndefined()
})

test('rows of before are linked in steps, once', async () => {
  const rows = Array.from({ length: 3 }, () => appointment('Berta Bestand', 'berta@post.example'))
  await town.change(rows.map(row => ({ table: 'appointments', row })))
  await sql`delete from person_records where email = 'berta@post.example'`.execute(town.database.db)
  expect(await linkBefore(town.database.db, TEST_TOWN, instantFromMs(town.clock.nowMs()))).toBeGreaterThanOrEqual(3)
  expect(new Set(await Promise.all(rows.map(({ id }) => personOf(id)))).size).toBe(1)
  expect(await linkBefore(town.database.db, TEST_TOWN, instantFromMs(town.clock.nowMs())), 'only the firm, which is nobody').toBe(1)
})

test('while many are looked at others come in between', async () => {
  await sql`insert into people (town_id, id, name) select ${TEST_TOWN}, 'many-' || number, 'Vera Viel ' || number from generate_series(1, 1200) as number`.execute(town.database.db)
  let turns = 0
  const comeIn = (): void => {
    turns += 1
    next = setImmediate(comeIn)
  }
  let next = setImmediate(comeIn)
  await linkBefore(town.database.db, TEST_TOWN, instantFromMs(town.clock.nowMs()))
  clearImmediate(next)
  expect(turns, 'at least once for every five hundred').toBeGreaterThanOrEqual(3)
})
