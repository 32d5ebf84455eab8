import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../../main/core/network/failures.ts'
import { archiveSessions } from '../../service/domains/vaccinations/archive.ts'
import { aVaccinationPlace } from '../../service/domains/vaccinations/testing.ts'
import { setGrants } from '../../service/store/rights.ts'
import { anOrigin, TEST_TOWN } from '../../service/store/testing.ts'
import { aReadyVisit, aSession, aVaccination, aVaccinee, SESSION_NOW } from '../../shared/domains/vaccinations/testing.ts'
import { aPlace } from '../../shared/domains/appointments/testing.ts'
import { AccountId, DepartmentId, derivedUuid, PlaceId } from '../../shared/ids.ts'
import { healthScope } from '../../shared/scope.ts'
import { instantFromMs, plusDays } from '../../shared/time.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'

let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => {
  town = await startTown()
  await town.change(aVaccinationPlace())
})
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string, weather: Weather = createWeather()): Promise<LiveDesk> {
  const opened = await openDesk(town.url, login, weather)
  open.push(opened)
  await settled(opened)
  return opened
}

const TABLES = ['vaccines', 'vaccine_batches', 'vaccination_sessions', 'vaccination_visits', 'vaccinations', 'places'] as const
/** Rows of health data on a desk's disk, what pending commands make of them included. */
const held = ({ cache: { db } }: LiveDesk): number =>
  TABLES.flatMap(table => [table, `${table}_overlay`]).reduce((sum, table) => sum + (db.prepare(`SELECT count(*) FROM ${table} WHERE scope LIKE 'health%'`).pluck().get() as number), 0)
/** Commands on a desk's disk that say something about people's health. */
const commands = ({ cache: { db } }: LiveDesk): number => db.prepare(`SELECT count(*) FROM outbox WHERE name LIKE 'vaccinations.%'`).pluck().get() as number
const sees = (desk: LiveDesk, question: () => boolean): Promise<void> => until(question, desk.sync.changes, desk.sync.status, desk.sync.actor)
const accountOf = (login: string): AccountId => AccountId.parse(personOf(login).replace(/a(.)$/, 'b$1'))
const grant = (login: string, departmentId: string) => town.database.db.transaction().execute(trx =>
  setGrants(trx, { ...anOrigin({ at: instantFromMs(Date.now()) }), townId: TEST_TOWN }, accountOf(login), { grants: [{ role: 'clerk', departmentId: DepartmentId.parse(departmentId) }] }))

test('a session that is over leaves every desk for the archive, however many came to it, and nothing stops the desks', async () => {
  const given = Array.from({ length: 320 }, (_, index) => aVaccination(`n${index}`, { confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'Dr. Arndt' } }))
  await town.change([
    ...given.map((row, index) => ({ table: 'vaccination_visits', row: aReadyVisit(`n${index}`, { vaccinationId: row.id }) }) as const), ...given.map(row => ({ table: 'vaccinations', row }) as const),
  ])
  const [anna, bernd] = [await aDesk('anna'), await aDesk('bernd')]
  expect([held(anna), held(bernd)]).toEqual([644, 644])
  await town.change([{ table: 'vaccination_sessions', row: aSession({ status: 'closed', closedAt: SESSION_NOW }) }])
  expect(await archiveSessions(town.database.db, TEST_TOWN, plusDays(SESSION_NOW, 15))).toBe(1)
  await sees(anna, () => held(anna) === 3)
  await sees(bernd, () => held(bernd) === 3)
  expect([anna.sync.status.value.connection, bernd.sync.status.value.connection]).toEqual(['online', 'online'])
})

test('who loses the right loses every row of it from the disk within a minute; who is given it has them', async () => {
  await town.change([{ table: 'vaccination_sessions', row: aSession() }, { table: 'vaccination_visits', row: aReadyVisit('one') }])
  const [anna, bernd] = [await aDesk('anna'), await aDesk('bernd')]
  anna.sync.submit('vaccinations.check-in', { sessionId: aSession().id, appointmentId: null, person: aVaccinee({ givenName: 'Berta' }) })
  await settled(anna)
  const before = held(anna)
  await sees(bernd, () => held(bernd) === before)
  expect([before > 4, commands(anna)]).toEqual([true, 1])
  const start = performance.now()
  await grant('anna', 'soziales')
  await sees(anna, () => held(anna) === 0)
  expect(performance.now() - start).toBeLessThan(60_000)
  expect([held(bernd), commands(anna)]).toEqual([before, 0])
  await grant('anna', 'ordnung')
  await sees(anna, () => held(anna) === before)
})

test('when the day of the sign-in is over without a connection, health data leave the disk; what was not sent is sent when somebody may have them again', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  const before = held(anna)
  expect(before).toBeGreaterThan(4)
  anna.sync.dayOver()
  expect(held(anna)).toBe(before)
  goOffline(weather)
  await sees(anna, () => anna.sync.status.value.connection === 'offline')
  anna.sync.submit('vaccinations.check-in', { sessionId: aSession().id, appointmentId: null, person: aVaccinee({ givenName: 'Dora' }) })
  anna.sync.dayOver()
  expect([held(anna), anna.sync.status.value.outbox.count, anna.cache.db.prepare(`SELECT count(*) FROM departments`).pluck().get() as number > 0]).toEqual([0, 1, true])
  weather.isOnline = true
  anna.sync.wake()
  await settled(anna)
  expect(held(anna)).toBe(before + 1)
})

test('what no desk holds any more is asked of the service, by those with the right alone', async () => {
  const [anna, carla] = [await aDesk('anna'), await aDesk('carla')]
  const search = (desk: LiveDesk) => desk.network.vaccinations.search({ familyName: 'grosskopf', givenName: '', birthDay: null, purpose: 'Auskunft an die Person' })
  expect(await search(anna)).toMatchObject({ more: true, records: expect.arrayContaining([expect.objectContaining({ isArchived: true })]) })
  await grant('carla', 'soziales')
  await sees(carla, () => held(carla) === 0)
  expect(failureOf(await search(carla).catch((error: unknown) => error)).code).toBe('commands/not-allowed')
})

test('the first place of health in a department reaches desks that are open', async () => {
  const anna = await aDesk('anna')
  await grant('anna', 'soziales')
  await sees(anna, () => held(anna) === 0)
  await town.change([{ table: 'places', row: aPlace({ id: PlaceId.parse(derivedUuid('test', 'soziales')), scope: healthScope(DepartmentId.parse('soziales')) }) }])
  // As every fifteen seconds.
  await town.service.dispatcher.beat()
  await sees(anna, () => held(anna) === 1)
  expect(held(anna)).toBe(1)
})
