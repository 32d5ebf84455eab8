import { readFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { beginRun, addRows } from '../../shared/domains/notices/prepare-commands.ts'
import { setKind } from '../../shared/domains/notices/kind-commands.ts'
import { DepartmentId, derivedUuid, NoticeRunId } from '../../shared/ids.ts'
import { readPdf } from '../../service/domains/letters/testing.ts'
import type { CommandAnswer } from '../../shared/wire/commands.ts'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { httpDesk } from '../support/http-desk.ts'
import { noticeTable } from '../support/notice-table.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const LEAD = 'rene.schernikau'
const CLERK = 'ulrike.giese'
const RUN = 'Umlage für den Bau'

const here = townScene({ people: { clerk: { login: CLERK }, lead: { login: LEAD } } })

const { contents } = noticeTable({ notices: 4, seed: 20_261_123 })

/** The id of a command that has to be carried out. */
function applied(answer: CommandAnswer): CommandAnswer['id'] {
  if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer))
  return answer.id
}

/** A run of four notices in a department whose letters leave as soon as they are released. */
async function giveRun(): Promise<void> {
  const [lead, clerk] = await Promise.all([httpDesk(here.town.service, LEAD), httpDesk(here.town.service, CLERK)])
  const kind = { id: 'umlage-am-bau', title: 'Umlage', templateId: 'umlage-unterhaltung', ruleSetId: 'vwvfg', isColor: false, isDuplex: true, coolingMinutes: 0, holdDays: 0, offersMailbox: false, retentionYears: 10, active: true }
  applied(await lead.send(setKind, { departmentId: DepartmentId.parse('bau'), basedOn: null, ...kind }))
  const expected = { count: contents.length, totalCents: contents.reduce((sum, { totalCents }) => sum + totalCents, 0) }
  const begun = applied(await clerk.send(beginRun, { kindId: kind.id, title: RUN, source: { fileName: 'umlage.csv', sha256: '0'.repeat(64) }, mapping: {}, forAll: {}, expected }))
  applied(await clerk.send(addRows, { runId: NoticeRunId.parse(derivedUuid(begun, 'run')), first: 1, notices: [...contents] }))
}

const chosen = (page: Page) => page.getByRole('complementary', { name: 'Gewählter Bescheid' })

/** By keys alone once the notice is chosen. */
async function choosePrintingHere(page: Page, row: number): Promise<void> {
  await page.locator(`.grid [row-index="${row}"] [col-id="name"]`).click()
  const way = chosen(page).getByRole('button', { name: 'Versandweg' })
  await chosen(page).getByRole('heading', { name: contents[row]?.recipient.name ?? '' }).waitFor()
  await way.press('Enter')
  await page.getByRole('option', { name: 'Hier drucken' }).press('Enter')
  await way.filter({ hasText: 'Hier drucken' }).waitFor()
}

async function release(): Promise<void> {
  const { clerk, lead } = here
  await clerk.transferred()
  await clerk.page.getByRole('button', { name: 'Zur Freigabe geben' }).and(clerk.page.locator(':not([aria-disabled="true"])')).click()
  await clerk.page.getByRole('dialog').getByRole('textbox').and(clerk.page.locator(':focus')).waitFor()
  await clerk.page.keyboard.press('Enter')
  await clerk.page.getByText('Alle Briefe sind in Ordnung').waitFor()
  await lead.openView('Bescheide')
  await lead.page.getByRole('link', { name: `Ansehen und freigeben: ${RUN}` }).click()
  await lead.page.getByRole('button', { name: 'Freigeben', exact: true }).click()
  await lead.page.getByText('Versandwege: 2 mit der Post, 2 hier zu drucken.').waitFor()
  await lead.page.keyboard.type(String(contents.length))
  await lead.page.keyboard.press('Enter')
}

const saved = async (page: Page, button: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return readFile(await file.path())
}

test('what the town hall prints itself comes as one file with a cover sheet, is entered once, and stands with its proof among all deliveries', { timeout: 300_000 }, async () => {
  const { page, problems } = here.clerk
  await giveRun()
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: /^Bescheide/ }).click()
  await page.getByRole('link', { name: `Weiter prüfen: ${RUN}` }).click()
  await choosePrintingHere(page, 1)
  await choosePrintingHere(page, 2)
  await release()

  await page.getByRole('heading', { name: 'Hier drucken (2)' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const file = await saved(page, 'PDF speichern')
  const cover = (await readPdf(file)).texts.filter(({ page: place }) => place === 1).map(({ text }) => text).join(' ')
  expect([cover.includes('Stapel 1 von 1'), cover.includes(RUN)]).toEqual([true, true])
  expect((await PDFDocument.load(file)).getPageCount()).toBeGreaterThanOrEqual(6)

  await page.getByRole('button', { name: 'Als gedruckt und zur Post gegeben eintragen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Als gedruckt und zur Post gegeben eintragen' })
  await dialog.getByText('2 Briefe sind gedruckt').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('textbox').press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Hier drucken' }).waitFor({ state: 'detached' })
  await page.getByText('hier gedruckt und zur Post gegeben 2').waitFor()

  const csv = (await saved(page, 'Sollstellung als CSV')).toString('utf8')
  expect(contents.every(({ reference }) => csv.includes(reference))).toBe(true)
  await page.getByText('Zuletzt ausgegeben von').waitFor()
  await page.getByRole('button', { name: 'Sollstellung als CSV' }).click()
  await page.getByRole('alertdialog').getByText('Diese Beträge wurden schon ausgegeben').waitFor()
  await page.keyboard.press('Escape')
  await findDelivery(page)
  expect([...problems, ...here.lead.problems]).toEqual([])
})

async function findDelivery(page: Page): Promise<void> {
  const printed = contents[1]
  if (!printed) throw new Error('the table has too few notices')
  await here.clerk.openView('Bescheide')
  await page.getByRole('link', { name: 'Zustellungen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Zustellungen' }).waitFor()
  await page.getByLabel('Name, Kassen- oder Aktenzeichen, Briefnummer').fill(printed.reference)
  await page.getByText('1 Zustellung', { exact: true }).waitFor()
  const row = page.locator('.grid [row-index="0"]')
  await row.getByText('Hier gedruckt').first().waitFor()
  await row.locator('[col-id="name"]').click()
  const panel = page.getByRole('complementary', { name: 'Gewählte Zustellung' })
  await panel.getByText('Zur Post am').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const words = (await readPdf(await saved(page, 'Zustellnachweis speichern'))).texts.map(({ text }) => text).join(' ')
  expect([words.includes(`Zustellnachweis zum Bescheid ${printed.reference}`), words.includes('im Haus gedruckt und zur Post gegeben')]).toEqual([true, true])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect([await accessibilityFindings(page), await contrastFindings(page), await pageWidth(page)]).toEqual([[], [], 320])
}
