import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { sitDown } from '../support/workplace.ts'

const here = townScene({ people: { lead: { login: 'petra.lindner' } } })

const ownView = (page: Page): Locator => page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: /Hunde mit B/ })

/** Filters the list to one service and by what was answered to a question of its form. */
async function filterDogs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leistung', exact: true }).click()
  await page.getByRole('option', { name: 'Hundeanmeldung' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Rufname des Hundes' }).waitFor()
  await page.getByRole('button', { name: 'Angaben', exact: true }).click()
  await page.getByRole('textbox', { name: 'Rufname des Hundes' }).fill('b')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Rufname des Hundes: enthält „b“').waitFor()
}

test('a list filtered by answers is kept as a view, found at another desk with its count, deleted and brought back', { timeout: 240_000 }, async () => {
  const { page, problems } = here.lead
  await here.citizens.registerDog({ dogName: 'Bello' })
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await filterDogs(page)
  await page.getByRole('button', { name: 'Ansicht speichern …' }).click()
  await page.getByRole('textbox', { name: 'Name der Ansicht' }).waitFor()
  await page.keyboard.type('Hunde mit B')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hunde mit B' }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Bello' }).first().waitFor()
  const count = /\d+/.exec((await page.locator('.list__count', { hasText: /[1-9]/ }).textContent()) ?? '')?.[0] ?? ''
  await ownView(page).getByText(count, { exact: true }).waitFor()

  const second = await here.town.openDesk('second')
  const other = (await sitDown(here.browser, second.url, 'petra.lindner')).page
  await ownView(other).click()
  await other.getByText('Rufname des Hundes: enthält „b“').waitFor()
  await ownView(other).getByText(count, { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Ansicht', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Löschen' }).click()
  await ownView(other).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await ownView(other).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Hunde mit B' }).waitFor()

  await page.keyboard.press('Alt+H')
  await page.getByRole('heading', { level: 2, name: 'Für Sie' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(problems).toEqual([])
})
