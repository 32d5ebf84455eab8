import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings, newPage } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'torsten.wegener' }, lead: { login: 'rene.schernikau' } } })

const details = (page: Page) => page.getByRole('dialog', { name: 'Richtfest · Petra Pappel' })

async function openBooking(page: Page, list: string): Promise<void> {
  await page.getByRole('region', { name: list }).getByRole('button', { name: /Richtfest · Petra Pappel/ }).click()
  await details(page).waitFor()
}

test('a house is asked for, approved, contracted, handed over and taken back', { timeout: 240_000 }, async () => {
  const { clerk, lead } = here
  await Promise.all([clerk.openView('Räume und Häuser'), lead.openView('Räume und Häuser')])

  await clerk.page.getByRole('button', { name: 'Anfrage aufnehmen' }).press('Enter')
  const request = clerk.page.getByRole('dialog', { name: 'Anfrage aufnehmen' })
  await request.getByText('Miete 275,00', { exact: false }).waitFor()
  await request.getByLabel('Zweck').fill('Richtfest')
  await request.getByRole('textbox', { name: 'Personen' }).fill('60')
  await request.getByLabel('Name', { exact: true }).fill('Petra Pappel')
  await clerk.page.keyboard.press('Escape')
  await request.waitFor({ state: 'detached' })
  await clerk.page.getByRole('button', { name: 'Anfrage aufnehmen' }).press('Enter')
  await request.getByText('Hier steht noch eine angefangene Anfrage.').waitFor()
  expect(await request.getByLabel('Name', { exact: true }).inputValue()).toBe('Petra Pappel')
  await request.getByLabel('Name', { exact: true }).focus()
  expect(await accessibilityFindings(clerk.page)).toEqual([])
  await clerk.page.keyboard.press('Enter')
  await request.waitFor({ state: 'detached' })

  await openBooking(lead.page, 'Zu genehmigen')
  await details(lead.page).getByRole('button', { name: 'Genehmigen' }).click()
  await details(lead.page).getByText('Genehmigt von René Schernikau').waitFor()

  await openBooking(clerk.page, 'Verträge zu machen')
  await details(clerk.page).getByRole('button', { name: 'Vertrag machen' }).click()
  await details(clerk.page).getByText(/^Vertrag MV-\d{4}-\d{4}$/).waitFor()
  await details(clerk.page).getByRole('button', { name: 'Vertrag ansehen' }).click()
  const contract = clerk.page.getByRole('dialog', { name: 'Mietvertrag' })
  await contract.getByText('Mietvertrag über „Kulturhaus, großer Saal“').first().waitFor({ state: 'attached' })
  await clerk.page.keyboard.press('Escape')
  await contract.waitFor({ state: 'detached' })

  await details(clerk.page).getByRole('button', { name: 'Schlüssel übergeben' }).click()
  const handOver = clerk.page.getByRole('dialog', { name: 'Schlüssel übergeben' })
  await handOver.locator('label', { hasText: /Kaution von .* ist eingegangen/ }).click()
  await handOver.getByRole('button', { name: 'Schlüssel übergeben' }).click()
  await details(clerk.page).getByRole('button', { name: 'Schlüssel zurücknehmen' }).click()
  const back = clerk.page.getByRole('dialog', { name: 'Schlüssel zurücknehmen' })
  await back.getByLabel('Zählerstände').fill('Strom 4711')
  await back.getByRole('button', { name: 'Schlüssel zurücknehmen' }).click()
  await details(lead.page).getByText('Zurückgegeben', { exact: true }).waitFor()
  expect(await accessibilityFindings(lead.page)).toEqual([])
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})

