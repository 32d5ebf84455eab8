import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { chooseByKeys } from '../support/choose-by-keys.ts'
import { onOpenMorning } from '../support/open-office.ts'
import { townScene, type SeatedPerson } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ now: onOpenMorning(), people: { clerk: { login: 'kerstin.wulf', isOverCable: true }, colleague: { login: 'sabine.roessler' } } })

const part = (page: Page, name: RegExp | string): Locator => page.getByRole('region', { name })
const mine = (page: Page): Locator => part(page, 'Mein Schalter')
const primary = (page: Page): Locator => page.locator('[data-primary-action]')

async function atCounter({ page }: SeatedPerson, counter: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Schalter' }).click()
  await mine(page).getByRole('button', { name: /Ich sitze an/ }).click()
  await page.getByRole('option', { name: counter }).click()
  await mine(page).getByRole('button', { name: new RegExp(counter) }).waitFor()
}

/** Takes somebody in who is called before all others, and answers with their number. */
async function walkIn({ page }: SeatedPerson, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Ohne Termin aufnehmen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Anliegen' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('meld')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name (freiwillig)').fill(name)
  await dialog.getByText('Vorrang').click()
  await page.keyboard.press('Control+Enter')
  const ticket = await dialog.locator('.taken-in__ticket').innerText()
  await dialog.getByRole('button', { name: 'Schließen' }).last().click()
  return ticket
}

/** Presses the next step by its chord, once the screen has shown what became of the one before. */
async function go({ page }: SeatedPerson, button: RegExp): Promise<void> {
  await primary(page).filter({ hasText: button }).waitFor()
  await page.keyboard.press('Alt+Enter')
}

test('a person who comes is called, appears and is done; the other counter sees it, and a step is taken back', { timeout: 120_000 }, async () => {
  const { clerk, colleague } = here
  await Promise.all([atCounter(clerk, 'Schalter 1'), atCounter(colleague, 'Schalter 2')])
  const ticket = await walkIn(clerk, 'Änne Großkopf')
  expect(ticket).toMatch(/^W\d{3}$/)
  await part(colleague.page, /^Wartende/).getByText(ticket).waitFor()

  await go(clerk, /Nächste Person aufrufen/)
  await mine(clerk.page).getByText(ticket, { exact: true }).waitFor()
  const elsewhere = part(colleague.page, 'Andere Schalter').getByRole('listitem').filter({ hasText: 'Schalter 1' })
  await elsewhere.filter({ hasText: `${ticket} Änne Großkopf` }).filter({ hasText: 'Kerstin Wulf' }).waitFor()
  expect(await part(colleague.page, /^Wartende/).getByText(ticket).count()).toBe(0)

  await go(clerk, /Ist erschienen/)
  await elsewhere.filter({ hasText: 'Am Schalter' }).waitFor()
  await mine(clerk.page).getByText(`${ticket} Änne Großkopf ist am Schalter.`).waitFor()
  await primary(clerk.page).filter({ hasText: 'Fertig' }).waitFor()
  await clerk.page.keyboard.press('Shift+Tab')
  await mine(clerk.page).getByRole('button', { name: 'Zurücknehmen' }).and(clerk.page.locator(':focus')).waitFor()
  await clerk.page.keyboard.press('Enter')
  await elsewhere.filter({ hasText: 'Aufgerufen' }).waitFor()

  await go(clerk, /Ist erschienen/)
  await go(clerk, /Fertig/)
  await elsewhere.filter({ hasText: 'frei' }).waitFor()
  await mine(clerk.page).getByText(`${ticket} Änne Großkopf ist fertig.`).waitFor()
})

