import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'ulrike.giese' }, lead: { login: 'rene.schernikau' } } })

/** A laptop of 1280 to 720 at 200 %. */
const LOWEST = { width: 640, height: 360 }

const confirmation = (page: Page) => page.getByRole('alertdialog')
const oneClick = (page: Page) => page.getByRole('region', { name: 'Mit einem Klick' })
const focusIsSomewhere = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

async function isSeen(page: Page, locator: Locator): Promise<boolean> {
  const box = await locator.boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)
}

/** The lead reads what waits and releases it, in the lowest window. */
async function release(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('region', { name: /^Wartet auf Ihre Freigabe/ }).getByRole('link', { name: headline }).press('Enter')
  await page.getByRole('button', { name: 'Freigeben' }).press('Enter')
  const sentence = confirmation(page).getByText(/^ECHTE .* an bis zu [\d.]+ Menschen in Tangerhütte per E-Mail \([\d.]+\), Push-Nachricht \([\d.]+\)/)
  await sentence.waitFor()
  expect(await Promise.all([sentence, confirmation(page).getByRole('textbox'), confirmation(page).getByRole('button', { name: 'Jetzt an alle senden' })].map(one => isSeen(page, one)))).toEqual([true, true, true])
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.type('ECHT')
  await page.keyboard.press('Enter')
  await page.getByRole('table', { name: 'Versand' }).waitFor()
  await page.locator('.screen:focus').waitFor()
}

test('one click closes the pool and one click opens it again; what is sent and the word for it are seen together in the lowest window', { timeout: 180_000 }, async () => {
  const { clerk, lead } = here
  await lead.page.setViewportSize(LOWEST)
  await Promise.all([clerk.openView('Meldungen'), lead.openView('Meldungen')])
  const { page } = clerk
  await oneClick(page).getByRole('button', { name: 'Freibad Tangerhütte: wegen Wetter geschlossen' }).press('Enter')
  await oneClick(page).getByRole('link', { name: 'Freibad Tangerhütte heute wegen Wetter geschlossen' }).waitFor()
  await page.locator('.screen:focus').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await release(lead.page, /^Freibad Tangerhütte heute/)

  await oneClick(page).getByRole('button', { name: 'Freibad Tangerhütte wieder geöffnet' }).press('Enter')
  await oneClick(page).getByRole('link', { name: 'Freibad Tangerhütte wieder geöffnet' }).waitFor()
  await lead.page.getByRole('link', { name: 'Zur Liste' }).press('Enter')
  await release(lead.page, /^Freibad Tangerhütte wieder geöffnet/)
  await oneClick(page).getByRole('button', { name: 'Freibad Tangerhütte: wegen Wetter geschlossen' }).waitFor()
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})

const shape = (east: number) => ({ type: 'Feature', properties: { name: 'Sperrung' }, geometry: { type: 'Polygon', coordinates: [[[east, 52.42], [east + 0.04, 52.42], [east + 0.04, 52.45], [east, 52.42]]] } })

test('shapes come from a file or not at all, a circle by its point; English words say when they may be behind', { timeout: 180_000 }, async () => {
  const { page } = here.clerk
  await here.clerk.openView('Meldungen')
  await page.getByRole('button', { name: 'Neue Meldung' }).press('Enter')
  await page.getByRole('searchbox', { name: 'Ereignis oder Thema suchen' }).fill('Ausschreibung')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Meldung schreiben' }).waitFor()
  const give = async (text: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Datei (GeoJSON)' }).press('Enter')])
    await chooser.setFiles({ name: 'gebiet.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) })
  }
  await give('{"type":"FeatureColl')
  await page.getByText('Die Datei ist unvollständig oder kein GeoJSON. Es wurde nichts übernommen.').waitFor()
  await give(JSON.stringify({ type: 'FeatureCollection', features: [shape(11.78), shape(11.84)] }))
  const areas = page.getByRole('grid', { name: 'Hier gilt die Meldung' })
  await areas.getByRole('row', { name: 'Sperrung 2' }).waitFor()
  await page.getByRole('button', { name: 'Umkreis' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Umkreis in km' }).fill('2,5')
  await page.keyboard.press('Enter')
  await areas.getByText('Tangerhütte, 2,5 km im Umkreis').waitFor()
  expect(await areas.getByRole('row').count()).toBe(3)
  expect(await focusIsSomewhere(page)).toBe(true)

  const german = page.getByRole('textbox', { name: 'Was ist los? (Deutsch)' })
  await german.fill(`${await german.inputValue()} Fragen Sie bis 14:30 Uhr.`)
  await page.getByText('Der deutsche Text hat sich geändert. Stimmt der englische noch?').waitFor()
  await page.getByText(/^Das steht nur im deutschen Text: .*14:30/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Ja, stimmt noch' }).press('Enter')
  await page.getByText('Der deutsche Text hat sich geändert. Stimmt der englische noch?').waitFor({ state: 'detached' })
})
