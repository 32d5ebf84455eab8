import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { pagePdf } from '../../service/demo/page-pdf.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { lead: { login: 'petra.lindner', isOverCable: true } } })

/** As it stands on the paper, question by question. */
const PAPER = {
  Vorname: 'Änne', Nachname: 'Großkopf', Geburtsdatum: '1.3.1956', Straße: 'Bismarckstraße', Hausnummer: '5', Postleitzahl: '39517',
  'Rufname des Hundes': 'Bello', Rasse: 'Dackel', 'Geburtsdatum des Hundes': '24.12.2024', 'Gehalten seit': '01.02.2025', Transpondernummer: '276098100000001',
  Haftpflichtversicherung: 'Versicherung am Markt', Versicherungsnummer: 'HV 4711', 'Weitere Hunde im Haushalt': '0',
} as const

const today = (page: Page): Promise<string> =>
  page.evaluate(() => new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()))

test('a paper is taken down by keyboard without a network, and has its reference as soon as the network is back', { timeout: 240_000 }, async () => {
  const { page, problems } = here.lead
  here.cable.off()
  await here.lead.transfer.getByText('Ohne Verbindung').waitFor()
  await page.keyboard.press('Alt+A')
  await page.getByRole('searchbox', { name: 'Leistung suchen' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('option', { name: 'Hundeanmeldung' }).waitFor()
  await page.keyboard.type('Hundean')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Hundeanmeldung' }).waitFor()

  await page.keyboard.press('Alt+Enter')
  await page.getByText('Angaben fehlen oder passen nicht.').waitFor()
  expect(await page.getByLabel('Tag des Eingangsstempels').evaluate(field => field === document.activeElement)).toBe(true)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.type(await today(page))
  await fillIn(page)
  await page.locator('.capture input[type=file]').setInputFiles({ name: 'antrag.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pagePdf(['Antrag'])) })
  await page.keyboard.press('Alt+Enter')

  await page.getByRole('heading', { level: 1, name: 'Hundeanmeldung: Bello' }).waitFor()
  await page.getByText('Aktenzeichen folgt').waitFor()
  await page.getByText('Kein Postfach: Der Bescheid wird gedruckt.').waitFor()
  here.cable.on()
  await page.locator('.case__reference', { hasText: /^TGH-\d{4}-\d{6}$/ }).waitFor()
  await here.lead.history.getByText('Petra Lindner hat den Antrag aufgenommen (Papier)').waitFor()
  await here.lead.transferred()
  await page.getByRole('region', { name: 'Anlagen' }).getByText('antrag.pdf').first().waitFor()
  // Without a network the browser itself complains about questions it could not ask; nothing else may go wrong.
  expect(problems.filter(problem => !problem.includes('net::'))).toEqual([])
})

/** By keyboard: each question is reached by its label, typed, and left. */
async function fillIn(page: Page): Promise<void> {
  for (const [label, text] of Object.entries(PAPER)) {
    await page.getByLabel(label, { exact: true }).focus()
    await page.keyboard.type(text)
  }
  await page.getByLabel('Ortschaft').selectOption({ index: 1 })
  await page.getByRole('radiogroup', { name: 'Geschlecht' }).getByRole('radio', { name: 'Rüde' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('radiogroup', { name: 'Assistenz- oder Rettungshund' }).getByRole('radio', { name: 'Nein' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
}

test('what was typed is still there after another screen and a reload', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.keyboard.press('Alt+A')
  await page.getByRole('option', { name: 'Hundeabmeldung' }).click()
  await page.getByLabel('Vorname').fill('Jördis')
  await page.keyboard.press('Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await page.reload()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await page.keyboard.press('Alt+A')
  await page.getByRole('heading', { level: 2, name: 'Hundeabmeldung' }).waitFor()
  expect(await page.getByLabel('Vorname').inputValue()).toBe('Jördis')
  await page.getByRole('button', { name: 'Entwurf verwerfen' }).click()
  await page.getByRole('option', { name: 'Hundeanmeldung' }).waitFor()
})

test('a lead lets a clerk stand in for another one, and ends it again', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Vertretungen' }).click()
  await page.getByRole('button', { name: 'Vertretung eintragen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Vertretung eintragen' })
  await choose(page, 'Vertreten wird', 'Jana Thiele')
  await choose(page, 'Vertretung', 'Mandy Kunze')
  await dialog.getByLabel('Letzter Tag').fill(await today(page))
  await page.keyboard.press('Enter')
  const row = page.getByRole('row').filter({ hasText: 'Jana Thiele' })
  await row.getByText('läuft').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await row.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jetzt beenden' }).click()
  await row.getByText('vorbei').waitFor()
})

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(`${label}$|^${label}`) }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: new RegExp(name) }).click()
}
