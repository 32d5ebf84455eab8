import { existsSync, readdirSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { chooseByKeys } from '../support/choose-by-keys.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' }, leaver: { login: 'uwe.brandt' } } })

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Finds somebody by their login, and opens them with Enter. */
async function openPerson(page: Page, login: string, name: string): Promise<void> {
  await page.getByLabel('Person suchen').fill(login)
  const row = page.locator('.grid [row-index="0"] [col-id="name"]').filter({ hasText: name })
  await row.waitFor()
  await page.locator('.grid [row-index="1"]').waitFor({ state: 'detached' })
  await row.click()
  await panel(page, name).waitFor()
}

test('somebody joins: added with a task, with a password for one sign-in that is shown once', { timeout: 240_000 }, async () => {
  const { page, problems, openView } = here.administrator
  await openView('Personen und Rechte')
  await page.getByRole('button', { name: 'Person aufnehmen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Person aufnehmen' })
  await dialog.getByLabel('Name', { exact: true }).fill('Jana Weiß')
  await page.keyboard.press('Enter')
  await dialog.getByText('Bitte geben Sie 2 bis 80 Zeichen ohne Leerzeichen ein.').waitFor()
  await dialog.getByLabel('Benutzername').fill('jana.weiss')
  await dialog.getByRole('button', { name: /Amt/ }).focus()
  await chooseByKeys(page, 'Ordnung, Sicherheit')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('Name', { exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const jana = panel(page, 'Jana Weiß')
  await jana.getByText('Sachbearbeitung Ordnung, Sicherheit und Gewerbe').waitFor()

  await jana.getByRole('button', { name: 'Einmal-Passwort geben' }).press('Enter')
  const password = page.getByRole('dialog', { name: 'Einmal-Passwort für Jana Weiß' })
  await password.getByRole('button', { name: 'Einmal-Passwort geben' }).press('Enter')
  expect(await password.locator('code').textContent()).toMatch(/^[a-z2-9]{6}(-[a-z2-9]{6}){2}$/)
  await password.getByRole('button', { name: 'Schließen' }).last().press('Enter')
  await jana.getByText('Einmal-Passwort, noch nicht benutzt').waitFor()
  expect(problems).toEqual([])
})

test('somebody moves to another department, and gets less and more by being changed', { timeout: 120_000 }, async () => {
  const { page } = here.administrator
  const jana = panel(page, 'Jana Weiß')
  await jana.getByRole('button', { name: 'Umsetzen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Jana Weiß umsetzen' })
  await dialog.getByRole('button', { name: /Neues Amt/ }).focus()
  await chooseByKeys(page, 'Bauen, Liegenschaften')
  await dialog.getByRole('button', { name: 'Umsetzen' }).press('Enter')
  await jana.getByText('Sachbearbeitung Bauen, Liegenschaften und Grünflächen').waitFor()
  await jana.getByRole('button', { name: 'Ändern' }).press('Enter')
  const change = page.getByRole('dialog', { name: 'Person ändern' })
  await change.getByLabel('Name', { exact: true }).fill('Jana Weiß-Kühn')
  await page.keyboard.press('Enter')
  await panel(page, 'Jana Weiß-Kühn').waitFor()
  expect(await panel(page, 'Jana Weiß-Kühn').getByRole('listitem').allTextContents()).toEqual(['Sachbearbeitung Bauen, Liegenschaften und Grünflächen'])
})

test('an administrator does to their own account what makes it less, and nothing else', { timeout: 60_000 }, async () => {
  const { page } = here.administrator
  await openPerson(page, 'lars.behrends', 'Lars Behrends')
  const oneself = panel(page, 'Lars Behrends')
  await oneself.getByText('Am eigenen Konto geht das nicht.', { exact: false }).first().waitFor()
  expect(await oneself.locator('button[aria-disabled]').allTextContents()).toEqual(['Einmal-Passwort geben', 'Scheidet aus'])
})

test('somebody leaves at once: their desk shows the sign-in and has nothing of the town left', { timeout: 240_000 }, async () => {
  const { page } = here.administrator
  await openPerson(page, 'uwe.brandt', 'Uwe Brandt')
  await panel(page, 'Uwe Brandt').getByRole('button', { name: 'Scheidet aus' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Uwe Brandt scheidet aus' })
  await dialog.getByRole('button', { name: /Nach einem letzten Tag/ }).focus()
  await chooseByKeys(page, 'Sofort')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Zugang sofort beenden' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await here.leaver.page.getByText('Für dieses Konto gibt es in dieser Stadt keinen Zugang.').waitFor({ timeout: 60_000 })
  const { profile } = here.leaver.desk
  await expect.poll(() => readdirSync(profile).filter(name => name.includes('.db')), { timeout: 60_000 }).toEqual([])
  expect(existsSync(profile)).toBe(true)
})

test('departments, computers and groups are gone through by keyboard', { timeout: 120_000 }, async () => {
  const { page, openView, problems } = here.administrator
  await openView('Personen und Rechte')
  await page.getByRole('tab', { name: 'Personen' }).focus()
  for (const [name, shown] of [['Ämter', 'Amt anlegen'], ['Geräte', 'sperren'], ['Gruppen', '']] as const) {
    await page.keyboard.press('ArrowRight')
    const part = page.getByRole('tabpanel', { name })
    await part.waitFor()
    if (shown) await part.getByRole('button', { name: shown }).first().waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
  }
  expect(problems).toEqual([])
})

test('who may what is read by person and by role, on narrow and dark screens too', { timeout: 120_000 }, async () => {
  const { page, openView, problems } = here.administrator
  await openView('Wer darf was')
  await page.getByRole('rowheader', { name: 'Vorgänge, Bescheide, Termine und Nachrichten lesen' }).waitFor()
  await page.getByRole('button', { name: /Alle Rollen/ }).focus()
  await chooseByKeys(page, 'Verwaltung des Systems')
  await page.getByRole('rowheader', { name: 'Person scheidet aus' }).waitFor()
  expect(await page.getByRole('rowheader', { name: 'Vorgänge, Bescheide, Termine und Nachrichten lesen' }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 640, height: 900 })
  expect(await pageWidth(page)).toBe(640)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  expect(problems).toEqual([])
})
