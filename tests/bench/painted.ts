import type { Application } from '../../shared/domains/applications/tables.ts'
import { getBase } from '../../main/core/cache/rows.ts'
import { launchBrowser } from '../support/browser.ts'
import { openDesk, settled, until, type LiveDesk } from '../sync/support/desk.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'
import { benchRow, median, type Bench } from './row.ts'
import { paintedAt, reportLongTasks, showDesk, type ShownDesk } from './shown-desk.ts'

const ROWS = 1_000
const PULLS = 9
const LIVE_CHANGES = 25
/** What a person takes for at once. */
const AT_ONCE_MS = 100

/** One desk's open list, while others change what is in it. */
export const bench: Bench = {
  name: 'painted',
  rows: ['pull-1k-painted', 'live-latency'],
  run: async () => {
    const town = await startTown()
    const ids = await town.receive(ROWS)
    const desk = await openDesk(town.url, 'anna', { ...createWeather(), fetch })
    const browser = await launchBrowser()
    try {
      await settled(desk)
      const shown = await showDesk(browser, desk)
      const pulls = await pullsPainted(town, desk, shown, ids)
      const lives = await changesPainted(town, desk, shown, ids.at(-1) ?? '')
      reportLongTasks('painted', await shown.longTasks())
      await shown.close()
      return [benchRow('pull-1k-painted', 'ms', median(pulls), AT_ONCE_MS, 1), benchRow('live-latency', 'ms', median(lives), AT_ONCE_MS, 1)]
    } finally {
      await browser.close()
      await desk.close()
      await town.close()
    }
  },
}

const rowOf = (desk: LiveDesk, id: string): Application => {
  const row = getBase(desk.cache.db, 'applications', id)
  if (!row) throw new Error(`the desk does not hold ${id}`)
  return row
}

/** From the moment the thousand rows are committed on this desk. */
async function pullsPainted(town: TestTown, desk: LiveDesk, { page }: ShownDesk, ids: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  const last = ids.at(-1) ?? ''
  for (let round = 1; round <= PULLS; round++) {
    const name = `Schwung ${round}.`
    const painted = paintedAt(page, name)
    const committed = until(() => rowOf(desk, last).assigneeName === name, desk.sync.changes).then(() => Date.now())
    await town.change(ids.map(id => ({ table: 'applications', row: { ...rowOf(desk, id), assigneeName: name } })))
    times.push((await painted) - (await committed))
  }
  return times
}

/** From the moment the service has committed what another desk did. */
async function changesPainted(town: TestTown, desk: LiveDesk, { page }: ShownDesk, id: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 1; round <= LIVE_CHANGES; round++) {
    const name = `Kollege ${round}.`
    const painted = paintedAt(page, name)
    await town.change([{ table: 'applications', row: { ...rowOf(desk, id), assigneeName: name } }])
    const committed = Date.now()
    times.push((await painted) - committed)
  }
  return times
}
