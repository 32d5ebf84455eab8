import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId } from '../../shared/domains/appointments/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import { testService, type TestService } from '../../service/testing.ts'
import { accessibilityFindings, launchBrowser, newPage } from '../support/browser.ts'
import { pageWidth } from '../support/screens.ts'

let service: TestService
let page: Page
let end = async (): Promise<void> => undefined

beforeAll(async () => {
  service = await testService()
  await service.change([{ table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'appointment_services', row: aService() }])
  await service.listen()
  const browser = await launchBrowser()
  end = async () => {
    await browser.close()
    await service.close()
  }
  page = await newPage(browser)
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (this: OscillatorNode, ...at) {
      document.documentElement.dataset['tones'] = String(Number(document.documentElement.dataset['tones'] ?? 0) + 1)
      start.apply(this, at)
    }
  })
  const { url } = (await service.app.inject({ url: `/v1/places/${aPlace().id}/display`, headers: await service.bearer('lead.ordnung') })).json<{ url: string }>()
  await page.goto(url)
})
afterAll(() => end())

const tones = (): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['tones'] ?? 0))

/** Somebody is called a minute later than the one before. */
async function call(ticket: string): Promise<void> {
  service.clock.move(60_000)
  const now = instantFromMs(service.clock.nowMs())
  await service.change([{ table: 'appointments', row: anAppointment({ channel: 'walk-in', resourceId: null, startsAt: now, ticket, status: 'called', waitingSince: now, calledAt: now, counterId: counterId(1) }) }])
  await page.locator('.newest').getByText(ticket, { exact: true }).waitFor()
}

test('a call appears by itself, is said, and is heard once somebody has switched the sound on', { timeout: 60_000 }, async () => {
  await page.getByText('Bitte warten Sie').waitFor()
  await call('W001')
  expect(await page.getByRole('status').innerText()).toBe('W001, Schalter 1')
  expect(await tones()).toBe(0)
  await page.getByRole('button', { name: 'Ton einschalten' }).click()
  const tried = await tones()
  expect(tried, 'whoever switches it on hears it').toBeGreaterThan(0)
  await call('W002')
  expect(await tones()).toBeGreaterThan(tried)
})

test('it tells since when it has no connection, and goes on by itself', { timeout: 60_000 }, async () => {
  await page.route('**/board', route => route.abort())
  await page.getByRole('alert').getByText(/^Keine Verbindung seit \d\d:\d\d Uhr/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.unroute('**/board')
  await page.getByRole('alert').waitFor({ state: 'hidden' })
  await call('W003')
})

test('an address that was taken back shows no number any more, and says so', { timeout: 60_000 }, async () => {
  const renewed = await service.app.inject({ method: 'POST', url: `/v1/places/${aPlace().id}/display`, headers: await service.bearer('lead.ordnung'), payload: {} })
  await page.getByRole('alert').getByText('Diese Adresse gilt nicht mehr.').waitFor()
  expect(await page.locator('.ticket').count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.goto(renewed.json<{ url: string }>().url)
  await page.locator('.newest').getByText('W003').waitFor()
})

test('nothing found by axe, and nothing is cut off on a small screen', { timeout: 60_000 }, async () => {
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
})
