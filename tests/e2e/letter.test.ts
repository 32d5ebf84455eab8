import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { readPdf } from '../../service/domains/letters/testing.ts'
import { accessibilityFindings } from '../support/browser.ts'
import { chooseByKeys } from '../support/choose-by-keys.ts'
import { townScene } from '../support/scene.ts'
import type { Workplace } from '../support/workplace.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' }, administrator: { login: 'lars.behrends' } } })

const conditionsOf = (workplace: Workplace) => workplace.decision.getByLabel('Nebenbestimmungen', { exact: true })

async function proposeWith(conditions: string): Promise<void> {
  await here.clerk.decision.locator('label', { hasText: 'Bewilligen' }).click()
  await here.clerk.decision.getByRole('button', { name: 'Nebenbestimmungen hinzufügen' }).click()
  await conditionsOf(here.clerk).fill(conditions)
}

test('the letter is seen before it is proposed and released, what has changed is told, and the citizen gets it as PDF', { timeout: 240_000 }, async () => {
  const { applicationId, mailbox, reference } = await here.citizens.registerDog({ lastName: 'Bescheidmann' })
  await here.clerk.openCase(applicationId)
  await here.clerk.claim()
  await proposeWith('- Im Ort gilt Leinenpflicht.')
  expect(await here.clerk.decision.getByLabel('Gebühr in Euro').inputValue()).toMatch(/^\d+,\d\d$/)

  // By keyboard alone: open the letter, read it, close it again; the focus comes back.
  const look = here.clerk.decision.getByRole('button', { name: 'Bescheid ansehen' })
  await look.focus()
  await here.clerk.page.keyboard.press('Enter')
  const dialog = here.clerk.page.getByRole('dialog', { name: 'Bescheid – Entwurf' })
  await dialog.getByText('Im Ort gilt Leinenpflicht.').first().waitFor({ state: 'attached' })
  await dialog.getByText('Gerda Bescheidmann').first().waitFor({ state: 'attached' })
  expect(await accessibilityFindings(here.clerk.page)).toEqual([])
  await here.clerk.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await look.and(here.clerk.page.locator(':focus')).waitFor()
  await here.clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()

  await here.lead.openCase(applicationId)
  await here.lead.decision.getByText('Im Ort gilt Leinenpflicht.').waitFor()
  await here.lead.settle('Zurückgeben', 'Bitte genauer fassen.')
  await proposeWith('- In bebauten Ortsteilen gilt Leinenpflicht.')
  await here.clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()

  const changes = here.lead.decision.getByRole('region', { name: /Geändert seit der Vorlage/ })
  await changes.locator('ins', { hasText: 'In bebauten Ortsteilen' }).waitFor()
  await changes.locator('del', { hasText: 'Im Ort' }).waitFor()
  await here.lead.decision.getByRole('button', { name: 'Bescheid ansehen' }).waitFor()
  expect(await accessibilityFindings(here.lead.page)).toEqual([])
  await here.lead.settle('Freigeben', '')
  await here.lead.decision.getByText(`Bescheid ${reference}.pdf`).waitFor()
  await here.lead.decision.getByText('Noch nicht abgerufen.').waitFor()
  await here.lead.decision.getByRole('button', { name: 'Hier drucken' }).waitFor()
  const deliveries = here.lead.page.getByRole('region', { name: 'Zustellungen' })
  await deliveries.getByText('Im Postfach', { exact: true }).waitFor()
  await deliveries.getByText(/Am \d+\. \S+ \d{4} im Postfach bereitgestellt/).waitFor()

  const citizen = await (await here.browser.newContext({ acceptDownloads: true })).newPage()
  await citizen.goto(`${here.town.service}/portal/mailboxes/${mailbox}`)
  await citizen.getByRole('article').filter({ hasText: 'Entscheidung zu Ihrem Antrag' }).getByRole('button', { name: 'Nachricht lesen' }).click()
  const link = citizen.getByRole('link', { name: `Bescheid ${reference}.pdf` })
  await link.waitFor()
  const file = await fetch(new URL((await link.getAttribute('href')) ?? '', here.town.service))
  const { texts, isTagged } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  const words = texts.map(({ text }) => text).join(' ')
  expect([isTagged, words.includes('In bebauten Ortsteilen gilt Leinenpflicht.'), words.includes('ENTWURF')]).toEqual([true, true, false])
  await here.lead.decision.getByText(/Abgerufen am/).waitFor()
  await deliveries.getByText('Im Postfach geöffnet', { exact: true }).waitFor()
  await deliveries.getByRole('button', { name: 'Zustellnachweis ansehen' }).press('Enter')
  await here.lead.page.getByRole('dialog', { name: `Zustellnachweis: Bescheid ${reference}` }).getByText('Gerda Bescheidmann').first().waitFor({ state: 'attached' })
  await here.lead.page.keyboard.press('Escape')

  const address = texts.map(({ text }) => /https?:\S+\/verify\/\w+/.exec(text)?.[0]).find(Boolean)
  await citizen.goto(address ?? '')
  await citizen.getByText('Dieses Schreiben gibt es.').waitFor()
  expect([here.clerk, here.lead].flatMap(({ problems }) => problems)).toEqual([])
})

