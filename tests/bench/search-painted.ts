import type { Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { openDesk, settled } from '../sync/support/desk.ts'
import { startTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'
import { benchRow, quantile, type BenchRow } from './row.ts'
import { reportLongTasks, showDesk } from './shown-desk.ts'

const TYPED = ['Großmann', 'Tangerhütte', 'Jörg Böttcher', 'Gewerbe', 'meyer Lüd', 'TGH-2025-07']

/**
 * Types into the list's search over the cache in `file`: from each key to the frame that draws its rows. The person has
 * no department, so that the service leaves the rows in the file alone.
 */
export async function searchPainted(file: string): Promise<BenchRow> {
  const town = await startTown()
  await town.grant('anna', null)
  const desk = await openDesk(town.url, 'anna', { ...createWeather(), fetch }, file)
  const browser = await launchBrowser()
  try {
    await settled(desk)
    const shown = await showDesk(browser, desk)
    const keys: (number | null)[] = []
    for (const text of TYPED) keys.push(...(await typed(shown.page, text)))
    reportLongTasks('search-painted', await shown.longTasks())
    await shown.close()
    const times = keys.filter(time => time !== null)
    process.stderr.write(`search-painted: ${times.length} of ${keys.length} keys changed the rows in sight, median ${quantile(times, 0.5).toFixed(0)} ms, worst ${quantile(times, 1).toFixed(0)} ms\n`)
    return benchRow('search-painted', 'ms', quantile(times, 0.95), 50, 1)
  } finally {
    await browser.close()
    await desk.close(true)
    await town.close()
  }
}

/** For each key: from the key to the frame that drew the last change of the rows in sight; null where none of them changed. */
async function typed(page: Page, text: string): Promise<readonly (number | null)[]> {
  const field = page.getByRole('searchbox').first()
  await field.fill('')
  await page.evaluate(watchRows)
  await page.evaluate(quiet)
  await field.focus()
  const times: (number | null)[] = []
  for (const letter of text) {
    await page.keyboard.type(letter)
    times.push(await page.evaluate(quiet))
  }
  return times
}

interface Watched {
  rowTimes?: { key: number; painted: number | null; changed: number }
}

/** Runs in the page: notes the last key, and the frame after the last change of a row. */
function watchRows(): void {
  const page = window as Watched
  if (page.rowTimes) return
  const times = (page.rowTimes = { key: 0, painted: null as number | null, changed: 0 })
  document.addEventListener('keydown', ({ timeStamp }) => Object.assign(times, { key: timeStamp, painted: null, changed: timeStamp }), { capture: true })
  const rows = document.querySelector('.grid .ag-grid-viewport, .grid .ag-body-viewport, .grid')
  if (!rows) throw new Error('there is no list')
  new MutationObserver(() => {
    times.changed = performance.now()
    requestAnimationFrame(() => setTimeout(() => { times.painted = performance.now() }))
  }).observe(rows, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page: once the rows have stood still for as long as a slow typist waits, how long after the key they were drawn. */
function quiet(): Promise<number | null> {
  const still = 350
  const { rowTimes: times } = window as Watched
  return new Promise(resolve => {
    const look = (): void => {
      if (!times) throw new Error('nobody watches the rows')
      if (performance.now() - Math.max(times.changed, times.key) < still) return void setTimeout(look, 20)
      resolve(times.painted === null ? null : times.painted - times.key)
    }
    look()
  })
}
