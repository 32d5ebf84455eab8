import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, newPage } from '../support/browser.ts'
import { handsOn, signInByKeys, type Hands } from '../support/hands.ts'
import { onOpenMorning } from '../support/open-office.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ now: onOpenMorning() })

const NAME = 'Änne Großkopf'
const EMAIL = 'aenne.grosskopf@example.org'

/** What a citizen does until an appointment of today is booked; answers with its time. */
async function bookToday(page: Page): Promise<string> {
  await page.goto(`${here.town.service}/portal`)
  await page.getByRole('link', { name: 'Termin im Rathaus buchen' }).click()
  await page.getByRole('link', { name: /^Bürgerbüro/ }).click()
  await page.getByLabel('Meldebescheinigung').check()
  await page.getByRole('button', { name: 'Freie Zeiten' }).click()
  const first = page.getByRole('button', { name: /^Dienstag/ }).first()
  const time = await first.innerText()
  await first.click()
  await page.getByLabel('Vor- und Nachname').fill(NAME)
  await page.getByLabel('E-Mail').fill(EMAIL)
  await page.getByRole('button', { name: 'Termin verbindlich buchen' }).click()
  await page.getByText('Ihr Termin ist gebucht.').waitFor()
  return time
}

interface Mail {
  readonly to: readonly string[]
  readonly text: string
}

/** The address in the e-mail that confirms the appointment. */
async function linkInMail(): Promise<string> {
  const link = async (): Promise<string | undefined> => {
    const { messages } = await (await fetch(new URL('/messages.json', here.town.mail))).json() as { readonly messages: readonly Mail[] }
    return messages.flatMap(({ to, text }) => (to.includes(EMAIL) ? /\S+\/portal\/appointments\/[\w-]{43}/.exec(text) ?? [] : []))[0]
  }
  await expect.poll(link, { timeout: 30_000 }).toBeDefined()
  return String(await link())
}

const part = ({ page }: Hands, name: RegExp | string): Locator => page.getByRole('region', { name })

/** Presses the next step by its chord, once it is on offer. */
async function next({ page, press }: Hands, step: string): Promise<void> {
  await page.locator('[data-primary-action]').filter({ hasText: step }).waitFor()
  await press('Alt+Enter')
}

test('booked in one browser, seen in another, arrived, called and done by keyboard; the link of the e-mail tells how it stands', { timeout: 180_000 }, async () => {
  const desk = await here.town.openDesk('counter')
  const clerk = await handsOn(here.browser, desk.url)
  await signInByKeys(clerk, 'kerstin.wulf')
  await clerk.goTo('Kalender')
  await clerk.page.locator('.cal-block').first().waitFor()
  await clerk.page.evaluate(() => { document.documentElement.dataset['sameDocument'] = 'yes' })

  const citizen = await newPage(here.browser)
  const time = await bookToday(citizen)
  await clerk.page.locator(`.cal-block[aria-label^="${time} ${NAME}"]`).waitFor()
  await citizen.goto(await linkInMail())
  await citizen.getByRole('link', { name: /verschieben/i }).waitFor()
  const told = async (words: string): Promise<void> => {
    await citizen.reload()
    await citizen.getByText(words).waitFor()
    expect(await accessibilityFindings(citizen)).toEqual([])
  }

  await clerk.goTo('Schalter')
  await clerk.tabTo(clerk.page.getByLabel('Name suchen'))
  await clerk.type('großkopf')
  await clerk.enter(clerk.page.getByRole('button', { name: `${NAME} ist da` }))
  const waiting = part(clerk, 'Wartende (1)')
  await waiting.getByText(NAME).waitFor()
  await told('Sie sind da: Bitte warten Sie, bis Sie aufgerufen werden.')

  const mine = part(clerk, 'Mein Schalter')
  await next(clerk, 'Nächste Person aufrufen')
  await mine.getByRole('article').filter({ hasText: NAME }).filter({ hasText: 'Aufgerufen' }).waitFor()
  await next(clerk, 'Ist erschienen')
  await next(clerk, 'Fertig')
  await mine.getByText(/Änne Großkopf ist fertig\.$/).waitFor()
  await told('Dieser Termin ist vorbei.')

  expect(await clerk.page.evaluate(() => document.documentElement.dataset['sameDocument']), 'nothing was loaded anew').toBe('yes')
  expect(clerk.problems).toEqual([])
})
