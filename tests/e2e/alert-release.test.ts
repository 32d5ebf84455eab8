import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { officer: { login: 'steffen.albrecht' }, second: { login: 'thomas.giese' } } })

const confirmation = (page: Page) => page.getByRole('alertdialog')

async function openMessage(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('a warning goes out by the second person and the typed word, and by nothing that is pressed out of habit', { timeout: 240_000 }, async () => {
  const { second } = here
  await second.openView('Meldungen')
  await openMessage(second.page, /Bombenfund in Demker/)
  await second.page.getByRole('button', { name: 'Freigeben' }).press('Enter')
  await confirmation(second.page).getByText(/^ECHTE WARNUNG an .*Menschen in Demker per E-Mail.*, gültig bis /).waitFor()
  expect(await accessibilityFindings(second.page)).toEqual([])
  // Enter out of habit sends nothing, and neither does the word of a drill.
  await second.page.keyboard.press('Enter')
  await confirmation(second.page).waitFor({ state: 'detached' })
  await second.page.getByRole('button', { name: 'Freigeben' }).press('Enter')
  await second.page.keyboard.type('Übung')
  await second.page.keyboard.press('Enter')
  await confirmation(second.page).getByText('Hier muss genau ECHT stehen.').waitFor()
  await second.page.getByLabel('Tippen Sie ECHT, um zu senden').fill('echt')
  await second.page.keyboard.press('Enter')
  await second.page.getByRole('table', { name: 'Versand' }).getByRole('row', { name: /E-Mail/ }).waitFor()
  expect(await accessibilityFindings(second.page)).toEqual([])
  expect(second.problems).toEqual([])
})

test('an officer sends a warning alone with a reason, and another one looks at it afterwards', { timeout: 180_000 }, async () => {
  const { officer, second } = here
  await Promise.all([officer.openView('Meldungen'), second.openView('Meldungen')])
  await second.page.getByRole('link', { name: /Sturm in Cobbel/ }).first().press('Enter')
  await second.page.getByRole('button', { name: 'Notfall: allein senden' }).press('Enter')
  await confirmation(second.page).getByText('Sie senden ohne zweite Person.').waitFor()
  await second.page.getByLabel('Tippen Sie ECHT, um zu senden').fill('echt')
  await second.page.keyboard.press('Enter')
  await confirmation(second.page).getByText('Ein Satz, warum.').waitFor()
  await second.page.keyboard.type('Nachts ist niemand sonst zu erreichen.')
  expect(await accessibilityFindings(second.page)).toEqual([])
  await second.page.getByLabel('Tippen Sie ECHT, um zu senden').press('Enter')
  await second.page.getByText('Das prüft jemand, der nicht beteiligt war.').waitFor()

  await openMessage(officer.page, /Sturm in Cobbel/)
  await officer.page.getByText('„Nachts ist niemand sonst zu erreichen.“').waitFor()
  await officer.page.getByRole('button', { name: 'Bestätigen' }).press('Enter')
  await second.page.getByText(/hat den Alleingang am .* bestätigt\.$/).waitFor()
  expect([...officer.problems, ...second.problems]).toEqual([])
})

test('a drill is another window, asks for another word, and shows nothing that can be done about a real message', { timeout: 180_000 }, async () => {
  const { page } = here.officer
  await here.officer.openView('Meldungen')
  await page.getByRole('button', { name: 'Übung beginnen' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Übung beginnen' }).press('Enter')
  await page.getByText('Echte Warnungen gehen von hier nicht hinaus.').waitFor()
  expect(await page.title()).toMatch(/^ÜBUNG – /)
  expect(await page.getByRole('link', { name: /Sturm in Lüderitz/ }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.goBack()
  await page.getByText('Das ist eine echte Meldung.').waitFor()
  expect(await page.getByRole('button', { name: 'Anhalten' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Übung beenden' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Übung beenden' }).press('Enter')
  await page.getByRole('button', { name: 'Anhalten' }).waitFor()
  expect(await page.title()).not.toContain('ÜBUNG')
})
