import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { effectiveWhere, getEffective } from '../../main/core/cache/rows.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { endOfGermanDay, germanDay, shiftedToWorkingDay } from '../../shared/german-days.ts'
import type { ApplicationId } from '../../shared/ids.ts'
import { instantFromMs, plusDays, type Clock } from '../../shared/time.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'

let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => { town = await startTown() })
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string, weather: Weather = createWeather(), clock?: Clock): Promise<LiveDesk> {
  const desk = await openDesk(town.url, login, weather, undefined, clock ? { clock } : {})
  open.push(desk)
  await settled(desk)
  return desk
}

/** A case in anna's hands that is due so many days from now. */
async function annasCase(days: number): Promise<ApplicationId> {
  const [id = '' as ApplicationId] = await town.receive(1)
  const row = (await town.rows([id])).flatMap(change => (change.table === 'applications' ? [change.row] : []))[0] ?? anApplication()
  const dueAt = endOfGermanDay(shiftedToWorkingDay(germanDay(plusDays(instantFromMs(Date.now()), days))))
  await town.change([{ table: 'applications', row: { ...row, status: 'in-progress', assigneeId: personOf('anna'), assigneeName: 'anna', dueAt } }])
  return id
}

const caseOn = ({ cache: { db } }: LiveDesk, id: string) => getEffective(db, 'applications', id)
const kindsOn = ({ cache: { db } }: LiveDesk, id: string): readonly string[] => effectiveWhere(db, 'application_events', 'application_id', id).map(({ kind }) => kind).toSorted()

test('asked without a connection, the clock stands at once here, and on every desk once it is back', async () => {
  const id = await annasCase(9)
  const weather = createWeather()
  const [anna, bernd] = [await aDesk('anna', weather), await aDesk('bernd')]
  const before = caseOn(anna, id)?.dueAt
  goOffline(weather)
  await until(() => anna.sync.status.value.connection === 'offline', anna.sync.status)
  expect(anna.sync.submit('applications.ask', { applicationId: id, text: 'Bitte die Police.' })).toMatchObject({ ok: true })
  expect([caseOn(anna, id), caseOn(bernd, id)]).toMatchObject([{ dueAt: null, heldDueAt: before }, { dueAt: before, suspendedAt: null }])
  weather.isOnline = true
  await until(() => caseOn(bernd, id)?.suspendedAt !== null, bernd.sync.changes)
  expect(anna.sync.submit('applications.resume', { applicationId: id })).toMatchObject({ ok: true })
  await until(() => caseOn(bernd, id)?.suspendedAt === null, bernd.sync.changes)
  await settled(anna)
  expect([caseOn(anna, id)?.dueAt, caseOn(bernd, id)?.dueAt, kindsOn(bernd, id)]).toEqual([before, before, ['asked', 'resumed']])
})

test('an extension that a slow clock takes for timely is refused by the service, and its text comes back to its author', async () => {
  const id = await annasCase(-12)
  const anna = await aDesk('anna', createWeather(), { nowMs: () => Date.now() - 30 * 86_400_000 })
  const until30 = germanDay(plusDays(instantFromMs(Date.now()), 30))
  expect(anna.sync.submit('applications.extend', { applicationId: id, until: until30, reason: 'Das Gutachten steht aus.' })).toMatchObject({ ok: true })
  await until(() => anna.sync.attention().length === 1, anna.sync.status)
  expect(anna.sync.attention()).toMatchObject([{ code: 'applications/extension-too-late', input: { reason: 'Das Gutachten steht aus.' } }])
  expect([caseOn(anna, id)?.extendedAt, kindsOn(anna, id)]).toEqual([null, []])
})
