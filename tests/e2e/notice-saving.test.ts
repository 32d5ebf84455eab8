import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { lead: { login: 'petra.lindner' } } })

test('a list of deliveries that could not be saved says so, and is saved by pressing once more', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  // The next question for the list breaks the link to the program, as when that is started anew.
  let breaksNext = false
  await page.routeWebSocket(/./, socket => {
    const core = socket.connectToServer()
    socket.onMessage(message => {
      if (breaksNext && message.toString().includes('noticeDeliveries')) {
        breaksNext = false
        void core.close()
        void socket.close()
      } else core.send(message)
    })
  })
  await page.reload()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await page.evaluate(() => { location.hash = '#/notices/deliveries' })
  const save = page.getByRole('button', { name: 'Als CSV speichern' })
  await page.getByText(/^\d+ Zustellungen$/).waitFor()
  breaksNext = true
  await save.press('Enter')
  await page.getByRole('alert').getByText('Versuchen Sie es noch einmal.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), save.press('Enter')])
  await page.getByText('Die Datei liegt bei Ihren Downloads.').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect((await readFile(await download.path(), 'utf8')).trim().split('\r\n').length).toBeGreaterThan(100)

  await page.getByRole('search').getByRole('textbox').first().fill('xyz')
  await page.getByText(/^Keine Zustellung passt zu dieser Auswahl\./).waitFor()
  await page.getByText('Es steht nichts in der Liste, was sich speichern ließe.').waitFor()
  expect(await save.getAttribute('aria-disabled')).toBe('true')
  expect(await accessibilityFindings(page)).toEqual([])
})

test('two quick presses give the amounts for the finance system out once', { timeout: 180_000 }, async () => {
  const { page } = here.lead
  await page.evaluate(() => { location.hash = '#/notices' })
  await page.getByRole('link', { name: 'Hundesteuer 2026', exact: true }).click()
  const part = page.getByRole('region', { name: 'Sollstellung' })
  const downloads: string[] = []
  page.on('download', download => downloads.push(download.suggestedFilename()))
  await part.getByRole('button', { name: 'Sollstellung als CSV' }).evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await part.getByText(/^Zuletzt ausgegeben von Petra Lindner/).waitFor()
  await expect.poll(() => downloads).toHaveLength(1)
  await part.getByText('Die Datei wird zusammengestellt …').waitFor({ state: 'detached' })
  expect(await page.locator('.toast').allTextContents(), 'the second press asked for nothing').toEqual(['Vermerkt. Die Datei liegt bei Ihren Downloads.'])
  expect(await page.getByRole('alertdialog', { name: 'Sollstellung noch einmal ausgeben?' }).count()).toBe(0)
})
