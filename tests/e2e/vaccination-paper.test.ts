import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings, newPage } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { physician: { login: 'eva.arndt' } } })

test('what was documented is printed to be signed, signed by hand, and noted: then nothing is awaited', { timeout: 240_000 }, async () => {
  const { physician: { page, openView, problems } } = here
  await openView('Impfung')
  await page.getByRole('button', { name: /Unterschriften? ausstehend$/ }).press('Enter')
  const list = page.getByRole('dialog', { name: 'Unterschriften ausstehend' })
  await list.getByRole('row').nth(1).waitFor()
  const people = (await list.getByRole('row').count()) - 1
  expect([await accessibilityFindings(page), await contrastFindings(page)]).toEqual([[], []])

  await list.getByRole('button', { name: 'Blätter zum Unterschreiben' }).press('Enter')
  const sheets = page.getByRole('dialog', { name: 'Blätter zum Unterschreiben' })
  await sheets.getByText(`${people} Impfdokumentationen`, { exact: false }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await sheets.waitFor({ state: 'detached' })
  await list.getByRole('button', { name: 'Etiketten für den Impfausweis' }).press('Enter')
  const labels = page.getByRole('dialog', { name: 'Etiketten für den Impfausweis' })
  await labels.getByText('Ch.-B.:', { exact: false }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await labels.waitFor({ state: 'detached' })

  // One sheet is still with the physician; the others lie signed.
  await list.getByRole('checkbox').nth(1).press('Space')
  await list.getByRole('button', { name: `${people - 1} als unterschrieben vermerken` }).press('Enter')
  await list.getByRole('button', { name: 'Als unterschrieben vermerken' }).waitFor()
  await list.getByRole('checkbox').nth(1).press('Space')
  await list.getByRole('button', { name: '1 als unterschrieben vermerken' }).press('Enter')
  await list.getByText('Alle Impfungen dieses Tages sind unterschrieben.').waitFor()
  expect(problems).toEqual([])
})

test('a telephone that opens the address in a code is told about it, and the address keeps nothing of it', { timeout: 120_000 }, async () => {
  const page = await newPage(here.browser)
  await page.goto(`${here.town.service}/verify/vaccination#eyJhbGciOiJFZERTQSJ9.e30.AAAA`)
  await page.getByText('Nicht von uns.').waitFor()
  expect(page.url()).toBe(`${here.town.service}/verify/vaccination`)
  // The next one, scanned while the page is open.
  await page.evaluate(() => { location.hash = '#x.y.z' })
  await page.waitForURL(`${here.town.service}/verify/vaccination`)
  await page.getByText('Nicht von uns.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})
