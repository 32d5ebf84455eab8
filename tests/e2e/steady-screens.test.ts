import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { showCase } from '../support/browser.ts'
import { statusWith } from '../support/demo-core.ts'
import { demoScene } from '../support/scene.ts'
import { attentionExample, caseWhere, enter, newCaseComesIn, refusedCapture, resetDesk } from '../support/screens.ts'

const here = demoScene(900)
let page: Page

beforeEach(async () => {
  resetDesk(here.server.desk)
  enter(here.server.desk)
  page = await here.open()
  await rowsRead()
})

afterEach(() => page.context().close())

/** Rows stand in the list, not only the place for one that is still being read. */
const rowsRead = (): Promise<void> => page.locator('.ag-row [col-id="reference"]', { hasText: 'TGH-' }).first().waitFor()

/** A busy machine is slow, and slow is not wrong. */
const PATIENT = { timeout: 15_000 }

interface Sight {
  readonly reference: string
  readonly top: number
}

/** The reference and the height on the screen of the first whole row in sight. */
async function firstInSight(): Promise<Sight> {
  const found = await page.evaluate(() => {
    const head = document.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? 0
    const rows = [...document.querySelectorAll('.ag-row')].map(row => ({ row, top: Math.round(row.getBoundingClientRect().top) }))
    const first = rows.filter(({ top }) => top >= Math.floor(head)).toSorted((one, other) => one.top - other.top)[0]
    return first && { reference: first.row.querySelector('[col-id="reference"]')?.textContent ?? '', top: first.top }
  })
  if (!found?.reference) throw new Error('no row is in sight')
  return found
}

const focusedReference = (): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('.ag-row')?.querySelector('[col-id="reference"]')?.textContent ?? undefined)

const scrollList = (top: number): Promise<void> => page.evaluate(to => document.querySelector('.ag-grid-viewport')?.scrollTo(0, to), top)

test('a new case comes into sight at the top of the list', async () => {
  const { top } = await firstInSight()
  const { reference } = newCaseComesIn(here.server.desk)
  await page.getByText(reference).waitFor()
  await expect.poll(firstInSight, PATIENT).toEqual({ reference, top })
})

test('a case with a new message stands out only as long as the message is unread', async () => {
  const { desk } = here.server
  const arrived = newCaseComesIn(desk)
  const weight = async () => page.locator('.ag-row', { hasText: arrived.reference }).locator('[col-id="subject"]').evaluate(cell => getComputedStyle(cell).fontWeight)
  await expect.poll(weight, PATIENT).toBe('400')
  for (const [unreadMessages, expected] of [[1, '600'], [0, '400']] as const) {
    desk.rows.applications.set(arrived.id, { ...arrived, unreadMessages })
    desk.changes.tell({ tables: ['applications'], ids: [arrived.id] })
    await expect.poll(weight, PATIENT).toBe(expected)
  }
})

test('further down, new cases move nothing that a person looks at', async () => {
  await scrollList(9_000)
  await page.getByText('TGH-2026-000640').waitFor()
  const before = await firstInSight()
  const total = here.server.desk.rows.applications.size
  newCaseComesIn(here.server.desk)
  newCaseComesIn(here.server.desk)
  await page.getByText(`${total + 2} Vorgänge`, { exact: true }).waitFor()
  await expect.poll(firstInSight, PATIENT).toEqual(before)
})