test('who is sent on with a note is next at the other counter and at no other, before all who wait', { timeout: 120_000 }, async () => {
  const { clerk, colleague } = here
  const ticket = await walkIn(clerk, 'Weiter')
  await go(clerk, /Nächste Person aufrufen/)
  await go(clerk, /Ist erschienen/)
  const usual = await walkIn(colleague, 'Vorrang')
  await primary(clerk.page).filter({ hasText: 'Fertig' }).waitFor()
  await mine(clerk.page).getByRole('button', { name: 'Weiterleiten' }).press('Enter')
  const dialog = clerk.page.getByRole('dialog', { name: `${ticket} Weiter weiterleiten` })
  await dialog.getByRole('button', { name: /Wohin/ }).and(clerk.page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(clerk.page)).toEqual([])
  await chooseByKeys(clerk.page, 'Schalter 2')
  await clerk.page.keyboard.press('Tab')
  await chooseByKeys(clerk.page, 'Führungszeugnis beantragen')
  await clerk.page.keyboard.press('Tab')
  await clerk.page.keyboard.type('Ausweis liegt vor')
  await clerk.page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })

  const first = (page: Page): Locator => part(page, /^Wartende/).getByRole('listitem').first()
  await first(clerk.page).filter({ hasText: 'An Schalter 2 weitergeleitet, vor allen anderen' }).waitFor()
  await mine(clerk.page).locator('.mine__next').filter({ hasText: usual }).waitFor()
  await first(colleague.page).filter({ hasText: 'An Ihren Schalter weitergeleitet, vor allen anderen' }).filter({ hasText: 'von Schalter 1, Kerstin Wulf' }).waitFor()
  await go(colleague, /Nächste Person aufrufen/)
  await mine(colleague.page).getByRole('article').filter({ hasText: ticket }).filter({ hasText: 'Führungszeugnis beantragen' }).filter({ hasText: 'Ausweis liegt vor' }).waitFor()
  await go(colleague, /Ist erschienen/)
  await go(colleague, /Fertig/)
  await mine(colleague.page).getByText(`${ticket} Weiter ist fertig.`).waitFor()
  await part(clerk.page, /^Wartende/).getByRole('button', { name: `Mehr für ${usual} Vorrang` }).click()
  await clerk.page.getByRole('menuitem', { name: 'Nicht erschienen' }).click()
})

test('two counters call the same person at once: one has them, the other is told who was faster', { timeout: 120_000 }, async () => {
  const desks = [here.clerk, here.colleague]
  const ticket = await walkIn(here.clerk, 'Gleichzeitig')
  const buttons = await Promise.all(desks.map(async ({ page }) => {
    await primary(page).filter({ hasText: 'Nächste Person aufrufen' }).waitFor()
    return page.getByRole('button', { name: `${ticket} Gleichzeitig aufrufen` }).elementHandle()
  }))
  await Promise.all(buttons.map(button => button?.evaluate(element => (element as HTMLElement).click())))
  const has = ({ page }: SeatedPerson): Promise<number> => mine(page).getByRole('article').filter({ hasText: ticket }).count()
  const isTold = ({ page }: SeatedPerson): Promise<number> => mine(page).getByRole('alert').filter({ hasText: `${ticket} Gleichzeitig wurde gerade von` }).count()
  await expect.poll(async () => Promise.all(desks.map(async desk => `${await has(desk)} ${await isTold(desk)}`)).then(all => all.toSorted())).toEqual(['0 1', '1 0'])
  const winner = await has(here.clerk) ? here.clerk : here.colleague
  await primary(winner.page).filter({ hasText: 'Ist erschienen' }).waitFor()
  await mine(winner.page).getByRole('button', { name: 'Nicht erschienen' }).click()
  await mine(winner.page).getByText('ist nicht erschienen.').waitFor()
})

