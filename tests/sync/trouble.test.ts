import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../service/store/testing.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { personOf, startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'
import { getEffective } from '../../main/core/cache/rows.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })

async function aTown(given?: Parameters<typeof startTown>[0]): Promise<TestTown> {
  const town = await startTown(given)
  ends.push(() => town.close())
  return town
}

async function aDesk(town: TestTown, login: string, weather: Weather = createWeather(), file?: string): Promise<LiveDesk> {
  const desk = await openDesk(town.url, login, weather, file)
  ends.push(() => desk.close())
  return desk
}

const shown = ({ cache }: LiveDesk, id: string) => getEffective(cache.db, 'applications', id)
const changed = (desk: LiveDesk, question: () => boolean) => until(question, desk.sync.changes, desk.sync.status)

test('a reply that lost an entry on its way is found out and asked for again', async () => {
  const town = await aTown()
  const weather = createWeather()
  const anna = await aDesk(town, 'anna', weather)
  await settled(anna)
  goOffline(weather)
  const [, second = ''] = await town.receive(2)
  let tampered = 0
  weather.tamper = async (request, answer) => {
    const response = await answer()
    if (!request.url.includes('/v1/feed') || tampered++ > 1) return response
    const body = (await response.json()) as { entries: unknown[] }
    return Response.json({ ...body, entries: body.entries.slice(1) }, { headers: response.headers })
  }
  weather.isOnline = true
  await changed(anna, () => shown(anna, second) !== undefined)
  expect({ isTampered: tampered > 1, count: anna.cache.db.prepare('SELECT count(*) FROM applications').pluck().get() }).toEqual({ isTampered: true, count: 3 })
})

test('a first load that breaks off shows nothing, and goes on until it is complete', async () => {
  const town = await aTown()
  await town.receive(5)
  const weather = createWeather()
  let broken = 0
  weather.tamper = async (request, answer) => {
    const response = await answer()
    if (!request.url.includes('/v1/snapshot') || broken++ > 2) return response
    const text = await response.text()
    return new Response(text.slice(0, text.length / 2), { headers: { ...Object.fromEntries(response.headers), 'content-encoding': 'identity' } })
  }
  const anna = await aDesk(town, 'anna', weather)
  const counts: unknown[] = []
  const leave = anna.sync.status.subscribe(({ ready }) => {
    if (!ready) counts.push(anna.cache.db.prepare('SELECT count(*) FROM applications').pluck().get())
  })
  await settled(anna)
  leave()
  expect({ partial: counts.filter(count => count !== 0 && count !== 6), count: anna.cache.db.prepare('SELECT count(*) FROM applications').pluck().get(), isBroken: broken > 2 })
    .toEqual({ partial: [], count: 6, isBroken: true })
})

test('a command the service cannot read is found alone; the others go on, and its text stays', async () => {
  const town = await aTown()
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk(town, 'anna', weather)
  await settled(anna)
  weather.tamper = async (request, answer) => {
    const isPoisoned = request.url.endsWith('/v1/commands') && (await request.text()).includes('poison')
    return isPoisoned ? Response.json({ code: 'request/invalid' }, { status: 400 }) : answer()
  }
  for (const text of ['before', 'poison', 'after']) anna.sync.submit('applications.note', { applicationId: id, text })
  await settled(anna)
  const notes = anna.cache.db.prepare(`SELECT text FROM application_events WHERE kind = 'noted' ORDER BY version`).pluck().all()
  expect({ notes, attention: anna.sync.attention().map(({ code, input }) => ({ code, input })) }).toEqual({
    notes: ['before', 'after'], attention: [{ code: 'request/invalid', input: { applicationId: id, text: 'poison' } }],
  })
})

test('a service that is busy or broken is asked again, and nothing is given up', async () => {
  const town = await aTown()
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk(town, 'anna', weather)
  await settled(anna)
  const refusals = [503, 500, 429, 408, 502]
  weather.tamper = async (request, answer) => {
    const status = request.url.endsWith('/v1/commands') ? refusals.shift() : undefined
    return status ? new Response('not now', { status }) : answer()
  }
  anna.sync.submit('applications.claim', { applicationId: id })
  await settled(anna)
  expect({ refusals, assignee: shown(anna, id)?.assigneeId, attention: anna.sync.attention() }).toEqual({ refusals: [], assignee: personOf('anna'), attention: [] })
})

test('a service restored from a backup gets again what it lost, under the same ids', async () => {
  const before = await aTown()
  const anna = await openDesk(before.url, 'anna', createWeather())
  await settled(anna)
  const [row] = anna.cache.db.prepare(`SELECT id FROM applications`).all() as { id: string }[]
  const saved = anna.sync.submit('applications.note', { applicationId: row?.id, text: 'written after the backup' })
  await settled(anna)
  await anna.close(true)
  // The backup: the same server before the note was written, in a new life.
  const dataset = await before.database.db.selectFrom('dataset').selectAll().executeTakeFirstOrThrow()
  const restored = await testDatabase()
  await restored.db.updateTable('dataset').set({ server_id: dataset.server_id, epoch: 'after-the-restore' }).execute()
  const after = await aTown({ database: restored, isEmpty: true })
  const again = await aDesk(after, 'anna', createWeather(), anna.file)
  await changed(again, () => again.sync.status.value.connection === 'online' && again.sync.status.value.outbox.count === 0)
  await settled(again)
  const notes = await restored.db.selectFrom('application_events').select(['text', 'command_id']).where('kind', '=', 'noted').execute()
  expect(notes).toEqual([{ text: 'written after the backup', command_id: saved.ok ? saved.value.commandId : '' }])
})

test('a push that fails while the connection is still being made goes out as soon as it stands', async () => {
  const town = await aTown()
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk(town, 'anna', weather)
  await settled(anna)
  goOffline(weather)
  await changed(anna, () => anna.sync.status.value.connection === 'offline')
  anna.sync.submit('applications.note', { applicationId: id, text: 'not forgotten' })
  let refused = 0
  weather.tamper = async (request, answer) => {
    if (request.url.endsWith('/v1/commands') && anna.sync.status.value.connection !== 'online') {
      refused++
      return new Response('not now', { status: 503 })
    }
    if (request.url.includes('/v1/live') && refused === 0) return new Response('not now', { status: 503 })
    return answer()
  }
  weather.isOnline = true
  await settled(anna)
  expect({ isRefused: refused > 0, attention: anna.sync.attention() }).toEqual({ isRefused: true, attention: [] })
})

test('what built on one\'s own lost work is applied again after a restore, and not refused as changed meanwhile', async () => {
  const before = await aTown()
  const anna = await openDesk(before.url, 'anna', createWeather())
  await settled(anna)
  const [row] = anna.cache.db.prepare(`SELECT id FROM applications`).all() as { id: string }[]
  const steps = [
    ['applications.claim', {}], ['applications.note', { text: 'looked at it' }], ['applications.propose', { outcome: 'granted', reason: '' }],
  ] as const
  for (const [name, input] of steps) {
    expect(anna.sync.submit(name, { applicationId: row?.id, ...input })).toMatchObject({ ok: true })
    await settled(anna)
  }
  await anna.close(true)
  const dataset = await before.database.db.selectFrom('dataset').selectAll().executeTakeFirstOrThrow()
  const restored = await testDatabase()
  await restored.db.updateTable('dataset').set({ server_id: dataset.server_id, epoch: 'after-the-restore' }).execute()
  const after = await aTown({ database: restored, isEmpty: true })
  const again = await aDesk(after, 'anna', createWeather(), anna.file)
  await changed(again, () => again.sync.status.value.connection === 'online' && again.sync.status.value.outbox.count === 0)
  await settled(again)
  expect({ attention: again.sync.attention().map(({ name, code }) => ({ name, code })), status: shown(again, row?.id ?? '')?.status }).toEqual({ attention: [], status: 'proposed' })
})
