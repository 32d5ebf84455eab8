import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { officer: { login: 'steffen.albrecht', isOverCable: true }, second: { login: 'thomas.giese' } } })

const TEXTS = {
  'Text der Meldung': ['Gasgeruch in {Ort}', 'Seit {Uhrzeit} Uhr riecht es in {Ort} nach Gas.', 'Verlassen Sie das Haus. Machen Sie kein Licht.', 'Gasgeruch in {Ort}: Haus verlassen, kein Licht.'],
  'Text der Entwarnung': ['Kein Gas mehr in {Ort}', 'In {Ort} tritt kein Gas mehr aus.', 'Bitte gründlich lüften.', 'Kein Gas mehr in {Ort}.'],
} as const
const FIELDS = ['Überschrift (Deutsch)', 'Was ist los? (Deutsch)', 'Was sollen die Menschen tun? (Deutsch)', 'Kurz, für SMS und Push (Deutsch)'] as const

const textOf = (page: Page, part: keyof typeof TEXTS, field: (typeof FIELDS)[number]) => page.getByRole('region', { name: part }).getByRole('textbox', { name: field })

async function write(page: Page, part: keyof typeof TEXTS): Promise<void> {
  for (const [index, field] of FIELDS.entries()) await textOf(page, part, field).fill(TEXTS[part][index] ?? '')
}

async function openTemplates(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Themen' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('table', { name: /Vorlagen$/ }).waitFor()
}

