import type { Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { openDesk, settled } from '../sync/support/desk.ts'
import { startTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'
import { benchRow, median, type Bench } from './row.ts'
import { reportLongTasks, showDesk, type ShownDesk } from './shown-desk.ts'

const ROWS = 1_250
/** The town begins with one case, which nobody handles: it is worked on in the first round. */
const AT_START = 1
const ROUNDS = 3
/** A longer task keeps a frame waiting; the browser tells of no shorter ones. */
const LONG_TASK_MS = 50

/** The drawing thread while work on many cases goes on: once in a list they leave one by one, once in a list they stay in. */
export const bench: Bench = {
  name: 'bulk-painted',
  rows: ['long-tasks-bulk'],
  run: async () => {
    const town = await startTown()
    const desk = await openDesk(town.url, 'anna', { ...createWeather(), fetch })
    const browser = await launchBrowser()
    try {
      await settled(desk)
      await town.receive(ROWS)
      const shown = await showDesk(browser, desk)
      const leaving: number[] = []
      const staying: number[] = []
      for (let round = 1; round <= ROUNDS; round++) {
        if (round > 1) await town.receive(ROWS)
        leaving.push(await longestTask(shown, { view: 'Nicht zugewiesen', rows: round > 1 ? ROWS : AT_START + ROWS, action: 'Übernehmen', confirm: claim }))
        staying.push(await longestTask(shown, { view: 'Alle', rows: AT_START + round * ROWS, action: 'Schlagwörter …', confirm: page => tag(page, `Runde ${round}`) }))
      }
      await shown.close()
      return [benchRow('long-tasks-bulk', 'ms', Math.max(median(leaving), median(staying)), LONG_TASK_MS, 1)]
    } finally {
      await browser.close()
      await desk.close()
      await town.close()
    }
  },
}

const claim = (page: Page): Promise<void> => page.getByRole('dialog').getByRole('button', { name: 'Übernehmen' }).click()

async function tag(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: 'Hinzufügen' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').locator('.tag', { hasText: name }).waitFor()
  await page.keyboard.press('Enter')
}

interface Work {
  readonly view: string
  /** So many the list has once all of the round are there. */
  readonly rows: number
  readonly action: string
  readonly confirm: (page: Page) => Promise<void>
}

/** Marks the whole list, has something done to it, and waits until the desk says that it is done. */
async function longestTask({ page, longTasks }: ShownDesk, { view, rows, action, confirm }: Work): Promise<number> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: view }).click()
  await page.getByRole('heading', { level: 1, name: view }).waitFor()
  await page.locator('.grid [row-index="3"]').first().waitFor()
  await page.getByRole('checkbox', { name: 'Alle Vorgänge der Liste auswählen' }).click()
  const bar = page.getByRole('region', { name: 'Sammelbearbeitung' })
  await bar.getByText(`${rows.toLocaleString('de-DE')} Vorgänge ausgewählt`, { exact: true }).waitFor()
  await bar.getByRole('button', { name: action }).click()
  const before = (await longTasks()).length
  await confirm(page)
  await bar.getByText('fertig').waitFor({ timeout: 300_000 })
  const tasks = (await longTasks()).slice(before)
  reportLongTasks(`bulk-painted, ${view}`, tasks)
  await bar.getByRole('button', { name: 'Schließen' }).click()
  return Math.max(LONG_TASK_MS, ...tasks)
}
