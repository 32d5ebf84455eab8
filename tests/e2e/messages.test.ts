import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings, newPage } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ rows: 300, people: { clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' } } })
const PATIENT = { timeout: 60_000 }

/** Writes to the town; the pages bring no script. The address behind which the conversation is. */
async function write(citizen: Page, file: string): Promise<string> {
  await citizen.goto(`${here.town.service}/portal`)
  await citizen.getByRole('link', { name: 'Eine Nachricht an die Stadt schreiben' }).press('Enter')
  expect(await accessibilityFindings(citizen)).toEqual([])
  await citizen.getByRole('button', { name: 'Nachricht absenden' }).press('Enter')
  await citizen.getByRole('link', { name: 'Bitte wählen Sie ein Thema.' }).waitFor()
  expect(await accessibilityFindings(citizen)).toEqual([])
  await citizen.getByLabel('Thema').selectOption({ label: 'Hundesteuer' })
  await citizen.getByLabel('Betreff').fill('Zwei Hunde, eine Marke')
  await citizen.getByLabel('Ihre Nachricht').fill('Brauche ich für den zweiten Hund eine eigene Marke?')
  await citizen.getByLabel('Name').fill('Wanda Wolke')
  await citizen.getByLabel('E-Mail').fill('wanda@example.org')
  await citizen.getByLabel('Dateien').setInputFiles(file)
  await citizen.getByRole('button', { name: 'Nachricht absenden' }).press('Enter')
  await citizen.getByText('Ihre Nachricht ist angekommen.').waitFor()
  expect(await accessibilityFindings(citizen)).toEqual([])
  return citizen.url().replace(/\?.*/, '')
}

test('a citizen writes, a clerk answers, both see what the other has read, and it is handed over into a case', { timeout: 240_000 }, async () => {
  const { clerk, lead, town } = here
  const file = join(town.folder, 'Marke.txt')
  await writeFile(file, 'Marke 4711\n')
  const citizen = await newPage(here.browser)
  const link = await write(citizen, file)

  await Promise.all([clerk, lead].map(({ page }) => page.goto(page.url().replace(/#.*/, '#/messages'))))
  for (const { page } of [clerk, lead]) await page.getByRole('option', { name: /Wanda Wolke/ }).click(PATIENT)
  const { page } = clerk
  await page.getByRole('heading', { name: 'Zwei Hunde, eine Marke' }).waitFor()
  await page.getByText('Petra Lindner liest oder antwortet gerade.').waitFor(PATIENT)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await contrastFindings(page)).toEqual([])
  await page.keyboard.press('Alt+Z')
  await page.getByRole('region', { name: 'Zwei Hunde, eine Marke' }).getByText('Katrin Sommer', { exact: true }).first().waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Marke.txt herunterladen' }).click()])
  expect(download.suggestedFilename()).toBe('Marke.txt')

  await page.getByLabel('Antwort', { exact: true }).fill('Ja, jeder Hund hat eine eigene.')
  await page.getByLabel('Antwort', { exact: true }).press('Control+Enter')
  await page.getByText('noch nicht gelesen').waitFor(PATIENT)

  await lead.page.getByLabel('Antwort', { exact: true }).fill('Das sage ich auch.')
  await lead.page.getByText('Ja, jeder Hund hat eine eigene.').waitFor(PATIENT)
  await lead.page.getByLabel('Antwort', { exact: true }).press('Control+Enter')
  await lead.page.getByText('Katrin Sommer hat inzwischen geantwortet.').waitFor(PATIENT)
  expect(await lead.page.getByLabel('Antwort', { exact: true }).inputValue()).toBe('Das sage ich auch.')

  await citizen.goto(link)
  expect(await citizen.getByText('Ja, jeder Hund hat eine eigene.').count()).toBe(0)
  await citizen.getByRole('button', { name: 'Nachricht lesen' }).press('Enter')
  await citizen.getByText('Ja, jeder Hund hat eine eigene.').waitFor()
  await page.getByText(/ · gelesen /).waitFor(PATIENT)
  await citizen.getByLabel('Ihre Nachricht').fill('Danke, dann melde ich ihn an.')
  await citizen.getByRole('button', { name: 'Absenden' }).press('Enter')
  await page.getByText('Danke, dann melde ich ihn an.').waitFor(PATIENT)

  const { applicationId } = await here.citizens.registerDog({ lastName: 'Wolkenbruch' })
  await page.getByRole('button', { name: 'Zum Vorgang' }).click()
  const dialog = page.getByRole('dialog', { name: 'Zu welchem Vorgang gehört die Nachricht?' })
  await dialog.getByPlaceholder('Aktenzeichen, Name oder Betreff').fill('Wolkenbruch')
  await dialog.getByRole('menuitem', { name: /Wolkenbruch/ }).click(PATIENT)
  const asked = page.getByRole('dialog', { name: 'Nachricht zu diesem Vorgang nehmen?' })
  await asked.getByText(/Wolkenbruch/).waitFor()
  await asked.getByRole('button', { name: 'Zum Vorgang nehmen' }).press('Enter')
  await asked.waitFor({ state: 'detached' })
  await dialog.waitFor({ state: 'detached' })
  await page.locator('button:focus', { hasText: 'Vom Vorgang lösen' }).press('Enter')
  await page.getByRole('dialog', { name: 'Vom Vorgang lösen?' }).getByRole('button', { name: 'Vom Vorgang lösen' }).press('Enter')
  await page.locator('button:focus', { hasText: 'Zum Vorgang' }).waitFor()
  await page.getByRole('alertdialog').filter({ hasText: 'Vom Vorgang gelöst.' }).getByRole('button', { name: 'Rückgängig' }).press('Enter')
  await page.getByRole('button', { name: 'Vom Vorgang lösen' }).waitFor()
  await clerk.openCase(applicationId)
  await page.getByRole('heading', { name: 'Nachrichten, die hierher genommen wurden' }).waitFor(PATIENT)
  await page.getByRole('button', { name: 'Zur Nachricht' }).click()
  await page.getByRole('heading', { name: 'Zwei Hunde, eine Marke' }).waitFor()
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})

test('a narrow window shows the list or the conversation, and a call is taken down there', { timeout: 120_000 }, async () => {
  const { clerk: { page } } = here
  await page.goto(page.url().replace(/#.*/, '#/messages'))
  await page.setViewportSize({ width: 640, height: 900 })
  await page.getByRole('button', { name: 'Gespräch aufschreiben' }).click()
  const dialog = page.getByRole('dialog', { name: 'Gespräch aufschreiben' })
  await dialog.getByLabel('Name').fill('Ottokar Ohm')
  await dialog.getByLabel('Was wurde gesagt?').fill('Bittet um Rückruf.')
  await dialog.getByRole('button', { name: 'Speichern' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('option', { name: /Ottokar Ohm/ }).click(PATIENT)
  await page.getByText('keine Adresse: bitte anrufen').waitFor()
  expect(await pageWidth(page)).toBeLessThanOrEqual(640)
  // Links that were carried out of sight in the bar are taken for ones that lead within the page.
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link').first().scrollIntoViewIfNeeded()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByText('Eine Antwort ist hier nicht möglich').waitFor()
  await page.getByRole('button', { name: 'Zurück zur Liste' }).press('Enter')
  await page.locator('[role=option]:focus', { hasText: 'Ottokar Ohm' }).waitFor()
  await page.getByLabel('Nachrichten durchsuchen').fill('Quittenmarmelade')
  await page.getByText('Gesucht wurde unter „Warten auf uns“.').waitFor()
  await page.getByLabel('Nachrichten durchsuchen').fill('')
  await page.setViewportSize({ width: 1280, height: 900 })
})
