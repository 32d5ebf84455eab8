import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { startChild, type Child } from '../../build/children.ts'
import { launchBrowser } from '../support/browser.ts'
import { startTown } from '../sync/support/town.ts'
import { benchRow, median, type Bench } from './row.ts'

const ROUNDS = 5

/**
 * What a person waits for who opens the application in the morning: program and browser start, until the page can be
 * used. What an earlier start compiled is kept, as `npm start` has it. Beside it an empty page of an empty server, with the
 * same browser.
 */
export const bench: Bench = {
  name: 'cold-start',
  rows: ['cold-start'],
  run: async () => {
    const town = await startTown()
    const folder = mkdtempSync(join(tmpdir(), 'rathaus-bench-'))
    try {
      const ours: number[] = []
      const empty: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        empty.push(await timeTo(() => startChild(script('empty-server.ts'), []), page => page.waitForLoadState('load')))
        const profile = join(folder, String(round))
        ours.push(await timeTo(() => startChild(script('../../build/desk.ts'), ['--headless', '--service', town.url, '--profile', profile]), isUsable))
      }
      return [benchRow('cold-start', 'ms', median(ours), median(empty), 2)]
    } finally {
      await town.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const script = (name: string): string => join(import.meta.dirname, name)

const isUsable = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Anmelden' }).click({ trial: true })
}

async function timeTo(start: () => Child, usable: (page: Page) => Promise<void>): Promise<number> {
  const from = performance.now()
  const child = start()
  const [browser, { url }] = await Promise.all([launchBrowser(), child.ready])
  const page = await browser.newPage({ locale: 'de-DE' })
  await page.goto(String(url))
  await usable(page)
  const ms = performance.now() - from
  await browser.close()
  await child.stop()
  return ms
}
