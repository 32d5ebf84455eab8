import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { citizensOf, type Citizens } from '../support/citizen.ts'
import { startTown, type TestTown } from '../support/town.ts'
import { sitDown, type Workplace } from '../support/workplace.ts'

let town: TestTown
let browser: Browser
let citizens: Citizens
let clerk: Workplace
let lead: Workplace
let elsewhere: Workplace

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown({ rows: 100 }), launchBrowser()])
  citizens = citizensOf(town.service)
  const desks = await Promise.all(['clerk', 'lead', 'elsewhere'].map(name => town.openDesk(name)))
  const [atClerk, atLead, atElsewhere] = desks.map(({ url }) => url)
  clerk = await sitDown(browser, String(atClerk), 'katrin.sommer')
  lead = await sitDown(browser, String(atLead), 'petra.lindner')
  elsewhere = await sitDown(browser, String(atElsewhere), 'silke.bartels')
}, 240_000)

afterAll(async () => {
  await browser.close()
  await town.close()
})

const region = (desk: Workplace, name: string) => desk.page.getByRole('region', { name, exact: true })

test('two applications that are one are compared, merged and taken apart again', { timeout: 120_000 }, async () => {
  const person = { lastName: 'Doppel', email: 'doppel@example.org' }
  const first = await citizens.registerDog(person)
  const second = await citizens.registerDog({ ...person, insurer: 'Allianz' })
  await clerk.openCase(second.applicationId)
  await region(clerk, 'Vielleicht doppelt eingegangen').getByRole('button', { name: 'Vergleichen' }).click()
  const dialog = clerk.page.getByRole('dialog')
  await dialog.getByRole('row', { name: /Haftpflichtversicherung.*ÖSA|Haftpflichtversicherung.*Allianz/ }).waitFor()
  await dialog.getByRole('button', { name: `Diesen beenden, ${first.reference} weiterführen` }).click()
  await clerk.page.getByText(`Dieser Vorgang ist als Doppel in ${first.reference} aufgegangen.`).waitFor()

  await lead.openCase(first.applicationId)
  await region(lead, 'Verwandte Vorgänge').getByText(second.reference).waitFor()
  await expect.poll(() => region(lead, 'Anlagen').getByText('impfausweis.pdf').count(), { timeout: 15_000 }).toBe(2)
  await region(lead, 'Verwandte Vorgänge').getByRole('button', { name: 'Zusammenführung aufheben' }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Zusammenführung aufheben' }).click()
  await clerk.decision.getByRole('button', { name: 'Übernehmen' }).waitFor()
})

test('a colleague named by keyboard finds the comment; a task is theirs and gets done; who looked is told', { timeout: 120_000 }, async () => {
  const { applicationId } = await citizens.registerDog({ lastName: 'Rückfrage' })
  await clerk.openCase(applicationId)
  const { keyboard } = clerk.page
  await clerk.page.getByLabel('Kommentar oder Vermerk').focus()
  await keyboard.type('Bitte ansehen, @petra')
  await clerk.page.getByRole('option', { name: 'Petra Lindner' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.type('heute noch.')
  await keyboard.press('Control+Enter')
  await region(clerk, 'Austausch im Amt').getByText('heute noch.').waitFor()

  await clerk.page.getByRole('button', { name: 'Aufgabe hinzufügen' }).focus()
  await keyboard.press('Enter')
  await clerk.page.getByLabel('Was ist zu tun?').and(clerk.page.locator(':focus')).waitFor()
  await keyboard.type('Halterin anrufen')
  await keyboard.press('Tab')
  await keyboard.type('Petra')
  await keyboard.press('Tab')
  await keyboard.type('30.11.2099')
  await keyboard.press('Enter')
  await region(clerk, 'Aufgaben').getByText('Halterin anrufen').waitFor()

  await lead.openCase(applicationId)
  await region(lead, 'Austausch im Amt').getByText('neu für Sie').waitFor()
  await region(lead, 'Aufgaben').getByText('Ich', { exact: true }).waitFor()
  await lead.page.getByRole('button', { name: 'Erledigt: Halterin anrufen' }).click()
  await clerk.history.getByText('Petra Lindner hat erledigt').waitFor()

  await clerk.history.getByRole('button', { name: 'Zeigen' }).click()
  await clerk.page.getByRole('option', { name: 'Ansichten' }).click()
  await expect.poll(() => clerk.history.getByText('Petra Lindner hat den Vorgang angesehen').count(), { timeout: 30_000 }).toBe(1)
})

test('what is missing stands in the letter, and the answer sets the clock going', { timeout: 120_000 }, async () => {
  const { applicationId } = await citizens.registerDog({ lastName: 'Lücke' })
  await clerk.openCase(applicationId)
  await clerk.claim()
  await region(clerk, 'Vollständigkeit').getByText('Unterlage: Nachweis der Haftpflichtversicherung').waitFor()
  await region(clerk, 'Vollständigkeit').getByRole('button', { name: 'Das Fehlende nachfordern' }).click()
  const dialog = clerk.page.getByRole('dialog')
  expect(await dialog.getByRole('textbox').inputValue()).toContain('– die Unterlage „Nachweis der Haftpflichtversicherung“')
  await dialog.getByRole('button', { name: 'Nachfordern' }).click()
  await clerk.decision.getByText(/Frist ruht seit/).waitFor()
})

test('handed over, a case leaves the old department and lies free in the new one', { timeout: 120_000 }, async () => {
  const { applicationId, reference } = await citizens.registerDog({ lastName: 'Wanderer' })
  await clerk.openCase(applicationId)
  await clerk.page.getByRole('button', { name: 'Abgeben …' }).click()
  const dialog = clerk.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Amt/ }).click()
  await clerk.page.getByRole('option', { name: 'Ordnung, Sicherheit und Gewerbe' }).click()
  await dialog.getByLabel('Grund').fill('Gefährlicher Hund')
  await dialog.getByRole('button', { name: 'Abgeben' }).click()
  await clerk.page.getByRole('heading', { name: 'Vorgang nicht gefunden' }).waitFor()
  await elsewhere.openCase(applicationId)
  await elsewhere.page.locator('.case__reference', { hasText: reference }).waitFor()
  await elsewhere.history.getByText('Katrin Sommer hat den Vorgang abgegeben: Ordnung, Sicherheit und Gewerbe: Gefährlicher Hund').waitFor()
  await expect.poll(() => elsewhere.decision.getByRole('button', { name: 'Übernehmen' }).count(), { timeout: 30_000 }).toBe(1)
})

test('a decided case is reopened by a lead with a reason, and goes on', { timeout: 120_000 }, async () => {
  await lead.openView('Alle')
  await lead.page.getByRole('row').filter({ hasText: 'Bewilligt' }).filter({ hasText: 'Hundeanmeldung' }).first().click()
  await lead.page.getByRole('button', { name: 'Wieder aufnehmen …' }).click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByLabel('Grund').fill('Neue Tatsachen')
  await dialog.getByRole('button', { name: 'Wieder aufnehmen' }).click()
  await lead.page.locator('.case__bar').getByText('In Bearbeitung').waitFor()
  await lead.transferred()
  await expect.poll(() => lead.history.getByText('Petra Lindner hat den Vorgang wieder aufgenommen').count(), { timeout: 30_000 }).toBe(1)
})

test('nothing went wrong on any page', () => {
  expect([clerk, lead, elsewhere].flatMap(({ problems }) => problems)).toEqual([])
})
