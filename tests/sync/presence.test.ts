import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Presence } from '../../shared/wire/feed.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId } from '../../shared/ids.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'
import { createWeather } from './support/weather.ts'

let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => { town = await startTown() })
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(() => town.close())

async function aDesk(login: string): Promise<LiveDesk> {
  const desk = await openDesk(town.url, login, createWeather())
  open.push(desk)
  await settled(desk)
  return desk
}

const namesAt = (id: string, present: readonly Presence[]): readonly string[] => present.filter(seen => seen.id === id).map(({ name }) => name)

test('who has a case open is seen by those who may read it and by nobody else, and no longer once they have left', async () => {
  const [id = ''] = await town.receive(1)
  await town.grant('bernd', null)
  const [anna, carla, bernd] = [await aDesk('anna'), await aDesk('carla'), await aDesk('bernd')]
  const outside: (readonly Presence[])[] = []
  bernd.sync.present.subscribe(present => outside.push(present))
  anna.sync.open({ table: 'applications', id })
  await until(() => namesAt(id, carla.sync.present.value).length > 0, carla.sync.present)
  expect(carla.sync.present.value).toMatchObject([{ personId: personOf('anna'), name: 'anna', table: 'applications', id }])
  anna.sync.open(null)
  await until(() => namesAt(id, carla.sync.present.value).length === 0, carla.sync.present)
  // Later on the same stream than anything about the case could be.
  await town.change([{ table: 'staff', row: aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000bf'), login: 'last', name: 'last' }) }])
  await until(() => bernd.cache.db.prepare(`SELECT 1 FROM staff WHERE login = 'last'`).get() !== undefined, bernd.sync.changes)
  expect({ heard: outside.length > 0, seen: outside.flat() }).toEqual({ heard: true, seen: [] })
  await town.grant('bernd', 'clerk')
})

test('a desk that moves on to another case is seen there and not at the first', async () => {
  const [first = '', second = ''] = await town.receive(2)
  const [anna, carla] = [await aDesk('anna'), await aDesk('carla')]
  anna.sync.open({ table: 'applications', id: first })
  await until(() => namesAt(first, carla.sync.present.value).length > 0, carla.sync.present)
  anna.sync.open({ table: 'applications', id: second })
  await until(() => namesAt(second, carla.sync.present.value).length > 0, carla.sync.present)
  expect(namesAt(first, carla.sync.present.value)).toEqual([])
})

test('what was seen is forgotten with the connection: offline, nobody is shown as being there', async () => {
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const carla = await openDesk(town.url, 'carla', weather)
  open.push(carla)
  await settled(carla)
  const anna = await aDesk('anna')
  anna.sync.open({ table: 'applications', id })
  await until(() => namesAt(id, carla.sync.present.value).length > 0, carla.sync.present)
  weather.isOnline = false
  weather.cut()
  await until(() => carla.sync.present.value.length === 0, carla.sync.present)
  expect(carla.sync.present.value).toEqual([])
})
