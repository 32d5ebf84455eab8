import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ApplicationId } from '../../shared/ids.ts'
import { getEffective } from '../../main/core/cache/rows.ts'
import { goOffline, createWeather, type Weather } from './support/weather.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'

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

const shown = ({ cache }: LiveDesk, id: string) => getEffective(cache.db, 'applications', id)
const seen = (at: LiveDesk, question: () => boolean) => until(question, at.sync.changes, at.sync.status)

test('the first load brings everything; what one desk does is on the other within a moment', async () => {
  const [id = '' as ApplicationId] = await town.receive(3)
  const [anna, bernd] = [await aDesk('anna'), await aDesk('bernd')]
  expect({ ready: anna.sync.status.value.ready, row: shown(anna, id)?.status }).toEqual({ ready: true, row: 'received' })
  anna.sync.submit('applications.claim', { applicationId: id })
  await seen(bernd, () => shown(bernd, id)?.assigneeId === personOf('anna'))
  await settled(anna)
  expect(shown(anna, id)?.version).toBe(shown(bernd, id)?.version)
})

test('offline for a while: claim and propose are kept, shown, sent in order and applied', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const [anna, carla] = [await aDesk('anna', weather), await aDesk('carla')]
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  anna.sync.submit('applications.claim', { applicationId: id })
  anna.sync.submit('applications.propose', { applicationId: id, outcome: 'granted', reason: '' })
  expect({ shown: shown(anna, id)?.status, outbox: anna.sync.status.value.outbox.count }).toEqual({ shown: 'proposed', outbox: 2 })
  weather.isOnline = true
  await settled(anna)
  await seen(carla, () => shown(carla, id)?.status === 'proposed')
  expect(anna.sync.attention()).toEqual([])
})

test('two claim the same case offline: one has it, the other finds the refusal and what built on it', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const [anna, bernd] = [await aDesk('anna', weather), await aDesk('bernd')]
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  anna.sync.submit('applications.claim', { applicationId: id })
  anna.sync.submit('applications.propose', { applicationId: id, outcome: 'refused', reason: 'no right to it' })
  bernd.sync.submit('applications.claim', { applicationId: id })
  await settled(bernd)
  weather.isOnline = true
  await settled(anna)
  expect(shown(anna, id)?.assigneeId).toBe(personOf('bernd'))
  expect(anna.sync.attention()).toMatchObject([
    { name: 'applications.claim', code: 'applications/already-claimed' },
    { name: 'applications.propose', code: 'commands/blocked', input: { reason: 'no right to it' } },
  ])
})

test('answers that are lost and pushes that arrive twice have one effect', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  weather.loseAnswers = 2
  weather.duplicate = 2
  for (const text of ['one', 'two', 'three']) anna.sync.submit('applications.note', { applicationId: id, text })
  await settled(anna)
  const notes = anna.cache.db.prepare(`SELECT text FROM application_events WHERE application_id = ? AND kind = 'noted' ORDER BY version`).pluck().all(id)
  expect(notes).toEqual(['one', 'two', 'three'])
})

test('rights taken away take the rows off the disk; an unsent command there is reported, not lost', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const bernd = await aDesk('bernd', weather)
  goOffline(weather)
  await until(() => bernd.sync.status.value.connection !== 'online', bernd.sync.status)
  bernd.sync.submit('applications.note', { applicationId: id, text: 'still here' })
  await town.grant('bernd', null)
  weather.isOnline = true
  await seen(bernd, () => bernd.sync.attention().length === 1 && shown(bernd, id) === undefined)
  expect(bernd.cache.db.prepare('SELECT count(*) FROM applications').pluck().get()).toBe(0)
  expect(bernd.sync.attention()).toMatchObject([{ input: { text: 'still here' } }])
  await town.grant('bernd', 'clerk')
  await seen(bernd, () => shown(bernd, id) !== undefined)
})
