import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ rows: 300, people: { lead: { login: 'petra.lindner' } } })

const bar = () => here.lead.page.getByRole('region', { name: 'Sammelbearbeitung' })

const focusInList = () => here.lead.page.locator('.grid .ag-cell:focus')

/** From the search field into the list, as a person without a mouse goes. */
async function intoTheList(): Promise<void> {
  await here.lead.page.keyboard.press('Alt+S')
  await here.lead.page.keyboard.press('Enter')
  await here.lead.page.locator('.grid .ag-cell-focus').waitFor()
}

/** How many cases the heading says there are. */
const listLength = async (): Promise<number> => Number((await here.lead.page.locator('.list__count').textContent())?.replace(/\D/g, ''))

test('cases are marked by keyboard, one by one, on the way down, or the whole list at once', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await here.lead.openView('Alle')
  await page.locator('.grid [row-index="3"]').first().waitFor()
  await intoTheList()
  await page.keyboard.press('Space')
  await bar().getByText('1 Vorgang ausgewählt').waitFor()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await bar().getByText('3 Vorgänge ausgewählt').waitFor()
  expect(await page.locator('.grid__mark input:checked').count()).toBe(3)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await bar().getByText('ausgewählt').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+a')
  await bar().getByText(`${await listLength()} Vorgänge ausgewählt`).waitFor()
})

test('a tag goes on every case of the list, each with its own result', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  await bar().getByRole('button', { name: 'Schlagwörter …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Hinzufügen' }).fill('Messe')
  await page.keyboard.press('Enter')
  await dialog.locator('.tag', { hasText: 'Messe' }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await focusInList().waitFor()
  await bar().getByText('fertig').waitFor({ timeout: 120_000 })
  await bar().getByRole('button', { name: 'Ergebnis ansehen' }).click()
  await dialog.getByText('Erledigt (').waitFor()
  expect(await dialog.getByText('Erledigt (').textContent()).toBe(`Erledigt (${await listLength()})`)
  await page.keyboard.press('Escape')
  await bar().getByRole('button', { name: 'Schließen' }).click()
  await focusInList().waitFor()
})

test('what is not possible for some is said for each and holds up nobody; the result can be kept', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  await intoTheList()
  await page.keyboard.press('Control+a')
  await bar().getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Übernehmen' }).click()
  await bar().getByText(/nicht möglich.*fertig/).waitFor({ timeout: 120_000 })
  await bar().getByRole('button', { name: 'Ergebnis ansehen' }).click()
  await page.getByRole('dialog').getByText(/Der Vorgang (steht auf|ist schon übernommen)/).first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Als CSV speichern' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines[0]).toBe('\u{FEFF}Aktenzeichen;Betreff;Antragsteller;Ergebnis;Grund')
  expect(lines.length).toBe((await listLength()) + 1)
  await page.keyboard.press('Escape')
})

test('the list as it stands becomes a file', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.getByRole('button', { name: 'Ausgeben' }).click()
  await page.getByRole('dialog').getByText('CSV (Textdatei)').click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Datei erstellen' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(file.suggestedFilename()).toMatch(/^vorgaenge-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(lines[0]).toMatch(/^\u{FEFF}Status;Betreff;Antragsteller;/u)
  expect(lines.length).toBe((await listLength()) + 1)
  await page.getByRole('dialog').getByText('liegt bei Ihren Downloads').waitFor()
  await page.keyboard.press('Escape')
})

test('a case is laid back, given to a colleague and ended, by chords alone', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  await page.keyboard.press('Escape')
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Abendrot' })
  await here.lead.openCase(applicationId)
  const handling = page.getByRole('region', { name: 'Bearbeitung', exact: true })
  await page.keyboard.press('Alt+W')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '+1 Woche' }).click()
  await dialog.getByLabel('Wozu?').fill('Police nachsehen')
  await page.keyboard.press('Enter')
  await handling.getByText(/Wiedervorlage am/).waitFor()
  await here.lead.history.getByText(/Wiedervorlage am .*: Police nachsehen/).waitFor()

  await page.keyboard.press('Alt+Z')
  await dialog.getByRole('combobox').fill('Olaf')
  await page.getByRole('option', { name: /Olaf Hesse.*offen/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Zuweisen' }).click()
  await here.lead.history.getByText('Petra Lindner hat zugewiesen: Olaf Hesse').waitFor()

  await page.keyboard.press('Alt+B')
  await dialog.getByText('Antrag zurückgenommen').click()
  await dialog.getByLabel('Grund, den der Bürger liest').fill('Ihr Anruf von heute')
  await page.keyboard.press('Control+Enter')
  await page.locator('.case__bar').getByText('Beendet').waitFor()
  await here.lead.history.getByText('Antrag zurückgenommen: Ihr Anruf von heute').waitFor()
  await here.lead.transferred()
  expect(here.lead.problems).toEqual([])
})