/** Opens the dialog from wherever the page is, and says what for. */
async function beginBooking({ page }: SeatedPerson): Promise<Locator> {
  await page.keyboard.press('Alt+y')
  const dialog = page.getByRole('dialog', { name: 'Termin buchen' })
  await dialog.getByRole('combobox', { name: 'Anliegen' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('pers')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { checked: true, name: /:/ }).waitFor()
  return dialog
}

const chosenIn = (dialog: Locator): Promise<string> => dialog.locator('.read-out__when').innerText()

test('a caller is given a time in at most 8 key presses besides typed text', { timeout: 120_000 }, async () => {
  const { page, toasts } = here.clerk
  await here.clerk.openView('Alle')
  // Alt+Y and Enter.
  let presses = 2
  const dialog = await beginBooking(here.clerk)
  const press = async (key: string): Promise<void> => {
    presses++
    await page.keyboard.press(key)
  }
  for (const typed of ['', 'Erna Wachtel', '03935 12345']) {
    await press('Tab')
    await page.keyboard.type(typed)
  }
  await press('Control+Enter')
  await toasts.getByText('Termin gebucht.').waitFor()
  await dialog.waitFor({ state: 'detached' })
  expect(presses).toBeLessThanOrEqual(8)
})

test('a time that somebody else takes meanwhile is told, everything typed stays, and the next best is booked', { timeout: 120_000 }, async () => {
  const { clerk, colleague } = here
  const slow = await beginBooking(colleague)
  await slow.getByLabel('Name').fill('Zu Spät')
  await colleague.page.keyboard.press('Escape')
  await slow.waitFor({ state: 'detached' })
  await colleague.page.keyboard.press('Alt+y')
  await slow.getByText('Hier steht noch eine angefangene Buchung.').waitFor()
  await slow.getByRole('radio', { checked: true, name: /:/ }).waitFor()

  const fast = await beginBooking(clerk)
  const wanted = await chosenIn(fast)
  await expect.poll(() => chosenIn(slow)).toBe(wanted)
  await slow.getByRole('button', { name: /Schalter/ }).click()
  const counter = / (Schalter \d) /.exec(wanted)?.[1] ?? ''
  await colleague.page.getByRole('option', { name: counter }).click()
  await fast.getByLabel('Name').fill('Schneller')
  await clerk.page.keyboard.press('Control+Enter')
  await fast.waitFor({ state: 'detached' })

  await slow.getByRole('alert').filter({ hasText: 'nicht mehr frei' }).waitFor()
  expect(await slow.getByLabel('Name').inputValue()).toBe('Zu Spät')
  expect(await chosenIn(slow)).not.toBe(wanted)
  await colleague.page.keyboard.press('Control+Enter')
  await colleague.toasts.getByText(/Zu Spät\./).waitFor()
  await slow.waitFor({ state: 'detached' })
})

test('two desks book the same time at once: one is told yes, the other no, with everything typed and another time', { timeout: 120_000 }, async () => {
  const desks = [here.clerk, here.colleague]
  const dialogs = await Promise.all(desks.map(async desk => {
    const dialog = await beginBooking(desk)
    await dialog.getByRole('button', { name: /Schalter/ }).click()
    await desk.page.getByRole('option', { name: 'Schalter 1' }).click()
    await dialog.locator('.read-out__when').filter({ hasText: 'Schalter 1' }).waitFor()
    await dialog.getByLabel('Name').fill('Zugleich')
    return dialog
  }))
  const times = (): Promise<string[]> => Promise.all(dialogs.map(chosenIn))
  await expect.poll(async () => new Set(await times()).size).toBe(1)
  const [wanted] = await times()
  await Promise.all(desks.map(({ page }) => page.keyboard.press('Control+Enter')))
  const open = (): Promise<number[]> => Promise.all(dialogs.map(dialog => dialog.count()))
  await expect.poll(open).toSatisfy((counts: readonly number[]) => counts.includes(0))
  const slower = desks[(await open()).indexOf(1)]
  const dialog = dialogs[(await open()).indexOf(1)]
  if (!slower || !dialog) throw new Error('both desks were told yes')
  await dialog.getByText('Diese Zeit ist gerade vergeben worden.').waitFor()
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Zugleich')
  expect(await chosenIn(dialog)).not.toBe(wanted)
  await slower.page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await slower.attentionButton.count()).toBe(0)
})

