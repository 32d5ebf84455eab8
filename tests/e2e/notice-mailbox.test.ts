import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { sha256Hex } from '../../shared/canonical.ts'
import { setKind } from '../../shared/domains/notices/kind-commands.ts'
import { DepartmentId } from '../../shared/ids.ts'
import { accessibilityFindings, contrastFindings, newPage } from '../support/browser.ts'
import { httpDesk } from '../support/http-desk.ts'
import { noticeTable } from '../support/notice-table.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const LEAD = 'rene.schernikau'
const EMAIL = 'postfach@example.org'
const PATIENT = { timeout: 120_000 }

const here = townScene({ people: { clerk: { login: 'ulrike.giese' }, lead: { login: LEAD } } })

const Arrived = z.object({ messages: z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() })) })

/** What the town wrote to the citizen. */
const emails = async () => Arrived.parse(await (await fetch(new URL('messages.json', here.town.mail))).json()).messages.filter(({ to }) => to.includes(EMAIL))
const linkIn = (text: string | undefined): string => /http\S+\/portal\/notices\/[\w-]{43}/.exec(text ?? '')?.[0] ?? ''
const emailAbout = async (subject: string) => {
  await expect.poll(async () => (await emails()).filter(one => one.subject.startsWith(subject)).length, PATIENT).toBe(1)
  return (await emails()).find(one => one.subject.startsWith(subject))
}

/** A department that has one kind of notice, of which letters leave as soon as they are released and go to mailboxes, too. */
async function giveKind(): Promise<void> {
  const desk = await httpDesk(here.town.service, LEAD)
  const kind = { id: 'umlage-am-bau', title: 'Umlage am Bau', templateId: 'umlage-unterhaltung', ruleSetId: 'vwvfg', isColor: false, isDuplex: true, coolingMinutes: 0, holdDays: 0, offersMailbox: true, retentionYears: 10, active: true }
  expect(await desk.send(setKind, { departmentId: DepartmentId.parse('bau'), basedOn: null, ...kind })).toMatchObject({ kind: 'applied' })
}

/** Asks for a mailbox by keys alone, without a script, and confirms what the e-mail leads to. */
async function agree(citizen: Page, who: { readonly reference: string; readonly name: string }): Promise<string> {
  await citizen.goto(`${here.town.service}/portal/notices`)
  expect(await accessibilityFindings(citizen)).toEqual([])
  await citizen.getByLabel('Umlage am Bau').focus()
  await citizen.keyboard.press('Space')
  for (const typed of [who.reference, who.name, EMAIL]) {
    await citizen.keyboard.press('Tab')
    await citizen.keyboard.type(typed)
  }
  await citizen.keyboard.press('Enter')
  await citizen.getByRole('heading', { level: 1, name: 'Bitte sehen Sie in Ihr E-Mail-Postfach' }).waitFor()
  const link = linkIn((await emailAbout('Bitte bestätigen: Bescheide ins Postfach'))?.text)
  await citizen.goto(link)
  expect(await accessibilityFindings(citizen)).toEqual([])
  await citizen.getByRole('button', { name: 'Ja, ins Postfach statt mit der Post' }).press('Enter')
  await citizen.getByText('Alles erledigt: Ihr nächster Bescheid kommt hierher.').waitFor()
  return link
}

