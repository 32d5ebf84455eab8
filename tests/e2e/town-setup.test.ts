import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' }, clerk: { login: 'katrin.sommer' } } })

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
  await page.locator('input[type=file]').setInputFiles({ name: 'wappen.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(CREST) })
  await page.getByRole('img', { name: /Wappen von/ }).waitFor()
  await colour.fill('#7a1f5c')
  await colour.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Wappen und Farbe – erledigt' }).waitFor()
  expect(await (await fetch(`${here.town.service}/portal/town.css`)).text()).toContain('--accent: #7a1f5c')
  const crest = await fetch(`${here.town.service}/portal/crest`)
  expect([crest.headers.get('content-type'), crest.headers.get('content-security-policy')]).toEqual(['image/svg+xml', expect.stringContaining('sandbox')])
  expect(await crest.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20T0 28z" fill="#a4121f"></path></svg>')

  await page.reload()
  await page.getByRole('img', { name: /Wappen von/ }).waitFor()
  expect(await colour.inputValue()).toBe('#7a1f5c')
  await page.setViewportSize({ width: 320, height: 720 })
  expect(await pageWidth(page)).toBe(320)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  expect(problems).toEqual([])
})

test('nobody else has the page', async () => {
  expect(await here.clerk.page.getByRole('link', { name: 'Einrichtung' }).count()).toBe(0)
})
