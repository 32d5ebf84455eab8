import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'annett.falke' }, officer: { login: 'ruth.seehausen' } } })

const search = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Person suchen').fill(text)
  await page.getByLabel('Person suchen').press('Enter')
}

const setSecrecy = async (page: Page): Promise<void> => {
  const secrecy = page.getByRole('region', { name: 'Auskunftssperre' })
  await secrecy.getByRole('button', { name: 'Eintragen' }).press('Enter')
  const setting = page.getByRole('dialog', { name: 'Auskunftssperre' })
  await setting.getByLabel('Grundlage').fill('Bescheid der Meldebehörde vom 20.11.2026')
  await page.keyboard.press('Enter')
  await setting.waitFor({ state: 'detached' })
}

test('by keyboard alone two files become one and are taken apart again, and a secrecy hides how somebody is reached', { timeout: 240_000 }, async () => {
  const { clerk } = here
  const { page } = clerk
  await clerk.openView('Personen')
  await page.getByRole('tab', { name: 'Suchen' }).focus()
  await page.keyboard.press('ArrowRight')
  const pair = page.locator('.likely').first()
  await pair.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const [one = '', other = ''] = await pair.locator('h2').allInnerTexts()

  await pair.getByRole('button', { name: /^Zusammenführen/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Zwei Akten zusammenführen' })
  await dialog.getByRole('button', { name: 'Zusammenführen' }).press('Enter')
  await dialog.getByText('Bitte sagen Sie, woran.').waitFor()
  await dialog.getByLabel('Woran haben Sie es erkannt?').fill('Am Schalter mit Ausweis bestätigt')
  await page.keyboard.press('Control+Enter')
  await clerk.toasts.getByText('Die Akten sind zusammengeführt.').waitFor()
  await page.getByRole('heading', { level: 2, name: other, exact: true }).waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: 'Mögliche Dubletten' }).press('ArrowLeft')
  await search(page, other)
  await page.getByRole('table', { name: '1 Person gefunden' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: `Akte öffnen: ${one}` }).press('Enter')
  await page.getByRole('heading', { level: 1, name: one }).waitFor()
  await page.locator('.file-timeline__entry').first().waitFor()
  expect([...await accessibilityFindings(page), ...await contrastFindings(page)]).toEqual([])

  const merges = page.getByRole('region', { name: 'Zusammengeführte Akten' })
  await merges.getByRole('button', { name: 'Rückgängig machen' }).press('Enter')
  await page.getByRole('dialog').getByLabel('Warum?').fill('Es sind Mutter und Tochter')
  await page.keyboard.press('Control+Enter')
  await merges.getByText(/Es sind Mutter und Tochter/).waitFor()

  await page.getByRole('button', { name: 'Weg festlegen' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Eintragen' }).press('Enter')
  await page.getByText('Bevorzugter Weg: Brief').first().waitFor()

  await setSecrecy(page)
  const veil = page.locator('.secrecy-veil')
  await veil.waitFor()
  const email = page.locator('.citizen__head').getByText(/@example\.org/)
  expect(await email.count()).toBe(0)

  // Every desk knows it: the case is marked, and what it says of them is hidden until one says what for.
  await page.getByRole('button', { name: /^Öffnen: Antrag/ }).first().press('Enter')
  await clerk.decision.waitFor()
  await page.locator('.case__head').getByText('Auskunftssperre').waitFor()
  await page.locator('.case .secrecy-veil').getByRole('button', { name: 'Angaben zeigen' }).press('Enter')
  const why = page.getByRole('dialog', { name: 'Auskunftssperre' })
  await why.getByLabel('Wofür?').fill('Rückfrage zum Antrag')
  await page.keyboard.press('Control+Enter')
  await why.waitFor({ state: 'detached' })
  await page.getByText('Die Angaben sind sichtbar, bis Sie diese Ansicht verlassen.').waitFor()
  await clerk.transferred()
  expect(clerk.problems).toEqual([])
  await officerSeesNoMoreThanTheName(one)
})

/** An information by law begins with a search that tells that a secrecy holds, and not how somebody is reached. */
async function officerSeesNoMoreThanTheName(name: string): Promise<void> {
  const { page, problems } = here.officer
  await page.getByRole('link', { name: 'Datenschutz', exact: true }).click()
  await page.getByRole('tab', { name: 'Auskunft' }).click()
  const who = page.getByLabel('Name, E-Mail-Adresse oder Kassenzeichen')
  await who.fill(name)
  await who.press('Enter')
  const row = page.getByRole('row', { name: /Auskunftssperre/ }).first()
  await row.waitFor()
  const words = await row.innerText()
  expect(words).toContain('verborgen')
  expect(words).not.toContain('@')
  expect([...await accessibilityFindings(page), ...await contrastFindings(page)]).toEqual([])
  expect(problems).toEqual([])
}

const GIVE = /^Einer anderen Person zuordnen/

/** Whoever is called so, and not longer. */
const hitOf = (dialog: Locator, name: string): Locator => dialog.getByRole('menuitem').filter({ has: dialog.page().getByText(name, { exact: true }) })

/** From the button at a record to the reason for it, by keys alone. */
async function giveFirst(page: Page, to: string): Promise<Locator> {
  await page.getByRole('button', { name: GIVE }).first().press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Person suchen').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  const hit = hitOf(dialog, to)
  await hit.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await hit.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Woran haben Sie es erkannt?').and(page.locator(':focus')).waitFor()
  return dialog
}

/** Two people of whom the one has several records and the other one. */
async function twoAlike(page: Page): Promise<readonly [string, string]> {
  await here.clerk.openView('Personen')
  await page.getByRole('tab', { name: 'Suchen' }).press('ArrowRight')
  const pair = page.locator('.likely').last()
  await pair.waitFor()
  const sides = await pair.locator('.likely__side').evaluateAll(all => all.map(side => ({ name: side.querySelector('h2')?.textContent ?? '', isOne: side.textContent.includes('1 Eintrag') })))
  const [one, many] = [sides.find(({ isOne }) => isOne), sides.find(({ isOne }) => !isOne)]
  expect(one && many).toBeDefined()
  // By their names they are found again, each alone.
  expect(one?.name).not.toBe(many?.name)
  return [many?.name ?? '', one?.name ?? '']
}

async function sayWhy(page: Page, reason: string): Promise<void> {
  await page.keyboard.type(reason)
  await page.keyboard.press('Control+Enter')
  await page.locator('.overlay').first().waitFor({ state: 'detached' })
}

test('by keyboard alone a record in the wrong file is given to the right person and taken back, and an emptied file says so', { timeout: 240_000 }, async () => {
  const { page } = here.clerk
  const entries = page.locator('.file-timeline__entry')
  const [from, to] = await twoAlike(page)
  const openFile = async (name: string): Promise<void> => {
    await here.clerk.openView('Personen')
    await page.getByRole('tab', { name: 'Mögliche Dubletten' }).press('ArrowLeft')
    await search(page, name)
    await page.getByRole('button', { name: `Akte öffnen: ${name}`, exact: true }).press('Enter')
    await entries.first().waitFor()
  }
  await openFile(from)
  const before = await entries.allInnerTexts()
  const dialog = await giveFirst(page, to)
  await page.keyboard.press('Escape')
  await hitOf(dialog, to).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: GIVE }).first().and(page.locator(':focus')).waitFor()
  await giveFirst(page, to)
  await dialog.getByText(`in die Akte „${to}“`).waitFor()
  await dialog.getByText('Sie können es rückgängig machen.').waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('Bitte sagen Sie, woran.').waitFor()
  await sayWhy(page, 'Die Adresse im Antrag ist die der Nachbarin')
  const note = page.locator('.callout', { hasText: `steht jetzt in der Akte „${to}“.` })
  await note.waitFor()
  await expect.poll(() => entries.count()).toBeLessThan(before.length)
  await page.locator('.screen:focus').waitFor()
  expect([...await accessibilityFindings(page), ...await contrastFindings(page)]).toEqual([])

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await note.getByRole('button', { name: 'Rückgängig machen' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Zuordnung rückgängig machen' }).getByLabel('Warum?').and(page.locator(':focus')).waitFor()
  await sayWhy(page, 'Es war doch richtig')
  await page.getByText('steht wieder in dieser Akte.').waitFor()
  await expect.poll(async () => (await entries.allInnerTexts()).length).toBe(before.length)

  await openFile(to)
  expect(await entries.count()).toBe(1)
  const last = await giveFirst(page, from)
  await last.getByText('rückgängig machen lässt es sich nicht').waitFor()
  await sayWhy(page, 'Beide sind dieselbe Person')
  await page.getByText('In dieser Akte steht nichts mehr, was Sie sehen dürfen.').waitFor()
  await page.getByRole('button', { name: `Akte öffnen: ${from}` }).press('Enter')
  await page.getByRole('heading', { level: 1, name: from }).waitFor()
  await expect.poll(() => entries.count()).toBe(before.length + 1)
  expect(here.clerk.problems).toEqual([])
})
