import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'silke.bartels', isOverCable: true } } })

test('a message is written by the keyboard alone; what was wished without a connection asks again, and nothing goes by itself', { timeout: 240_000 }, async () => {
  const { clerk, cable } = here
  const { page } = clerk
  await clerk.openView('Meldungen')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Neue Meldung' }).press('Enter')
  await page.getByRole('searchbox', { name: 'Ereignis oder Thema suchen' }).fill('Brand')
  await page.getByRole('menuitem', { name: 'Brand mit Rauch' }).waitFor()
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: 'Meldung schreiben' }).waitFor()
  await page.keyboard.press('Control+Enter')
  const left = page.getByRole('region', { name: 'Noch zu tun' })
  await left.getByRole('button', { name: 'Ort fehlt noch im Text.' }).click()
  await page.keyboard.type('Lüderitz')
  await page.keyboard.press('Tab')
  await page.keyboard.type('20:15')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Böschung am Bahnhof')
  await left.getByText('Es fehlt nichts.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Überschrift (Deutsch)' }).inputValue()).toContain('Lüderitz')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await contrastFindings(page)).toEqual([])

  const short = page.getByRole('textbox', { name: 'Kurz, für SMS und Push (Deutsch)' })
  await short.fill('Brand in „Lüderitz“: Fenster zu.')
  await page.getByRole('button', { name: 'Alle ersetzen' }).first().press('Enter')
  expect(await short.inputValue()).toBe('Brand in "Lüderitz": Fenster zu.')

  cable.off()
  await clerk.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
  await short.fill('Brand in Lüderitz: Fenster zu.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Sobald wieder Verbindung besteht, werden Sie gefragt.').waitFor()
  cable.on()
  await clerk.transferred()
  await page.getByText(/^Ohne Verbindung vorgemerkt von Silke Bartels, .+\.$/).waitFor()
  await page.getByText('Es wurde nichts gesendet. Stimmt der Text noch?').waitFor()
  expect(await page.getByRole('heading', { name: 'Meldung schreiben' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Jetzt zur Freigabe geben' }).press('Enter')
  await page.getByText('Wartet auf die zweite Person').waitFor()
  await page.getByText('Brand in Lüderitz: Fenster zu.', { exact: true }).waitFor()
})
