import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getEffective } from '../../main/core/cache/rows.ts'
import { isProvisional } from '../../shared/domains/applications/provisional.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import { ApplicationId, derivedUuid } from '../../shared/ids.ts'
import { goOffline, createWeather, type Weather } from './support/weather.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'

let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => { town = await startTown() })
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string, weather: Weather = createWeather()): Promise<LiveDesk> {
  const opened = await openDesk(town.url, login, weather)
  open.push(opened)
  await settled(opened)
  return opened
}

const idOf = (label: string): ApplicationId => ApplicationId.parse(derivedUuid('capture', label))
const paper = (label: string) => ({
  applicationId: idOf(label), serviceId: 'dog-registration', formVersion: 1, channel: 'paper', receivedOn: germanDayAt(Date.now()),
  form: { lastName: 'Großkopf', dogName: label },
})
const shown = ({ cache }: LiveDesk, label: string) => getEffective(cache.db, 'applications', idOf(label))
const numbersOf = (desk: LiveDesk): readonly number[] => desk.cache.db.prepare('SELECT number FROM applications ORDER BY number').pluck().all() as number[]

test('taken down without a network: shown with a provisional number, worked on, and numbered by the service without a gap', async () => {
  const weather = createWeather()
  const [anna, bernd] = [await aDesk('anna', weather), await aDesk('bernd')]
  const before = numbersOf(bernd)
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  for (const label of ['Bello', 'Rex', 'Waldi']) expect(anna.sync.submit('applications.capture', paper(label))).toMatchObject({ ok: true })
  expect(anna.sync.submit('applications.capture', paper('Rex'))).toMatchObject({ ok: false, error: { code: 'applications/captured-before' } })
  anna.sync.submit('applications.claim', { applicationId: idOf('Rex') })
  anna.sync.submit('applications.propose', { applicationId: idOf('Rex'), outcome: 'granted', reason: '' })
  expect(shown(anna, 'Rex')).toMatchObject({ reference: 'vorläufig', status: 'proposed', version: 0 })
  expect(new Set(['Bello', 'Rex', 'Waldi'].map(label => shown(anna, label)?.number)).size).toBe(3)

  bernd.sync.submit('applications.capture', paper('Hasso'))
  await settled(bernd)
  Object.assign(weather, { isOnline: true, loseAnswers: 2, duplicate: 2 })
  await settled(anna)
  await until(() => shown(bernd, 'Rex')?.status === 'proposed', bernd.sync.changes)
  const last = before.at(-1) ?? 0
  expect(numbersOf(bernd)).toEqual([...before, last + 1, last + 2, last + 3, last + 4])
  expect(numbersOf(anna)).toEqual(numbersOf(bernd))
  expect(shown(anna, 'Rex')).toMatchObject({ reference: expect.stringMatching(/^TGH-\d{4}-\d{6}$/), status: 'proposed' })
  expect(['Bello', 'Rex', 'Waldi'].filter(label => isProvisional(shown(anna, label) ?? { number: 0 }))).toEqual([])
  expect(anna.cache.db.prepare('SELECT count(*) FROM applications_overlay').pluck().get()).toBe(0)
  expect(anna.sync.attention()).toEqual([])
})

test('for a service withdrawn meanwhile nothing is taken down: it is refused with what was typed kept; the case is gone from the screen', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  anna.sync.submit('applications.capture', paper('Luna'))
  const service = await town.database.db.selectFrom('services').selectAll().executeTakeFirstOrThrow()
  await town.database.db.updateTable('services').set({ active: false }).where('id', '=', service.id).execute()
  weather.isOnline = true
  await settled(anna)
  expect(shown(anna, 'Luna')).toBeUndefined()
  expect(anna.sync.attention()).toMatchObject([{ code: 'applications/service-withdrawn', input: { form: { dogName: 'Luna' } } }])
})
