import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { getEffective } from '../../main/core/cache/rows.ts'
import { getMeta } from '../../main/core/cache/meta.ts'
import { draftOf, offerHash } from '../../shared/domains/applications/service-draft.ts'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import { DepartmentId, FormId, ServiceId } from '../../shared/ids.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'

let town: TestTown
const open: LiveDesk[] = []
let count = 0

beforeAll(async () => {
  town = await startTown()
  await town.grant('anna', 'administrator')
})
let serviceId: ServiceId
beforeEach(async () => {
  serviceId = ServiceId.parse(`service-${++count}`)
  await town.change([{ table: 'services', row: aTownService({ id: serviceId, version: 0 }) }, { table: 'forms', row: aForm({ id: FormId.parse(`${serviceId}@1`), serviceId, version: 0 }) }])
})
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string, weather: Weather = createWeather()): Promise<LiveDesk> {
  const opened = await openDesk(town.url, login, weather)
  open.push(opened)
  await settled(opened)
  return opened
}

const isOffered = ({ cache }: LiveDesk): boolean | undefined => getEffective(cache.db, 'services', serviceId)?.active
const withdrawn = (desk: LiveDesk) => until(() => isOffered(desk) === false, desk.sync.changes, desk.sync.status)
const noted = ({ cache }: LiveDesk): unknown => JSON.parse(getMeta(cache.db, 'sync/unclear') ?? '[]')
const withdraw = (desk: LiveDesk) => desk.sync.run('services.withdraw', { serviceId })

/** Every attempt to reach a part of the service fails, its effect there all the same. */
function loseAnswersOf(weather: Weather, ...ways: readonly ('push' | 'outcome')[]): void {
  weather.tamper = async (request, answer) => {
    const way = request.url.endsWith('/v1/commands') ? 'push' : request.url.includes('/v1/commands/') ? 'outcome' : null
    const response = await answer()
    if (way && ways.includes(way)) throw new TypeError('the answer was lost')
    return response
  }
}

test('is done when the answer says so, on every desk, and never lay in the outbox', async () => {
  const [anna, bernd] = [await aDesk('anna'), await aDesk('bernd')]
  expect(await withdraw(anna)).toMatchObject({ ok: true })
  await withdrawn(bernd)
  expect(anna.cache.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0)
  expect(noted(anna)).toEqual([])
})

test('is not begun offline, and what the rule refuses is not sent', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  expect(await anna.sync.run('services.offer', { serviceId })).toEqual({ ok: false, error: { code: 'services/wrong-state' } })
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  expect(await withdraw(anna)).toEqual({ ok: false, error: { code: 'commands/online-only' } })
  expect({ offered: isOffered(anna), noted: noted(anna) }).toEqual({ offered: true, noted: [] })
})

test('a stale desk is told what has changed, and gets the row with the refusal', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  weather.tamper = async (request, answer) => {
    if (request.url.endsWith('/v1/commands')) await town.change([{ table: 'services', row: aTownService({ id: serviceId, version: 0, legalBasis: 'Neue Satzung' }) }])
    return answer()
  }
  expect(await withdraw(anna)).toMatchObject({ ok: false, error: { code: 'commands/changed-meanwhile' } })
  expect(getEffective(anna.cache.db, 'services', serviceId)).toMatchObject({ legalBasis: 'Neue Satzung', active: true })
})

test('an answer that is lost is asked for by id, and the command has one effect', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  loseAnswersOf(weather, 'push')
  expect(await withdraw(anna)).toMatchObject({ ok: true })
  weather.tamper = null
  await withdrawn(anna)
  expect({ noted: noted(anna), doubled: await town.doubled() }).toEqual({ noted: [], doubled: [] })
})

test('without any answer it is unclear, has one effect all the same, and is settled with the next connection', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  loseAnswersOf(weather, 'push', 'outcome')
  expect(await withdraw(anna)).toEqual({ ok: false, error: { code: 'commands/unclear' } })
  expect(noted(anna)).toMatchObject([{ name: 'services.withdraw', record: `services/${serviceId}` }])
  weather.tamper = null
  weather.cut()
  await expect.poll(() => noted(anna)).toEqual([])
  await withdrawn(anna)
  expect(await town.doubled()).toEqual([])
})

test('while one is on its way, a new connection neither asks for it nor counts it as ended', async () => {
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  const sent = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  const asked: string[] = []
  weather.tamper = async (request, answer) => {
    if (request.url.includes('/v1/commands/')) asked.push(request.url)
    if (!request.url.endsWith('/v1/commands')) return answer()
    sent.resolve()
    await letGo.promise
    return answer()
  }
  const running = withdraw(anna)
  await sent.promise
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  weather.isOnline = true
  await until(() => anna.sync.status.value.connection === 'online', anna.sync.status)
  const other = ServiceId.parse(`${serviceId}-other`)
  await town.change([{ table: 'services', row: aTownService({ id: other, version: 0 }) }])
  await until(() => getEffective(anna.cache.db, 'services', other) !== undefined, anna.sync.changes)
  expect({ asked, noted: noted(anna) }).toMatchObject({ asked: [], noted: [{ name: 'services.withdraw' }] })
  expect(await withdraw(anna), 'and it is not begun anew').toEqual({ ok: false, error: { code: 'commands/unclear' } })
  letGo.resolve()
  expect(await running).toMatchObject({ ok: true })
  expect({ noted: noted(anna), doubled: await town.doubled() }).toEqual({ noted: [], doubled: [] })
})

test('own drafts on the way go first: publishing waits for them', async () => {
  const anna = await aDesk('anna')
  await town.change([{ table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } }])
  await until(() => getEffective(anna.cache.db, 'departments', 'ordnung') !== undefined, anna.sync.changes)
  const offer = { service: getEffective(anna.cache.db, 'services', serviceId) ?? aTownService(), form: getEffective(anna.cache.db, 'forms', `${serviceId}@1`) ?? aForm() }
  const content = { ...draftOf(offer), retention: { months: 12, basis: 'Satzung' } }
  expect(anna.sync.submit('services.begin-draft', { serviceId, departmentId: 'ordnung', content, basedOn: offerHash(offer) })).toMatchObject({ ok: true })
  expect(anna.sync.submit('services.save-draft', { serviceId, content: { ...content, legalBasis: 'Zuletzt' }, basedOn: offerHash(offer) })).toMatchObject({ ok: true })
  expect(await anna.sync.run('services.publish', { serviceId })).toMatchObject({ ok: true })
  await until(() => getEffective(anna.cache.db, 'services', serviceId)?.legalBasis === 'Zuletzt', anna.sync.changes)
  expect(anna.sync.attention()).toEqual([])
})