test('an administrator writes a second template; it reaches the clerk’s screen by itself, is chosen there, and asks for what it wants to know', { timeout: 180_000 }, async () => {
  const { page } = here.administrator
  await page.getByRole('link', { name: 'Briefe' }).press('Enter')
  await page.getByText('6 Vorlagen').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Neue Vorlage' }).press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Erlaubnis auf Zeit')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Erlaubnis auf Zeit' }).waitFor()
  await page.getByRole('button', { name: 'Angabe hinzufügen' }).press('Enter')
  await page.getByLabel('Frage', { exact: true }).fill('Bis wann gilt sie?')
  // Nobody has been in the paragraph: the placeholder goes to its end, and writing goes on behind it.
  const paragraph = page.getByLabel('Absatz 3', { exact: true })
  await page.getByRole('button', { name: 'Platzhalter einfügen: Absatz 3' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Bis wann gilt sie?' }).press('Enter')
  await paragraph.and(page.locator(':focus')).waitFor()
  await page.keyboard.type(' gilt sie.')
  expect(await paragraph.inputValue()).toBe('Wir bewilligen Ihnen {{Betrag}}.{{Bis wann gilt sie?}} gilt sie.')
  await typesWithinPlaceholder(page, paragraph)
  await paragraph.fill('Die Erlaubnis gilt bis {{Bis wann gilt sie?}}.')
  await page.getByRole('button', { name: 'Als PDF ansehen' }).press('Enter')
  await page.getByText('Die Erlaubnis gilt bis [Bis wann gilt sie?].').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Veröffentlichen' }).press('Enter')
  await page.getByText('7 Vorlagen').waitFor()

  const { applicationId } = await here.citizens.registerDog({ lastName: 'Zeitmann' })
  await here.clerk.openCase(applicationId)
  await here.clerk.claim()
  await here.clerk.decision.locator('label', { hasText: 'Bewilligen' }).click()
  const choice = here.clerk.decision.getByRole('button', { name: 'Vorlage des Bescheids' })
  expect(await choice.innerText()).toContain('Bescheid: bewilligt')
  await choice.focus()
  await chooseByKeys(here.clerk.page, 'Erlaubnis auf Zeit')
  await here.clerk.decision.getByLabel('Bis wann gilt sie?').fill('zum 1. Mai 2028')
  await here.clerk.decision.getByRole('button', { name: 'Bescheid ansehen' }).click()
  await here.clerk.page.getByText('Die Erlaubnis gilt bis zum 1. Mai 2028.').first().waitFor({ state: 'attached' })
  await here.clerk.page.keyboard.press('Escape')
  await here.clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()
  await here.clerk.decision.getByText('Bewilligung vorgeschlagen').waitFor()
  expect([here.administrator, here.clerk].flatMap(({ problems }) => problems)).toEqual([])
})

test('a letterhead that lacks something is not saved: what is missing is told, and the cursor stands there', async () => {
  const { page } = here.administrator
  await page.getByRole('link', { name: 'Briefe' }).press('Enter')
  await page.getByRole('tab', { name: 'Vorlagen' }).press('End')
  await page.getByRole('row', { name: /Ordnung, Sicherheit/ }).getByRole('button').press('Enter')
  const signatory = page.getByLabel('Wer zeichnet', { exact: true })
  await signatory.fill('')
  await page.getByRole('button', { name: 'Briefkopf speichern' }).press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Zum Speichern ist noch eine Stelle zu klären.' }).waitFor()
  await signatory.and(page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})

/** In the middle of a text a placeholder is typed by its name and by its words, with blanks: nothing jumps and nothing is lost. */
async function typesWithinPlaceholder(page: Page, paragraph: Locator): Promise<void> {
  await paragraph.fill('Vorn. Hinten.')
  await paragraph.press('Home')
  for (let moved = 0; moved < 'Vorn. '.length; moved++) await paragraph.press('ArrowRight')
  await page.keyboard.type('{{amount}} und {{Betreff des Antrags}}! ')
  expect(await paragraph.inputValue()).toBe('Vorn. {{amount}} und {{Betreff des Antrags}}! Hinten.')
  await page.getByRole('textbox', { name: 'Betreff', exact: true }).focus()
  expect(await paragraph.inputValue()).toBe('Vorn. {{Betrag}} und {{Betreff des Antrags}}! Hinten.')
}
