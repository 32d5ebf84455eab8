import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Clock } from '../../shared/time.ts'
import type { ApplicationId } from '../../shared/ids.ts'
import type { Cache } from '../../main/core/cache/open.ts'
import { effectiveWhere, getEffective } from '../../main/core/cache/rows.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'

const DAY_MS = 86_400_000
const OFF_MS = [DAY_MS, -DAY_MS, 3_653 * DAY_MS, -3_653 * DAY_MS]
/** A test's own time from first to last is less. */
const NOW_MS = 10 * 60_000

let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => { town = await startTown() })
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

const offBy = (ms: number): Clock => ({ nowMs: () => Date.now() + ms })

async function aDesk(login: string, clock: Clock, weather: Weather = createWeather()): Promise<LiveDesk> {
  const desk = await openDesk(town.url, login, weather, undefined, { clock })
  open.push(desk)
  await settled(desk)
  return desk
}

const isAboutNow = (instant: string | null | undefined): boolean => Math.abs(Date.parse(instant ?? '') - Date.now()) < NOW_MS

test.each(OFF_MS)('on a desk whose clock is wrong by %i ms everything works, and every time that counts is the service\'s', async offMs => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk('anna', offBy(offMs), weather)
  goOffline(weather)
  await until(() => anna.sync.status.value.connection === 'offline', anna.sync.status)
  for (const [name, input] of [['claim', {}], ['note', { text: 'by a wrong clock' }], ['propose', { outcome: 'granted', reason: '' }]] as const)
    expect(anna.sync.submit(`applications.${name}`, { applicationId: id, ...input })).toMatchObject({ ok: true })
  weather.isOnline = true
  await settled(anna)
  const carla = await aDesk('carla', offBy(-offMs))
  const proposal = decisionOf(carla, id)
  expect(carla.sync.submit('applications.approve', { applicationId: id, decisionId: proposal?.id, contentHash: proposal?.contentHash, note: '' })).toMatchObject({ ok: true })
  await settled(carla)
  await until(() => getEffective(anna.cache.db, 'applications', id)?.status === 'decided', anna.sync.changes)
  const times = [anna, carla].flatMap(({ cache: { db } }) => [
    getEffective(db, 'applications', id)?.decidedAt, decisionOf({ cache: { db } }, id)?.proposedAt, decisionOf({ cache: { db } }, id)?.settledAt,
    ...effectiveWhere(db, 'application_events', 'application_id', id).map(({ at }) => at),
  ])
  expect({ wrong: times.filter(time => !isAboutNow(time)), attention: [...anna.sync.attention(), ...carla.sync.attention()] }).toEqual({ wrong: [], attention: [] })
})

const decisionOf = ({ cache: { db } }: { readonly cache: Pick<Cache, 'db'> }, id: string) => effectiveWhere(db, 'decisions', 'application_id', id)[0]

test('what two desks do in turn stays in that order, though one clock is ten years ahead and the other ten behind', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const [ahead, behind] = [await aDesk('anna', offBy(3_653 * DAY_MS)), await aDesk('bernd', offBy(-3_653 * DAY_MS))]
  const texts = ['one', 'two', 'three', 'four']
  for (const [index, text] of texts.entries()) {
    const desk = index % 2 === 0 ? ahead : behind
    desk.sync.submit('applications.note', { applicationId: id, text })
    await settled(desk)
  }
  await until(() => notesAt(ahead, id).length === texts.length, ahead.sync.changes)
  expect([notesAt(ahead, id), notesAt(behind, id)]).toEqual([texts, texts])
})

const notesAt = ({ cache: { db } }: LiveDesk, id: string): readonly (string | null)[] =>
  effectiveWhere(db, 'application_events', 'application_id', id).filter(({ kind }) => kind === 'noted')
    .toSorted((left, right) => (left.at < right.at ? -1 : Number(left.at > right.at)) || left.version - right.version).map(({ text }) => text)
