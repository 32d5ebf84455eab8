import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { readPdf } from '../../service/domains/letters/testing.ts'
import { accessibilityFindings, launchBrowser } from '../support/browser.ts'
import { citizensOf } from '../support/citizen.ts'
import { startTown, type TestTown } from '../support/town.ts'
import { sitDown, type Workplace } from '../support/workplace.ts'

let town: TestTown
let browser: Browser
let clerk: Workplace
let lead: Workplace

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown({ rows: 60 }), launchBrowser()])
  const [first, second] = [await town.openDesk('clerk'), await town.openDesk('lead')]
  clerk = await sitDown(browser, first.url, 'katrin.sommer')
  lead = await sitDown(browser, second.url, 'petra.lindner')
}, 240_000)

afterAll(async () => {
  await browser.close()
  await town.close()
})

const conditionsOf = (workplace: Workplace) => workplace.decision.getByLabel('Nebenbestimmungen', { exact: true })

async function proposeWith(conditions: string): Promise<void> {
  await clerk.decision.locator('label', { hasText: 'Bewilligen' }).click()
  await clerk.decision.getByRole('button', { name: 'Nebenbestimmungen hinzufügen' }).click()
  await conditionsOf(clerk).fill(conditions)
}

test('the letter is seen before it is proposed and released, what has changed is told, and the citizen gets it as PDF', { timeout: 240_000 }, async () => {
  const { applicationId, mailbox, reference } = await citizensOf(town.service).registerDog({ lastName: 'Bescheidmann' })
  await clerk.openCase(applicationId)
  await clerk.claim()
  await proposeWith('- Im Ort gilt Leinenpflicht.')
  expect(await clerk.decision.getByLabel('Gebühr in Euro').inputValue()).toMatch(/^\d+,\d\d$/)

  // By keyboard alone: open the letter, read it, close it again; the focus comes back.
  const look = clerk.decision.getByRole('button', { name: 'Bescheid ansehen' })
  await look.focus()
  await clerk.page.keyboard.press('Enter')
  const dialog = clerk.page.getByRole('dialog', { name: 'Bescheid – Entwurf' })
  await dialog.getByText('Im Ort gilt Leinenpflicht.').first().waitFor({ state: 'attached' })
  await dialog.getByText('Gerda Bescheidmann').first().waitFor({ state: 'attached' })
  expect(await accessibilityFindings(clerk.page)).toEqual([])
  await clerk.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await look.and(clerk.page.locator(':focus')).waitFor()
  await clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()

  await lead.openCase(applicationId)
  await lead.decision.getByText('Im Ort gilt Leinenpflicht.').waitFor()
  await lead.settle('Zurückgeben', 'Bitte genauer fassen.')
  await proposeWith('- In bebauten Ortsteilen gilt Leinenpflicht.')
  await clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()

  const changes = lead.decision.getByRole('region', { name: /Geändert seit der Vorlage/ })
  await changes.locator('ins', { hasText: 'In bebauten Ortsteilen' }).waitFor()
  await changes.locator('del', { hasText: 'Im Ort' }).waitFor()
  await lead.decision.getByRole('button', { name: 'Bescheid ansehen' }).waitFor()
  expect(await accessibilityFindings(lead.page)).toEqual([])
  await lead.settle('Freigeben', '')
  await lead.decision.getByText(`Bescheid ${reference}.pdf`).waitFor()
  await lead.decision.getByText('Noch nicht abgerufen.').waitFor()
  await lead.decision.getByRole('button', { name: 'Hier drucken' }).waitFor()

  const citizen = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await citizen.goto(`${town.service}/portal/mailboxes/${mailbox}`)
  await citizen.getByRole('article').filter({ hasText: 'Entscheidung zu Ihrem Antrag' }).getByRole('button', { name: 'Nachricht lesen' }).click()
  const link = citizen.getByRole('link', { name: `Bescheid ${reference}.pdf` })
  await link.waitFor()
  const file = await fetch(new URL((await link.getAttribute('href')) ?? '', town.service))
  const { texts, isTagged } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  const words = texts.map(({ text }) => text).join(' ')
  expect([isTagged, words.includes('In bebauten Ortsteilen gilt Leinenpflicht.'), words.includes('ENTWURF')]).toEqual([true, true, false])
  await lead.decision.getByText(/Abgerufen am/).waitFor()

  const address = texts.map(({ text }) => /https?:\S+\/verify\/\w+/.exec(text)?.[0]).find(Boolean)
  await citizen.goto(address ?? '')
  await citizen.getByText('Dieses Schreiben gibt es.').waitFor()
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})