test('without a connection nobody is called and the screen says what can be done', { timeout: 120_000 }, async () => {
  const { page } = here.clerk
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Schalter' }).click()
  here.cable.off()
  await page.getByText('Keine Verbindung. Aufrufen und Zurücknehmen').waitFor()
  expect(await primary(page).count()).toBe(0)
  const dialog = await beginBooking(here.clerk)
  await dialog.getByLabel('Name').fill('Vorgemerkt')
  await page.keyboard.press('Control+Enter')
  await here.clerk.toasts.getByText('Termin vorgemerkt.').waitFor()
  here.cable.on()
  await page.getByText('Keine Verbindung. Aufrufen und Zurücknehmen').waitFor({ state: 'detached' })
  await here.clerk.transferred()
})

/** Takes somebody in for a certification, without a connection, and leaves the window open. */
async function takeInUnseen({ page }: SeatedPerson, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Ohne Termin aufnehmen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Anliegen' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('begl')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name (freiwillig)').fill(name)
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('Eine Nummer gibt es, sobald die Verbindung wieder da ist.').waitFor()
  return dialog
}

test('whoever was taken in without a connection and is refused later is told of where the clerk works, with everything typed', { timeout: 120_000 }, async () => {
  const { clerk: { page }, colleague: { page: lead } } = here
  here.cable.off()
  await page.getByText('Keine Verbindung. Aufrufen und Zurücknehmen').waitFor()
  await takeInUnseen(here.clerk, 'Gundula Fort')
  await page.keyboard.press('Escape')
  const open = await takeInUnseen(here.clerk, 'Hanno Hier')
  await lead.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Öffnungszeiten' }).click()
  await lead.getByRole('tab', { name: /^Ort, Schalter/ }).click()
  await lead.getByRole('button', { name: 'Ändern: Beglaubigung' }).click()
  await lead.getByRole('dialog').locator('label', { hasText: 'Wird angeboten' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click()
  await lead.getByRole('dialog').waitFor({ state: 'detached' })
  here.cable.on()

  await open.getByRole('alert').filter({ hasText: 'appointments/no-such-service' }).waitFor()
  await page.keyboard.press('Escape')
  await part(page, 'Nicht aufgenommen').locator('.callout').filter({ hasText: 'Hanno Hier' }).getByRole('button', { name: 'Noch einmal aufnehmen' }).press('Enter')
  expect(await open.getByLabel('Name (freiwillig)').inputValue()).toBe('Hanno Hier')
  await open.getByRole('button', { name: /Beglaubigung.* entfernen/ }).click()
  await open.getByRole('combobox', { name: 'Anliegen' }).focus()
  await page.keyboard.type('meld')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await open.locator('.taken-in__ticket').waitFor()
  await page.keyboard.press('Escape')

  const refused = part(page, 'Nicht aufgenommen')
  await refused.getByRole('button').and(page.locator(':focus')).waitFor()
  await refused.getByText(/^Nicht aufgenommen: Gundula Fort, Beglaubigung/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await refused.getByRole('button', { name: 'Noch einmal aufnehmen' }).press('Enter')
  expect(await open.getByLabel('Name (freiwillig)').inputValue()).toBe('Gundula Fort')
  await page.keyboard.press('Escape')
  await refused.getByRole('button', { name: 'Nicht mehr nötig' }).press('Enter')
  await refused.waitFor({ state: 'detached' })
  await page.locator('.refused:focus').waitFor({ state: 'attached' })
  expect(await here.clerk.attentionButton.count()).toBe(0)
})

test('nothing is found by axe, in light and dark and on 320 px', { timeout: 120_000 }, async () => {
  const { page } = here.clerk
  const dialog = await beginBooking(here.clerk)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Schalter' }).click()
  await walkIn(here.clerk, 'Jemand mit einem sehr langen Doppelnamen-Großkopf-Wachtelberg')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
})

test('no page has met an error', () => {
  expect([here.clerk, here.colleague].flatMap(({ problems }) => problems)).toEqual([])
})
