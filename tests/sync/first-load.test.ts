import { afterEach, expect, test } from 'vitest'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'
import { createWeather, type Weather } from './support/weather.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })

async function aTown(): Promise<TestTown> {
  const town = await startTown()
  ends.push(() => town.close())
  return town
}

async function aDesk(town: TestTown, weather: Weather): Promise<LiveDesk> {
  const desk = await openDesk(town.url, 'anna', weather)
  ends.push(() => desk.close())
  return desk
}

const countIn = ({ cache }: LiveDesk): number => cache.db.prepare('SELECT count(*) FROM applications').pluck().get() as number

/** What a proxy makes of the lines of a snapshot. */
function withLines(weather: Weather, change: (lines: readonly string[], request: Request) => readonly string[]): void {
  weather.tamper = async (request, answer) => {
    const response = await answer()
    if (!request.url.includes('/v1/snapshot')) return response
    const lines = change((await response.text()).split('\n'), request)
    return new Response(lines.join('\n'), { headers: { ...Object.fromEntries(response.headers), 'content-encoding': 'identity' } })
  }
}

const isCase = (line: string): boolean => line.startsWith('["0192a000') && line.includes('TGH-2026-')

test('a row lost in the middle of a load is found out, and the load begins anew instead of going on behind it', async () => {
  const town = await aTown()
  await town.receive(6)
  const weather = createWeather()
  let lost = 0
  withLines(weather, lines => {
    const at = lines.findIndex(isCase)
    if (at < 0 || lost++ > 0) return lines
    // The row and the line of its form.
    return lines.toSpliced(at, 2)
  })
  const desk = await aDesk(town, weather)
  await settled(desk)
  expect({ count: countIn(desk), isLost: lost > 0 }).toEqual({ count: 7, isLost: true })
})

test('a whole table lost on the way is found out too', async () => {
  const town = await aTown()
  await town.receive(2)
  const weather = createWeather()
  let lost = 0
  withLines(weather, lines => {
    const from = lines.findIndex(isCase)
    const to = lines.findIndex((line, index) => index > from && line.startsWith('{"kind":"table"'))
    return from < 0 || lost++ > 0 ? lines : lines.toSpliced(from, to - from)
  })
  const desk = await aDesk(town, weather)
  await settled(desk)
  expect({ count: countIn(desk), isLost: lost > 0 }).toEqual({ count: 3, isLost: true })
})

test('rights that change while a load is broken off make it begin anew, not fail for ever', async () => {
  const town = await aTown()
  await town.receive(6)
  const weather = createWeather()
  withLines(weather, lines => {
    const from = lines.findIndex(isCase)
    const to = lines.findIndex((line, index) => index > from && line.startsWith('{"kind":"table"'))
    return from < 0 ? lines : lines.slice(0, to + 1)
  })
  const desk = await openDesk(town.url, 'anna', weather)
  await until(() => desk.cache.db.prepare(`SELECT count(*) FROM meta WHERE key LIKE 'load/mark/department%'`).pluck().get() === 1, desk.sync.status)
  await desk.close(true)
  await town.grant('anna', null)
  await town.grant('anna', 'clerk')
  weather.tamper = null
  const again = await openDesk(town.url, 'anna', weather, desk.file)
  ends.push(() => again.close())
  await settled(again)
  expect(countIn(again)).toBe(7)
})