test('a citizen asks online and without a script, the clerk sees it live, and what the lead decides stands under the link', { timeout: 180_000 }, async () => {
  const { clerk, lead, town, browser } = here
  const citizen = await newPage(browser, { javaScriptEnabled: false })
  await citizen.goto(`${town.service}/portal/halls`)
  await citizen.getByRole('link', { name: 'Gemeindehaus Weißewarte' }).click()
  await citizen.getByRole('link', { name: 'Monat danach' }).click()
  await citizen.getByRole('link', { name: 'Monat danach' }).click()
  await citizen.getByRole('link', { name: /: frei$/ }).first().click()
  const answers = { Zweck: 'Skatturnier', 'Wie viele Personen kommen?': '24', 'Vor- und Nachname': 'Rosa Rotbuche', 'Straße und Hausnummer': 'Am Anger 3', Postleitzahl: '39517', Ort: 'Tangerhütte', 'E-Mail-Adresse': 'rosa@example.org' }
  for (const [label, answer] of Object.entries(answers)) await citizen.getByLabel(label, { exact: true }).fill(answer)
  await citizen.keyboard.press('Enter')
  await citizen.getByText('Das würde es kosten').waitFor()
  await citizen.getByRole('button', { name: 'Anfrage abschicken' }).click()
  await citizen.getByText('Ihre Anfrage ist bei uns angekommen.').waitFor()
  await clerk.page.getByRole('region', { name: 'Zu genehmigen' }).getByRole('button', { name: /Skatturnier · Rosa Rotbuche.*online/ }).waitFor()

  await lead.page.keyboard.press('Escape')
  await lead.page.getByRole('region', { name: 'Zu genehmigen' }).getByRole('button', { name: /Skatturnier/ }).click()
  await lead.page.getByRole('button', { name: 'Berichtigen' }).click()
  const correction = lead.page.getByRole('dialog', { name: 'Berichtigen' })
  await correction.getByRole('textbox', { name: 'Personen' }).fill('30')
  await correction.getByRole('button', { name: 'Berichtigung speichern' }).click()
  await lead.page.getByText('Personen 24 → 30').waitFor()
  expect(await accessibilityFindings(lead.page)).toEqual([])
  await lead.page.getByRole('button', { name: 'Genehmigen' }).click()
  await lead.page.getByText('Genehmigt von René Schernikau').waitFor()
  await citizen.reload()
  await citizen.getByText('genehmigt, das Haus ist für Sie vorgemerkt').waitFor()
  await citizen.close()
})

test('the contract of somebody under secrecy is looked at with a reason, and the booking tells no address before', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  const booking = page.getByRole('dialog', { name: 'Skatturnier · Rosa Rotbuche' })
  await booking.getByRole('button', { name: 'Akte der Person' }).press('Enter')
  const secrecy = page.getByRole('region', { name: 'Auskunftssperre' })
  await secrecy.getByRole('button', { name: 'Eintragen' }).press('Enter')
  await page.getByRole('dialog', { name: 'Auskunftssperre' }).getByLabel('Grundlage').fill('Bescheid der Meldebehörde')
  await page.keyboard.press('Enter')
  await page.locator('.secrecy-veil').waitFor()

  await here.lead.openView('Räume und Häuser')
  await page.getByRole('region', { name: 'Verträge zu machen' }).getByRole('button', { name: /Skatturnier/ }).press('Enter')
  await booking.locator('.secrecy-veil').first().waitFor()
  expect(await booking.getByText('Am Anger 3').count()).toBe(0)
  expect([...await accessibilityFindings(page), ...await contrastFindings(page)]).toEqual([])

  await booking.getByRole('button', { name: 'Vertrag vorab ansehen' }).press('Enter')
  const why = page.getByRole('dialog', { name: 'Auskunftssperre' })
  await why.getByLabel('Wofür?').press('Escape')
  await why.waitFor({ state: 'detached' })
  await booking.getByRole('button', { name: 'Vertrag vorab ansehen' }).and(page.locator(':focus')).press('Enter')
  await why.getByLabel('Wofür?').fill('Vertrag vor dem Versand prüfen')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Mietvertrag' }).getByText('Am Anger 3').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Mietvertrag' }).waitFor({ state: 'detached' })
  await booking.locator('.secrecy-veil').first().waitFor()
  expect([await booking.getByText('Am Anger 3').count(), here.lead.problems]).toEqual([0, []])
})

test('the pages for citizens are readable by everybody, in the dark and in a small window', { timeout: 120_000 }, async () => {
  const page = await newPage(here.browser, { colorScheme: 'dark', viewport: { width: 320, height: 640 } })
  await page.goto(`${here.town.service}/portal/halls`)
  const check = async (): Promise<void> => {
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
  await check()
  await page.getByRole('link', { name: 'Dorfgemeinschaftshaus Lüderitz' }).click()
  await check()
  await page.getByRole('link', { name: 'Anfragen', exact: true }).click()
  await page.getByRole('button', { name: 'Weiter: prüfen und Preis sehen' }).click()
  await page.getByRole('alert').waitFor()
  await check()
})

test('the plan is readable in the dark and in a small window, and arrow keys go through a house', { timeout: 120_000 }, async () => {
  const { page } = here.clerk
  await page.keyboard.press('Escape')
  await details(page).waitFor({ state: 'detached' })
  expect(await accessibilityFindings(page)).toEqual([])
  const house = page.getByRole('toolbar', { name: 'Dorfgemeinschaftshaus Grieben' }).getByRole('button')
  await house.first().focus()
  await page.keyboard.press('ArrowRight')
  await house.nth(1).and(page.locator(':focus')).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