test('coming back from a case is coming back to its row, at the same height', async () => {
  await scrollList(7_200)
  await page.getByText('TGH-2026-000690').waitFor()
  const before = await firstInSight()
  await page.getByText(before.reference).click()
  await page.getByRole('heading', { name: 'Entscheidung' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(focusedReference, PATIENT).toBe(before.reference)
  await expect.poll(firstInSight, PATIENT).toEqual(before)
})

test('after a reload in a case, Esc leads to its row in the list, also where the rows come last of all', async () => {
  const far = caseWhere(here.server.desk, { number: 40 })
  await page.goto(`${here.server.url}#/applications/${far.id}?view=all`)
  const rows = Promise.withResolvers<void>()
  here.server.desk.listsHeld = rows.promise
  await page.reload()
  await page.getByRole('heading', { name: 'Entscheidung' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => here.server.desk.located, PATIENT).toBeGreaterThan(0)
  await page.evaluate(frames, 60)
  rows.resolve()
  await expect.poll(focusedReference, PATIENT).toBe(far.reference)
})

/** Runs in the page: so many frames have been drawn. */
const frames = (count: number): Promise<void> => new Promise(resolve => {
  const next = (left: number): void => (left > 0 ? void requestAnimationFrame(() => next(left - 1)) : resolve())
  next(count)
})

test('Alt+Page Down goes through the cases in the order of the list', async () => {
  const [first, second] = [...here.server.desk.rows.applications.values()]
    .filter(({ assigneeName, status }) => assigneeName === 'Katrin Sommer' && status !== 'decided')
    .map(({ reference }) => reference)
    .toReversed()
  const shown = (): Promise<string | null> => page.locator('.case__reference').textContent()
  await page.keyboard.press('Alt+2')
  await page.getByRole('heading', { name: 'Meine' }).waitFor()
  await page.getByText(first ?? '').click()
  await expect.poll(shown, PATIENT).toContain(first)
  await page.keyboard.press('Alt+PageDown')
  await expect.poll(shown, PATIENT).toContain(second)
  await page.keyboard.press('Alt+PageUp')
  await expect.poll(shown, PATIENT).toContain(first)
})

test('unsent text survives leaving the case, locking the desk and a reload', async () => {
  const own = caseWhere(here.server.desk, { status: 'in-progress', assigneeName: 'Katrin Sommer' })
  const openOwn = (): Promise<void> => showCase(page, own.id)
  await openOwn()
  await page.getByLabel('Kommentar oder Vermerk').fill('Rückruf am Montag')
  await page.getByLabel('Nachricht', { exact: true }).fill('Guten Tag, bitte')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await rowsRead()
  await expect.poll(() => JSON.stringify(here.server.desk.preferences.get(`draft:${own.id}`)), PATIENT).toContain('Guten Tag, bitte')
  await page.keyboard.press('Alt+l')
  await page.getByLabel('PIN').fill('824613')
  await page.keyboard.press('Enter')
  await rowsRead()
  await page.reload()
  await openOwn()
  await expect.poll(() => page.getByLabel('Kommentar oder Vermerk').inputValue(), PATIENT).toBe('Rückruf am Montag')
  await expect.poll(() => page.getByLabel('Nachricht', { exact: true }).inputValue(), PATIENT).toBe('Guten Tag, bitte')
})

test('nothing personal is left in the page of a locked desk, and nothing of the last person for the next', async () => {
  const shown = await page.locator('.ag-cell[col-id="applicantName"]').first().textContent()
  await page.locator('#list-search').fill('Großkopf')
  await page.keyboard.press('Alt+l')
  await page.getByRole('heading', { name: 'Arbeitsplatz gesperrt' }).waitFor()
  const left = await page.content()
  expect([left.includes(shown ?? '?'), left.includes('Großkopf')]).toEqual([false, false])
  here.server.desk.session.tell({ kind: 'signed-out', offlineUnlock: null, problem: null })
  await page.getByRole('heading', { name: 'Guten Tag.' }).waitFor()
  enter(here.server.desk, 3)
  await rowsRead()
  expect(await page.locator('#list-search').inputValue()).toBe('')
})

test('the columns stay as a person arranged them', async () => {
  await page.getByRole('button', { name: 'Spalten' }).click()
  await page.getByRole('option', { name: 'Leistung' }).click()
  await page.getByRole('option', { name: 'Frist' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Antragsteller' }).click()
  await page.locator('.ag-header-cell[aria-sort="ascending"]').waitFor()
  await expect.poll(() => JSON.stringify(here.server.desk.preferences.get('applications.list.columns')), PATIENT).toContain('"asc"')
  await page.reload()
  await rowsRead()
  const shown = async () => [
    await page.getByRole('columnheader', { name: 'Leistung' }).count(), await page.getByRole('columnheader', { name: 'Frist' }).count(),
    await page.locator('.ag-header-cell[col-id="applicantName"]').getAttribute('aria-sort'),
  ]
  await expect.poll(shown, PATIENT).toEqual([1, 0, 'ascending'])
})

test('a broken link to the program is told, nothing is pretended to be saved, and it mends itself', async () => {
  const free = caseWhere(here.server.desk, { status: 'received' })
  await showCase(page, free.id)
  await page.getByRole('button', { name: 'Übernehmen' }).waitFor()
  here.server.refuse(true)
  here.server.cut()
  await page.getByText('Verbindung zum Programm unterbrochen.').waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByText('Nicht gespeichert').waitFor()
  expect(here.server.desk.rows.applications.get(free.id)?.status).toBe('received')
  here.server.refuse(false)
  await page.getByText('Verbindung zum Programm unterbrochen.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByText('Sie bearbeiten diesen Vorgang.').waitFor()
})

test('what was refused shows the person their own words until they have settled it', async () => {
  const about = attentionExample(here.server.desk)
  await page.getByRole('button', { name: 'Klärung nötig' }).click()
  const dialog = page.getByRole('dialog', { name: 'Klärung nötig' })
  await dialog.getByText('Der Nachweis fehlt trotz Erinnerung.').waitFor()
  expect(await dialog.getByRole('row').allTextContents()).toEqual(['AngabeAls Sie es bearbeitet habenJetzt', 'StatusIn BearbeitungEingegangen'])
  await dialog.getByRole('button', { name: 'Vorgang ansehen' }).click()
  await page.getByRole('heading', { name: about.subject }).waitFor()
  await page.keyboard.press('Alt+k')
  await dialog.getByRole('button', { name: 'Zur Kenntnis nehmen' }).click()
  await page.getByRole('button', { name: 'Klärung nötig' }).waitFor({ state: 'detached' })
})

test('what was taken down on a form that has changed goes back into the form, unless another one lies there', async () => {
  const begun = { applicationId: '0192a000-0000-7000-8000-00000000beef', serviceId: null, formVersion: null, channel: 'paper', receivedOn: '1.11.2026', typed: {} }
  here.server.desk.preferences.set('capture-draft', begun)
  refusedCapture(here.server.desk, { lastName: 'Geyersbach', dogName: 'Wotan' })
  const putBack = async (): Promise<void> => {
    await page.keyboard.press('Alt+k')
    const dialog = page.getByRole('dialog', { name: 'Klärung nötig' })
    await dialog.getByRole('button', { name: 'Im Formular weiterbearbeiten' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Antrag aufnehmen' }).waitFor()
  }
  await putBack()
  await page.getByText('In der Aufnahme liegt schon ein angefangener Antrag.').waitFor()
  expect([here.server.desk.preferences.get('capture-draft'), here.server.desk.attention.length]).toEqual([begun, 1])

  here.server.desk.preferences.delete('capture-draft')
  await putBack()
  await expect.poll(() => page.locator('[data-field="lastName"] input').inputValue(), PATIENT).toBe('Geyersbach')
  expect(await page.getByLabel('Tag des Eingangsstempels').inputValue()).toBe('20.11.2026')
  await page.getByText('Das Formular hat inzwischen eine neue Fassung').waitFor()
  expect(here.server.desk.attention).toEqual([])
})

test('a suggestion from the head of a case is about its service, and leads back to where it began', async () => {
  const about = caseWhere(here.server.desk, { status: 'in-progress' })
  await showCase(page, about.id)
  const button = page.getByRole('button', { name: 'Vorschlag zu dieser Leistung' })
  await button.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Vorschlag machen' })
  expect(await dialog.getByRole('radio', { name: /^Leistung: / }).isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => button.evaluate(element => element === document.activeElement), PATIENT).toBe(true)
})

test('an approval without a connection is shown as reserved', async () => {
  enter(here.server.desk, 3)
  here.server.desk.status.tell(statusWith({ connection: 'offline' }))
  const proposed = caseWhere(here.server.desk, { status: 'proposed', assigneeName: 'Katrin Sommer' })
  await showCase(page, proposed.id)
  await page.getByRole('button', { name: 'Freigeben' }).waitFor()
  await page.keyboard.press('Alt+Enter')
  await page.getByText('Ohne Verbindung wird die Freigabe vorgemerkt').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await page.getByRole('region', { name: 'Entscheidung' }).getByText('Freigabe vorgemerkt').waitFor()
  expect(await page.locator('.verdict__tentative').textContent()).toBe('vorgemerkt')
})

test('a file is shown only where the page can draw it; any other is only saved', async () => {
  const withFiles = caseWhere(here.server.desk, { attachmentCount: 3 })
  const scan = [...here.server.desk.rows.attachments.values()].find(({ applicationId, filename }) => applicationId === withFiles.id && filename.endsWith('.pdf'))
  if (!scan) throw new Error('the demo case has no PDF')
  here.server.desk.rows.attachments.set(scan.id, { ...scan, filename: 'Lageplan.tiff', mediaType: 'image/tiff' })
  await showCase(page, withFiles.id)
  await page.getByRole('button', { name: 'Lageplan.tiff herunterladen' }).waitFor()
  expect(await page.getByRole('button', { name: 'Lageplan.tiff', exact: true }).count()).toBe(0)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lageplan.tiff herunterladen' }).click()])
  expect(download.suggestedFilename()).toBe('Lageplan.tiff')
  await page.getByRole('button', { name: 'Übernahmevertrag.txt', exact: true }).click()
  await page.getByRole('dialog').getByText('Das Tierheim Stendal übergibt').waitFor()
})

test('the language of the page changes with the choice, and stays', async () => {
  await page.getByRole('button', { name: 'Katrin Sommer' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'All', exact: true }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { name: 'All', exact: true }).waitFor()
})
