import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { ServiceFile } from '../../shared/wire/service-exchange.ts'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' } } })

const offer = (page: Page, text: string): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: 'Leistungen.json', mimeType: 'application/json', buffer: Buffer.from(text) })

/** The file that the town itself gives away. */
async function ownFile(page: Page): Promise<ServiceFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Datei speichern' }).click()])
  expect(download.suggestedFilename()).toMatch(/^Leistungen .+ \d{4}-\d\d-\d\d\.json$/)
  return JSON.parse(await readFile(await download.path(), 'utf8')) as ServiceFile
}

test('a file that cannot be taken over is told with the way out, and nothing of it is shown', { timeout: 180_000 }, async () => {
  const { page } = here.administrator
  await page.getByRole('link', { name: 'Einrichtung' }).click()
  await page.getByRole('button', { name: /^Leistungen –/ }).click()
  expect(await accessibilityFindings(page)).toEqual([])
  const own = await ownFile(page)
  expect(own.content.services.length).toBeGreaterThan(0)
  const cases: readonly (readonly [string, string])[] = [
    ['{"a":', 'keine Datei mit Leistungen'],
    [JSON.stringify({ ...own, content: { ...own.content, version: 2 } }), 'neueren Version'],
    [JSON.stringify(own), 'Ihre eigene Stadt'],
    [JSON.stringify({ ...own, key: { ...own.key, x: `A${own.key.x.slice(1)}` } }), 'verändert'],
    ['x'.repeat(30_000_000), 'zu groß'],
  ]
  for (const [text, said] of cases) {
    await offer(page, text)
    await page.getByRole('alert').filter({ hasText: said }).waitFor()
    expect(await page.getByRole('form', { name: 'Aus der Datei auswählen' }).count()).toBe(0)
  }
  await page.setViewportSize({ width: 640, height: 800 })
  expect(await pageWidth(page)).toBe(640)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
})
