import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { demoPortrait } from '../../service/demo/service-cards/portrait.ts'
import { CARD_CHECK_PATHS } from '../../service/portal/card-check-paths.ts'
import { accessibilityFindings, contrastFindings, newPage } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'silke.bartels' }, lead: { login: 'joerg.wernicke' }, officer: { login: 'steffen.albrecht', isOverCable: true } } })

const NAME = 'Änne Probst'
const details = (page: Page) => page.getByRole('dialog', { name: new RegExp(`^${NAME}`) })

async function openCard(page: Page): Promise<void> {
  await page.getByLabel('Name oder Nummer').fill('anne probst')
  await page.getByRole('button', { name: 'Probst, Änne' }).press('Enter')
  await details(page).waitFor()
}

/** Asks for a card by keyboard alone; the file is chosen by the system's own window. */
async function askForCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ausweis beantragen' }).press('Enter')
  const request = page.getByRole('dialog', { name: 'Dienstausweis beantragen' })
  await request.getByLabel('Vorname').fill('Änne')
  await request.getByLabel('Nachname').press('Enter')
  await request.getByText('Der Nachname fehlt.').waitFor()
  await request.getByLabel('Nachname').fill('Probst')
  for (const [label, first] of [['Einheit', 'o'], ['Dienstgrad', 'h']] as const) {
    await request.getByRole('button', { name: new RegExp(label) }).press('Enter')
    await page.keyboard.press(first)
    await page.keyboard.press('Enter')
  }
  const chooser = page.waitForEvent('filechooser')
  await request.getByRole('button', { name: 'Foto wählen' }).press('Enter')
  await (await chooser).setFiles({ name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from(demoPortrait(2, '2026-11-24')) })
  const crop = page.getByRole('dialog', { name: 'Foto zuschneiden' })
  expect(await accessibilityFindings(page)).toEqual([])
  await crop.getByRole('button', { name: 'Foto übernehmen' }).press('Enter')
  await crop.waitFor({ state: 'detached' })
  await request.getByRole('img', { name: `Foto von ${NAME}` }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await request.getByRole('button', { name: 'Beantragen' }).press('Enter')
  await request.waitFor({ state: 'detached' })
}

