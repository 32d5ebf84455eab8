import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends', isOverCable: true }, clerk: { login: 'katrin.sommer' } } })

const CREST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20T0 28z" style="fill:#a4121f"/><script>alert(1)</script></svg>'

test('an administrator gives the town its crest and colour, and citizens see them', { timeout: 120_000 }, async () => {
  const { page, problems } = here.administrator
  await page.getByRole('link', { name: 'Einrichtung' }).click()
  const colour = page.getByLabel('Farbe der Stadt')
  await colour.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('listitem').filter({ hasText: 'Wappen und Farbe – offen' }).waitFor()

  await colour.fill('#ffe680')
  await page.getByText('Nehmen Sie eine dunklere.').waitFor()
  await page.getByText('höchstens 512 KB', { exact: false }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'wappen.png', mimeType: 'image/png', buffer: Buffer.alloc(512 * 1024 + 1) })
  await page.getByRole('alert').filter({ hasText: 'Es darf höchstens 512 KB haben' }).waitFor()
  expect(await page.getByRole('img', { name: /Wappen von/ }).count()).toBe(0)
  await page.locator('input[type=file]').setInputFiles({ name: 'wappen.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(CREST) })
  await page.getByRole('img', { name: /Wappen von/ }).waitFor()
  await colour.fill('#7a1f5c')
  await colour.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Wappen und Farbe – erledigt' }).waitFor()
  expect(await (await fetch(`${here.town.service}/portal/town.css`)).text()).toContain('--accent: #7a1f5c')
  const crest = await fetch(`${here.town.service}/portal/crest`)
  expect([crest.headers.get('content-type'), crest.headers.get('content-security-policy')]).toEqual(['image/svg+xml', expect.stringContaining('sandbox')])
  expect(await crest.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20T0 28z" fill="#a4121f"></path></svg>')

  const citizen = await page.context().newPage()
  await Promise.all([citizen.waitForResponse(response => response.url().endsWith('/portal/crest') && response.ok()), citizen.goto(`${here.town.service}/portal`)])
  await citizen.close()

  await page.reload()
  await page.getByRole('heading', { name: 'Schritt 6 von 7: Probe-E-Mail' }).waitFor()
  await page.getByRole('button', { name: 'Wappen und Farbe' }).click()
  await page.getByRole('img', { name: /Wappen von/ }).waitFor()
  expect(await colour.inputValue()).toBe('#7a1f5c')
  await page.setViewportSize({ width: 320, height: 720 })
  expect(await pageWidth(page)).toBe(320)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  expect(problems).toEqual([])
})

test('by keyboard a department, somebody in it and a test e-mail are added, and the guide says what is left', { timeout: 120_000 }, async () => {
  const { page, problems } = here.administrator
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: 'Ämter – erledigt' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Schritt 2 von 7: Ämter')
  const department = page.getByLabel('Name des Amts')
  await department.press('Enter')
  await page.getByText('Schreiben Sie, wie das Amt heißt.').waitFor()
  await department.fill('Kulturamt')
  await department.press('Enter')
  await page.getByRole('listitem').filter({ hasText: /^Kulturamt$/ }).waitFor()
  await department.fill('kulturamt')
  await department.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'gibt es schon' }).waitFor()

  await page.getByRole('button', { name: 'Weiter: Personen' }).press('Enter')
  const name = page.getByLabel('Vor- und Nachname')
  await name.fill('Jana Weiß')
  await name.press('Enter')
  await page.getByText('Wählen Sie ein Amt.').waitFor()
  await page.getByLabel('Benutzername').fill('jana.weiss')
  await page.getByRole('button', { name: /Amt/ }).filter({ hasText: 'Bitte wählen' }).press('Enter')
  await page.getByRole('option', { name: 'Kulturamt' }).press('Enter')
  await page.getByRole('button', { name: 'Weitere Aufgabe' }).press('Enter')
  const second = page.getByRole('group', { name: 'Aufgabe 2' })
  expect(await second.getByRole('button', { name: /Aufgabe/ }).first().evaluate(button => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Ärztlicher Dienst' }).press('Enter')
  await second.getByRole('button', { name: /Amt/ }).press('Enter')
  await page.getByRole('option', { name: 'Kulturamt' }).press('Enter')
  await name.press('Enter')
  await page.getByText('Das Konto von Jana Weiß (jana.weiss) ist angelegt.').waitFor()
  expect(await page.locator('.town-setup__note code').textContent()).toMatch(/^[\w-]{20}$/)
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Probe-E-Mail – offen' }).press('Enter')
  await page.getByLabel('Ihre E-Mail-Adresse').fill('lars@example.org')
  await page.getByLabel('Ihre E-Mail-Adresse').press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Probe-E-Mail – erledigt' }).waitFor()
  await page.getByRole('heading', { name: 'Noch ein Schritt' }).waitFor()
  expect(problems).toEqual([])
})

test('without the service the guide stays as it was last seen, with the reason above it, and goes on with the link', { timeout: 120_000 }, async () => {
  const { page } = here.administrator
  here.cable.off()
  const areas = page.getByRole('navigation', { name: 'Bereiche' })
  await areas.getByRole('link', { name: 'Briefe' }).click()
  await areas.getByRole('link', { name: 'Einrichtung' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'sync/service-away' })
  await alert.waitFor()
  expect(await page.getByRole('heading', { name: 'Noch ein Schritt' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Ämter – erledigt' }).click()
  await page.getByRole('listitem').filter({ hasText: /^Kulturamt$/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  here.cable.on()
  await alert.waitFor({ state: 'detached' })
})

test('nobody else has the page', async () => {
  expect(await here.clerk.page.getByRole('link', { name: 'Einrichtung' }).count()).toBe(0)
})
