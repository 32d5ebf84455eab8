import { startTown } from '../sync/support/town.ts'
import { launchBrowser } from '../support/browser.ts'
import { openDesk, settled } from '../sync/support/desk.ts'
import { createWeather } from '../sync/support/weather.ts'
import type { Page } from 'playwright'
import { benchRow, quantile, type BenchRow } from './row.ts'
import { reportLongTasks, showDesk } from './shown-desk.ts'

const TYPED = ['Großmann', 'Tangerhütte', 'Jörg Böttcher', 'Gewerbe', 'meyer Lüd', 'TGH-2025-07']
/** Long enough for the last row to be drawn; a person does not type faster for long. */
const BETWEEN_KEYS_MS = 350

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
    const times: number[] = []
    for (const text of TYPED) times.push(...(await typed(shown.page, text)))
    reportLongTasks('search-painted', await shown.longTasks())
    await shown.close()
    process.stderr.write(`search-painted: ${times.length} keys changed the first rows, median ${quantile(times, 0.5).toFixed(0)} ms\n`)
    return benchRow('search-painted', 'ms', quantile(times, 0.95), 50, 1)
  } finally {
    await browser.close()
    await desk.close(true)
    await town.close()
  }
}

/** For each key that changed the first rows of the list: from the key to the frame that drew them. */
async function typed(page: Page, text: string): Promise<readonly number[]> {
  const field = page.getByRole('searchbox').first()
  await field.fill('')
  await page.waitForTimeout(BETWEEN_KEYS_MS)
  await field.focus()
  await page.evaluate(watchKeys)
  for (const letter of text) {
    await page.keyboard.type(letter)
    await page.waitForTimeout(BETWEEN_KEYS_MS)
  }
  return page.evaluate(() => (window as unknown as { keyTimes: () => number[] }).keyTimes())
}

/** Runs in the page. */
function watchKeys(): void {
  const firstRows = (): string =>
    [0, 1, 2, 3, 4].map(index => [...document.querySelectorAll(`.grid [row-index="${index}"]`)].map(row => row.textContent).join(' ')).join('|')
  // Rows that are still being read have no words.
  const hasWords = (rows: string): boolean => rows.split('|').every(row => row === '' || row.length > 20) && rows !== '||||'
  const keys: { at: number; before: string; painted: number }[] = []
  const onKey = ({ timeStamp }: KeyboardEvent): void => void keys.push({ at: timeStamp, before: firstRows(), painted: 0 })
  document.addEventListener('keydown', onKey, { capture: true })
  const watching = new MutationObserver(() => {
    const key = keys.at(-1)
    const rows = firstRows()
    if (!key || key.painted > 0 || rows === key.before || !hasWords(rows)) return
    key.painted = Number.POSITIVE_INFINITY
    requestAnimationFrame(() => setTimeout(() => { key.painted = performance.now() }))
  })
  const grid = document.querySelector('.grid')
  if (!grid) throw new Error('there is no list')
  watching.observe(grid, { subtree: true, childList: true, characterData: true })
  Object.assign(window, {
    keyTimes: () => {
      watching.disconnect()
      document.removeEventListener('keydown', onKey, { capture: true })
      return keys.filter(({ painted }) => painted > 0 && Number.isFinite(painted)).map(({ at, painted }) => painted - at)
    },
  })
}