/** A table of three becomes a run that is checked, released and out of the house. */
async function sendRun(table: ReturnType<typeof noticeTable>): Promise<void> {
  const { clerk: { page }, lead } = here
  const file = join(here.town.folder, table.fileName)
  await writeFile(file, table.bytes)
  await here.clerk.openView('Bescheide')
  await page.getByRole('link', { name: 'Neuer Lauf' }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Datei wählen' }).click()])
  await chooser.setFiles(file)
  await page.getByRole('button', { name: /^Lauf vorbereiten/ }).click(PATIENT)
  const submit = page.getByRole('button', { name: 'Zur Freigabe geben' })
  await submit.and(page.locator(':not([aria-disabled="true"])')).click(PATIENT)
  await page.getByRole('dialog').getByRole('button', { name: 'Zur Freigabe geben' }).click()
  await page.getByText('Wartet auf Freigabe', { exact: true }).waitFor(PATIENT)
  await lead.openView('Bescheide')
  await lead.page.getByRole('link', { name: /^Ansehen und freigeben: Umlage/ }).click()
  await lead.page.getByRole('button', { name: 'Freigeben', exact: true }).click()
  await lead.page.getByRole('alertdialog').getByRole('textbox').fill(String(table.contents.length))
  await lead.page.keyboard.press('Enter')
  await lead.page.getByText('Alle Briefe sind übergeben.').waitFor(PATIENT)
}

test('a citizen agrees on the portal, is told by e-mail, opens the notice, and the desk knows from which day its period runs', { timeout: 400_000 }, async () => {
  const { clerk: { page, problems }, lead } = here
  await giveKind()
  const table = noticeTable({ notices: 3, seed: 7 })
  const [, mine] = table.contents
  if (!mine) throw new Error('the table has no second notice')
  const citizen = await newPage(here.browser)
  const link = await agree(citizen, { reference: mine.reference, name: mine.recipient.name.toUpperCase() })
  await sendRun(table)

  const told = await emailAbout('In Ihrem Postfach liegt etwas für Sie bereit')
  expect(linkIn(told?.text)).toBe(link)
  for (const secret of ['Umlage', 'Bescheid', mine.reference, mine.recipient.name]) expect(`${told?.subject} ${told?.text}`).not.toContain(secret)
  await citizen.goto(link)
  await citizen.getByText('Neu', { exact: true }).waitFor()
  expect(await accessibilityFindings(citizen)).toEqual([])
  await citizen.getByRole('button', { name: 'Bescheid öffnen' }).click()
  const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: /^Bescheid speichern/ }).click()])
  const kept: Buffer[] = []
  for await (const part of await download.createReadStream()) kept.push(Buffer.from(part as Uint8Array))
  await citizen.getByText(sha256Hex(Buffer.concat(kept))).waitFor()

  const panel = page.getByRole('complementary', { name: 'Gewählter Bescheid' })
  await page.getByLabel('Name oder Kassenzeichen').fill(mine.reference)
  await page.locator('.grid [row-index="0"]').filter({ hasText: 'Im Postfach geöffnet' }).click()
  await panel.getByText(/im Postfach bereitgestellt und am .* abgerufen; bekannt gegeben am Tag danach/).waitFor()
  expect([...problems, ...lead.problems]).toEqual([])
  await citizen.context().close()
})

test('office staff enter an agreement from paper, find it and withdraw it, by keys and in a small dark window', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await here.lead.openView('Bescheide')
  await page.getByRole('link', { name: 'Postfach statt Post' }).click()
  await page.getByRole('heading', { level: 1, name: 'Postfach statt Post' }).waitFor()
  await page.getByRole('button', { name: 'Zustimmung eintragen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Zustimmung eintragen' })
  await dialog.getByLabel('Kassenzeichen').fill('70.2025.09999')
  await page.keyboard.press('Enter')
  await dialog.getByText('Bitte ausfüllen.').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('Name').fill('Gerda Wiesenthal')
  await dialog.getByLabel('E-Mail').fill('gerda@example.org')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByLabel('Name, Kassenzeichen oder E-Mail').fill('70 2025 09999')
  const row = page.getByRole('row').filter({ hasText: 'Gerda Wiesenthal' })
  await row.getByText('gilt', { exact: true }).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect([await accessibilityFindings(page), await contrastFindings(page), await pageWidth(page)]).toEqual([[], [], 320])
  await page.setViewportSize({ width: 1280, height: 800 })
  await row.getByRole('button', { name: /^Widerrufen/ }).press('Enter')
  await page.getByRole('alertdialog', { name: 'Wieder mit der Post?' }).getByRole('button', { name: 'Widerrufen' }).press('Enter')
  await row.getByText(/^widerrufen am/).waitFor()
  // The button that was pressed is gone: the keys go on from the screen, not from the window's beginning.
  await page.locator('section.screen:focus').waitFor()
})