/** Approves what somebody else has asked for, issues it and looks at the card. */
async function issueCard(page: Page): Promise<void> {
  await openCard(page)
  await details(page).getByRole('button', { name: 'Genehmigen' }).press('Enter')
  await details(page).getByText('genehmigt von Jörg Wernicke').waitFor()
  await details(page).getByRole('button', { name: 'Ausstellen' }).press('Enter')
  await details(page).getByText('ausgestellt von Jörg Wernicke').waitFor()
  await details(page).getByRole('button', { name: 'Ausweis ansehen und drucken' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Dienstausweis', exact: true })
  await sheet.getByText('Ortsfeuerwehr', { exact: false }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
}

async function blockCard(page: Page): Promise<void> {
  await openCard(page)
  await details(page).getByRole('button', { name: 'Sperren' }).press('Enter')
  await page.getByRole('dialog', { name: 'Ausweis sperren' }).getByRole('button', { name: 'Endgültig sperren' }).press('Enter')
  await details(page).getByText(/gesperrt von Steffen Albrecht: verloren/).waitFor()
  await page.keyboard.press('Escape')
}

/** What the code of the card holds, as the desk gives it out. */
async function digitalCard(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await details(page).getByRole('button', { name: 'Digitaler Ausweis' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Digitaler Ausweis' })
  await dialog.getByRole('button', { name: 'Adresse kopieren' }).press('Enter')
  await dialog.getByText('Kopiert').first().waitFor()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return address
}

/** What a telephone asks of anybody, address and body. */
function sentBy(phone: Page): readonly string[] {
  const sent: string[] = []
  phone.context().on('request', request => sent.push(`${request.url().split('#')[0] ?? ''} ${request.postData() ?? ''}`))
  return sent
}

const DAY_MS = 86_400_000

const verdict = (page: Page, words: string) => page.locator('#result').getByText(words, { exact: true }).waitFor()

/** Looks at the card so many days later, when the list is too old, and comes back. */
async function checkInDays(phone: Page, address: string, days: number): Promise<void> {
  await phone.clock.setFixedTime(Date.now() + days * DAY_MS)
  await phone.goto('about:blank')
  await phone.goto(address)
  await phone.locator('#result').getByText('die Sperrliste auf diesem Gerät ist zu alt').waitFor()
  await phone.clock.setFixedTime(Date.now())
}

/** The list from before the block comes again, and then none for as long as anybody waits. */
async function checkAgainstLists(phone: Page, address: string, listBefore: string): Promise<void> {
  const late = Promise.withResolvers<void>()
  const again = phone.waitForResponse(`**${CARD_CHECK_PATHS.list}`)
  await phone.route(`**${CARD_CHECK_PATHS.list}`, route => route.fulfill({ body: listBefore }))
  await phone.getByLabel('Inhalt des Codes').fill(address)
  await phone.getByRole('button', { name: 'Prüfen' }).press('Enter')
  expect(await (await again).text()).toBe(listBefore)
  await verdict(phone, 'Nicht gültig: gesperrt.')
  await phone.unroute(`**${CARD_CHECK_PATHS.list}`)
  await phone.route(`**${CARD_CHECK_PATHS.list}`, () => late.promise)
  await phone.getByLabel('Inhalt des Codes').fill(address)
  await phone.getByRole('button', { name: 'Prüfen' }).press('Enter')
  await phone.getByRole('status').getByText('Wird geprüft').waitFor()
  expect(await phone.locator('#result').isHidden()).toBe(true)
  await verdict(phone, 'Nicht gültig: gesperrt.')
  late.resolve()
}

test('a card is asked for, approved by somebody else, issued, printed and handed over, by keyboard; a telephone finds it valid, also without network, until an officer without network blocks it', { timeout: 240_000 }, async () => {
  const { clerk, lead, officer, town, cable, browser } = here
  await Promise.all([clerk, lead, officer].map(({ openView }) => openView('Dienstausweise')))
  await askForCard(clerk.page)
  await openCard(clerk.page)
  await details(clerk.page).getByText('Das genehmigt die Teamleitung oder der Dienst.').first().waitFor()

  await issueCard(lead.page)
  await details(clerk.page).getByRole('button', { name: 'Übergeben' }).press('Enter')
  await details(clerk.page).getByText('übergeben von Silke Bartels').waitFor()

  const address = (await digitalCard(lead.page)).replace(town.service, cable.url)
  const phone = await newPage(browser)
  const sent = sentBy(phone)
  await phone.goto(address)
  await verdict(phone, 'Gültig.')
  await phone.getByText('Sperrliste vom').waitFor()
  expect([await phone.locator('#result').innerText(), new URL(phone.url()).hash]).toEqual([expect.stringContaining(NAME), ''])
  expect(await accessibilityFindings(phone)).toEqual([])
  await phone.evaluate(async () => { await navigator.serviceWorker.ready })
  cable.off()
  await phone.goto('about:blank')
  await phone.goto(address)
  await verdict(phone, 'Gültig.')
  const forged = address.replace(/.$/, sign => (sign === 'A' ? 'B' : 'A'))
  await phone.getByLabel('Inhalt des Codes').fill(forged)
  await phone.getByRole('button', { name: 'Prüfen' }).press('Enter')
  await verdict(phone, 'Nicht gültig: nicht von uns.')
  await checkInDays(phone, address, 8)

  await officer.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
  await blockCard(officer.page)
  const listBefore = await (await fetch(town.service + CARD_CHECK_PATHS.list)).text()
  cable.on()
  await officer.transferred()
  await phone.goto('about:blank')
  await phone.goto(address)
  await verdict(phone, 'Nicht gültig: gesperrt.')

  await checkAgainstLists(phone, address, listBefore)
  expect([sent.some(one => one.includes(CARD_CHECK_PATHS.list)), sent.filter(one => one.includes(address.split('#')[1] ?? ''))]).toEqual([true, []])
  await phone.close()

  await officer.page.getByRole('button', { name: 'Ausweis prüfen' }).press('Enter')
  const check = officer.page.getByRole('dialog', { name: 'Ausweis prüfen' })
  await check.getByLabel('Inhalt des Codes').fill(address)
  await officer.page.keyboard.press('Control+Enter')
  await check.getByText('Nicht gültig: gesperrt.').waitFor()
  await check.getByRole('img', { name: `Foto von ${NAME}` }).waitFor()
  expect(await accessibilityFindings(officer.page)).toEqual([])
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})

test('all cards of a unit that end are renewed, approved and issued as one list and printed on one sheet', { timeout: 180_000 }, async () => {
  const { clerk, lead } = here
  await Promise.all([clerk, lead].map(async ({ page }) => {
    await page.keyboard.press('Escape')
    await details(page).waitFor({ state: 'detached' })
    await page.getByLabel('Name oder Nummer').fill('')
  }))
  const list = async (page: Page, name: string): Promise<number> => {
    const part = page.getByRole('region', { name })
    const count = Number(await part.locator('.card-todo__count').innerText())
    await part.getByRole('button').press('Enter')
    await page.getByLabel('Alle gezeigten auswählen').press('Space')
    return count
  }
  const renewed = await list(clerk.page, 'Zu verlängern')
  expect(renewed).toBeGreaterThan(3)
  await clerk.page.getByRole('button', { name: `Verlängern (${renewed})` }).press('Enter')
  await clerk.page.getByRole('dialog', { name: 'Ausweise verlängern' }).getByRole('button', { name: 'Verlängerung beantragen' }).press('Enter')
  await clerk.page.getByRole('region', { name: 'Zu verlängern' }).locator('.card-todo__count', { hasText: /^0$/ }).waitFor()
  await clerk.transferred()

  await lead.page.getByRole('region', { name: 'Zu genehmigen' }).locator('.card-todo__count', { hasText: new RegExp(`^${renewed + 3}$`) }).waitFor()
  await list(lead.page, 'Zu genehmigen')
  await lead.page.getByRole('button', { name: `Genehmigen (${renewed + 3})` }).press('Enter')
  await lead.page.getByRole('region', { name: 'Zu genehmigen' }).locator('.card-todo__count', { hasText: /^0$/ }).waitFor()
  await lead.transferred()
  const issued = await list(lead.page, 'Auszustellen')
  await lead.page.getByRole('button', { name: `Ausstellen (${issued})` }).press('Enter')
  await lead.page.getByRole('region', { name: 'Auszustellen' }).locator('.card-todo__count', { hasText: /^0$/ }).waitFor()
  const printed = await list(lead.page, 'Zu übergeben')
  await lead.page.getByRole('button', { name: `Druckbogen (${printed})` }).press('Enter')
  const sheet = lead.page.getByRole('dialog', { name: 'Dienstausweise zum Drucken' })
  await sheet.getByText('Wasserwehr', { exact: false }).first().waitFor({ state: 'attached' })
  await lead.page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  const download = lead.page.waitForEvent('download')
  await lead.page.getByRole('button', { name: 'Liste als CSV' }).press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^Dienstausweise \d{4}-\d\d-\d\d\.csv$/)
  expect(lead.problems).toEqual([])
})

test('who gets cards is set up by the lead; the page is readable in the dark and in a small window', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.getByRole('button', { name: 'Einrichtung' }).press('Enter')
  const editor = page.getByRole('dialog', { name: 'Wer bekommt Dienstausweise?' })
  await editor.getByLabel('Kürzel der Nummer').fill('F1')
  await editor.getByRole('button', { name: 'Speichern' }).press('Enter')
  await editor.getByText(/müssen stimmen/).waitFor()
  await editor.getByLabel('Kürzel der Nummer').fill('FW')
  await editor.getByRole('button', { name: 'Einheit hinzufügen' }).press('Enter')
  await editor.getByLabel('Einheit 7', { exact: true }).fill('Ortsfeuerwehr Weißewarte')
  expect(await accessibilityFindings(page)).toEqual([])
  await editor.getByRole('button', { name: 'Speichern' }).press('Enter')
  await editor.waitFor({ state: 'detached' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
