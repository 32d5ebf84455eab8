import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' } } })

test('a text block is changed where all its templates can be seen, its versions are compared, and a template takes one by keyboard', { timeout: 240_000 }, async () => {
  const { page } = here.administrator
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })
  await page.evaluate(() => { location.hash = '#/letters' })
  await page.getByRole('tab', { name: 'Textbausteine' }).click()
  const line = page.getByRole('row', { name: /^Zahlung / })
  await line.getByRole('button', { name: 'Hundesteuer, Jahresbescheid' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await line.getByRole('button', { name: 'Zahlung', exact: true }).press('Enter')
  await heading('Zahlung').and(page.locator(':focus')).waitFor()
  await page.getByRole('textbox', { name: 'Absatz 2' }).fill('Bitte zahlen Sie pünktlich bis zum {{Fällig am}}. {{applicantName}}')
  const preview = page.getByRole('article', { name: 'Der Brief in Worten, mit erfundenem Vorgang' })
  await preview.getByText('Bitte zahlen Sie pünktlich bis zum 15. August 2026.').waitFor()
  await page.getByRole('button', { name: 'Fassung 2 vergleichen' }).press('Enter')
  await page.locator('ins', { hasText: 'pünktlich' }).waitFor()
  await page.getByRole('button', { name: 'Textbaustein speichern' }).click()
  await page.getByText('In „Umlage der Unterhaltungsverbände“: Den Platzhalter „applicantName“ gibt es hier nicht.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  // Back to what it said before, which becomes its third version.
  await page.getByRole('button', { name: 'Fassung 1 wieder nehmen' }).press('Enter')
  const sure = page.getByRole('dialog', { name: 'Fassung 1 wieder nehmen?' })
  await sure.getByText('Sie gilt dann sofort in').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await sure.getByRole('button', { name: 'Wieder nehmen' }).press('Enter')
  await page.locator('#part-text:focus').waitFor()
  await preview.getByText('Bitte zahlen Sie bis zum 15. August 2026.', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Textbaustein speichern' }).click()
  await line.getByRole('cell', { name: '3', exact: true }).waitFor()

  await page.getByRole('tab', { name: 'Vorlagen' }).click()
  await page.getByRole('button', { name: 'Beitragsbescheid' }).click()
  await heading('Beitragsbescheid').waitFor()
  await page.getByRole('button', { name: 'Textbaustein einfügen' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Datenschutz' }).press('Enter')
  const open = page.getByRole('button', { name: 'Textbaustein öffnen: Datenschutz' })
  await open.press('Enter')
  await heading('Datenschutz').waitFor()
  await page.getByRole('button', { name: 'Zurück', exact: true }).press('Enter')
  await heading('Beitragsbescheid').waitFor()
  await open.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})
