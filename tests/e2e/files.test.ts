import type { Locator, Page } from 'playwright'
import { beforeAll, expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' } } })
let page: Page
let files: Locator
beforeAll(async () => {
  ;({ page } = here.clerk)
  files = page.getByRole('region', { name: 'Anlagen' })
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Geheimnis' }, ['Impfausweis', 'Geheimnis, Gerda'])
  await here.clerk.openCase(applicationId)
})

const openFile = async (name: string): Promise<void> => {
  await files.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.page canvas').waitFor()
}

/** A busy machine is slow, and slow is not wrong. */
const PATIENT = { timeout: 60_000 }

async function isWide(): Promise<boolean> {
  const box = await page.locator('.page').boundingBox()
  return box !== null && box.width > box.height
}

test('a file is read, turned and annotated by keyboard', async () => {
  await openFile('impfausweis.pdf')
  await page.locator('.page__words', { hasText: 'Geheimnis, Gerda' }).waitFor({ state: 'attached' })
  expect(await isWide()).toBe(false)
  await page.getByRole('button', { name: 'Nach rechts drehen' }).press('Enter')
  await page.getByText('Gedreht, für alle.').waitFor()
  await expect.poll(isWide, PATIENT).toBe(true)
  await page.getByRole('button', { name: 'Anmerken' }).press('Enter')
  await page.getByRole('button', { name: 'Kasten auf Seite 1 setzen' }).press('Enter')
  const box = page.getByRole('button', { name: 'Kasten der Anmerkung auf Seite 1' })
  await expect.poll(() => box.evaluate(element => element === document.activeElement), PATIENT).toBe(true)
  const before = await box.boundingBox()
  await page.keyboard.press('Control+ArrowDown')
  expect((await box.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0)
  await page.getByLabel('Anmerkung', { exact: true }).fill('Stempel fehlt.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: 'Anmerkungen' }).getByText('Stempel fehlt.').waitFor()
})

test('a redaction is burnt in: no word is left to select, and the original is marked', async () => {
  await page.getByRole('button', { name: 'Schwärzen' }).press('Enter')
  await page.getByRole('button', { name: 'Kasten auf Seite 1 setzen' }).press('Enter')
  await page.getByText('1 Kasten gesetzt.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Geschwärzte Fassung ablegen' }).press('Enter')
  await files.getByText('impfausweis (geschwärzt).pdf').waitFor()
  await files.locator('.file', { hasText: 'impfausweis.pdf' }).getByText('Nicht weitergeben').first().waitFor()
  await openFile('impfausweis (geschwärzt).pdf')
  // The box that was set lies across the middle, a little above it.
  await expect.poll(() => page.locator('.page canvas').evaluate(element => {
    const canvas = element as HTMLCanvasElement
    const pixel = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height * 0.475, 1, 1).data ?? []
    return Math.max(...[...pixel].slice(0, 3))
  }), PATIENT).toBeLessThan(60)
  expect(await page.locator('.page__words').innerText()).toBe('')
  await page.keyboard.press('Escape')
})

test('a redaction that left something to read is thrown away, and the person told', async () => {
  await openFile('impfausweis.pdf')
  // The brush fails: whatever shall be black stays as it was.
  await page.evaluate(() => {
    const { fillRect } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillRect = function paint(...box) {
      if (this.fillStyle !== '#000000') fillRect.apply(this, box)
    }
    addEventListener('brush-mended', () => { CanvasRenderingContext2D.prototype.fillRect = fillRect })
  })
  await page.getByRole('button', { name: 'Schwärzen' }).press('Enter')
  await page.getByRole('button', { name: 'Kasten auf Seite 1 setzen' }).press('Enter')
  await page.getByText('1 Kasten gesetzt.').waitFor()
  await page.getByRole('button', { name: 'Geschwärzte Fassung ablegen' }).press('Enter')
  await page.getByText('Die geschwärzte Fassung hat die Prüfung nicht bestanden.').waitFor()
  await page.evaluate(() => dispatchEvent(new Event('brush-mended')))
  await page.keyboard.press('Escape')
  expect(await files.getByText('geschwärzt').count()).toBe(1)
})

test('files are added with what is wrong named, and a picture is kept as PDF', async () => {
  const chooser = page.waitForEvent('filechooser')
  await files.getByRole('button', { name: 'Datei hinzufügen' }).press('Enter')
  await (await chooser).setFiles([
    { name: 'programm.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\u0000 kein PDF') },
    { name: 'Scan.png', mimeType: 'image/png', buffer: await page.screenshot() },
  ])
  await files.getByRole('alert').filter({ hasText: 'Die Datei „programm.pdf“ ist von einer Art, die nicht angenommen wird.' }).waitFor()
  await files.locator('.file', { hasText: 'Scan.png' }).getByText('Nicht auf Viren geprüft').waitFor()
  await openFile('Scan.png')
  await page.getByRole('button', { name: 'Als PDF ablegen' }).press('Enter')
  await files.getByText('Scan.pdf').waitFor()
  await here.clerk.transferred()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(here.clerk.problems).toEqual([])
})