test('an officer makes words that lie ready and tries them as a drill; another desk has them at once', { timeout: 240_000 }, async () => {
  const { officer, second } = here
  await Promise.all([officer.openView('Themen und Vorlagen'), second.openView('Themen und Vorlagen')])
  const { page } = officer
  await page.getByRole('row', { name: /^Gefahrenhinweise .* E-Mail: \d/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await Promise.all([openTemplates(page), openTemplates(second.page)])
  await page.getByRole('button', { name: 'Neue Vorlage' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Neue Vorlage' }).waitFor()
  await page.getByLabel('Name der Vorlage').fill('Gasgeruch')
  await page.getByLabel('Ereignis', { exact: true }).fill('Gasaustritt')
  await write(page, 'Text der Meldung')
  await page.getByRole('button', { name: 'Speichern' }).press('Enter')
  // Nobody is warned before the words of the end are there: the focus is where the first of them is missing.
  await textOf(page, 'Text der Entwarnung', 'Überschrift (Deutsch)').and(page.locator(':focus')).waitFor()
  await write(page, 'Text der Entwarnung')
  await textOf(page, 'Text der Meldung', 'Was ist los? (Deutsch)').fill('Seit {Uhrzeit Uhr riecht es in {Ort} nach Gas.')
  await page.getByRole('region', { name: 'Noch zu tun' }).getByRole('button', { name: /Eine geschweifte Klammer steht allein/ }).press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(TEXTS['Text der Meldung'][1])
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await contrastFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Speichern' }).press('Enter')

  await second.page.getByRole('button', { name: 'Gasgeruch' }).waitFor()
  await page.getByRole('button', { name: 'Gasgeruch' }).press('Enter')
  await page.getByRole('button', { name: 'Als Übung ausprobieren' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Als Übung ausprobieren' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'ÜBUNG – Meldung schreiben' }).waitFor()
  await page.getByLabel('Ort', { exact: true }).fill('Lüderitz')
  expect(await page.getByRole('textbox', { name: 'Überschrift' }).inputValue()).toBe('Gasgeruch in Lüderitz')
  expect([...officer.problems, ...second.problems]).toEqual([])
})

test('two who change one template lose no word: what both have written is shown, and somebody chooses', { timeout: 180_000 }, async () => {
  const { officer, second } = here
  await Promise.all([officer.openView('Themen und Vorlagen'), second.openView('Themen und Vorlagen')])
  await Promise.all([openTemplates(officer.page), openTemplates(second.page)])
  for (const { page } of [officer, second]) await page.getByRole('button', { name: 'Sturm', exact: true }).press('Enter')
  await officer.page.getByLabel('Name der Vorlage').fill('Sturm und Orkan')
  await officer.page.getByLabel('Ereignis', { exact: true }).fill('Orkan')
  // What is typed outlives leaving the screen.
  await officer.page.getByRole('button', { name: 'Zur Übersicht' }).press('Enter')
  await officer.page.getByRole('button', { name: 'Sturm', exact: true }).press('Enter')
  await officer.page.getByText('Hier steht, was Sie früher begonnen', { exact: false }).waitFor()

  await second.page.getByLabel('Name der Vorlage').fill('Sturmwarnung')
  await textOf(second.page, 'Text der Meldung', 'Überschrift (Deutsch)').fill('Sturm in {Ort}: bitte im Haus bleiben')
  await second.page.getByRole('button', { name: 'Speichern' }).press('Enter')
  const choice = officer.page.getByRole('alert').filter({ hasText: 'Jemand anderes hat dieselben Stellen geändert.' })
  await choice.getByText('Sturmwarnung').waitFor()
  expect(await accessibilityFindings(officer.page)).toEqual([])
  expect(await officer.page.getByLabel('Name der Vorlage').inputValue()).toBe('Sturm und Orkan')
  await choice.getByRole('button', { name: 'Meine Fassung behalten' }).press('Enter')
  await officer.page.getByRole('button', { name: 'Speichern' }).press('Enter')

  await second.page.getByRole('button', { name: 'Sturm und Orkan' }).press('Enter')
  expect(await second.page.getByLabel('Ereignis', { exact: true }).inputValue()).toBe('Orkan')
  expect(await textOf(second.page, 'Text der Meldung', 'Überschrift (Deutsch)').inputValue()).toBe('Sturm in {Ort}: bitte im Haus bleiben')
  await second.page.getByRole('button', { name: 'Zur Übersicht' }).press('Enter')
  expect([...officer.problems, ...second.problems]).toEqual([])
})

test('an officer acknowledges an official warning in its window or above it and goes on by the keyboard; it leaves the other desk too', { timeout: 180_000 }, async () => {
  const { officer: { page, problems }, second } = here
  const banner = page.getByRole('region', { name: 'Hinweise' })
  await banner.getByRole('button', { name: 'Lesen', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Amtliche Warnungen' })
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Zur Kenntnis genommen' }).press('Enter')
  await dialog.getByRole('listitem').filter({ hasText: 'Amtliche Warnung vor Sturmböen' }).filter({ hasText: 'Zur Kenntnis genommen von Steffen Albrecht' }).and(page.locator(':focus')).waitFor()
  await second.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByRole('main').and(page.locator(':focus')).waitFor()
  expect(problems).toEqual([])
})

test('what was changed without a connection and meanwhile by somebody else is compared text by text, in words', { timeout: 180_000 }, async () => {
  const { officer, second, cable } = here
  await Promise.all([officer.openView('Themen und Vorlagen'), second.openView('Themen und Vorlagen')])
  await Promise.all([openTemplates(officer.page), openTemplates(second.page)])
  cable.off()
  await officer.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
  for (const [{ page }, name] of [[officer, 'Hochwasser am Tanger'], [second, 'Hochwasser der Elbe']] as const) {
    await page.getByRole('button', { name: 'Hochwasser', exact: true }).press('Enter')
    await page.getByLabel('Name der Vorlage').fill(name)
    await page.getByRole('button', { name: 'Speichern' }).press('Enter')
    await page.getByRole('button', { name }).waitFor()
  }
  cable.on()
  await officer.page.getByRole('button', { name: /Klärung/ }).press('Enter')
  const table = officer.page.getByRole('table', { name: 'Was sich geändert hat' })
  await table.getByRole('row', { name: 'Name der Vorlage Hochwasser Hochwasser der Elbe Hochwasser am Tanger' }).waitFor()
  expect(await table.getByRole('row').count()).toBe(2)
})
