import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { handsOn, signInByKeys, type Hands } from '../support/hands.ts'
import { sharedInFile, townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { physician: { login: 'eva.arndt' }, outsider: { login: 'kerstin.wulf' } } })
const station = sharedInFile(async () => {
  const hands = await handsOn(here.browser, (await here.town.openDesk('station')).url)
  await signInByKeys(hands, 'mirko.beyer')
  await hands.goTo('Impfung')
  return { hands }
})

const PATIENT = { timeout: 30_000 }
const BOX = '(01)04150999001406(10)HD26-0422'
const MOST_PRESSES = 10
/** Sixty people an hour leave a minute for each; the program itself may take no more than this of it. */
const MOST_SECONDS = 15
const PEOPLE = 4

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Name, Nummer oder Scan' })
const lane = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}: \\d`) })
const count = async (page: Page, name: string): Promise<number> => Number(/\d+$/.exec(await lane(page, name).getAttribute('aria-label') ?? '')?.[0])
const primary = (page: Page, words: RegExp): Locator => page.locator('[data-primary-action]').filter({ hasText: words })

/** What a scanner types, and the key it presses at the end; nobody's hand does. */
async function scan({ page }: Hands, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Presses the next step once it stands there with the focus, as a person looks before they press. */
async function goOn({ page, press }: Hands, words: RegExp): Promise<void> {
  await primary(page, words).and(page.locator(':focus')).waitFor(PATIENT)
  await press('Enter')
}

/** Checks somebody in who has no appointment. */
async function checkIn(hands: Hands, name: string): Promise<void> {
  const { page } = hands
  await field(page).waitFor(PATIENT)
  // Wherever the focus is: what is typed outside of a field goes into this one.
  await hands.type(name)
  await hands.press('Enter')
  await hands.enter(page.getByRole('alert').getByRole('button', { name: 'Ohne Termin' }))
  await hands.standOn(page.getByRole('dialog').getByLabel('Nachname'))
  await hands.press('Tab', 'Tab')
  await hands.type('2.3.48')
  await page.getByText(/02\.03\.1948, \d+ Jahre alt/).waitFor()
  await hands.press('Enter')
  await page.getByRole('heading', { level: 2, name: new RegExp(name.split(' ').at(-1) ?? name) }).waitFor(PATIENT)
}

test('after check-in a vaccination takes at most 10 key presses plus scans, and the program leaves time for 60 people an hour', { timeout: 240_000 }, async () => {
  const { hands } = station
  const { page, counted } = hands
  await lane(page, 'Erwartet').waitFor(PATIENT)
  const watchedBefore = await count(page, 'Beobachtung')
  const seconds: number[] = []
  for (let one = 1; one <= PEOPLE; one++) {
    await checkIn(hands, `Probe Person${'abcdefgh'[one] ?? ''}`)
    const [pressesBefore, lettersBefore, begun] = [counted.presses, counted.letters, performance.now()]
    await goOn(hands, /Alles nein/)
    await goOn(hands, /Aufgeklärt und einverstanden/)
    await field(page).and(page.locator(':focus')).waitFor(PATIENT)
    await scan(hands, BOX)
    await goOn(hands, /Dokumentieren/)
    await goOn(hands, /Nächste Person/)
    await lane(page, 'Beobachtung').waitFor(PATIENT)
    seconds.push((performance.now() - begun) / 1_000)
    expect([counted.presses - pressesBefore <= MOST_PRESSES, counted.letters - lettersBefore]).toEqual([true, 0])
  }
  await expect.poll(() => count(page, 'Beobachtung'), PATIENT).toBe(watchedBefore + PEOPLE)
  expect(seconds.reduce((sum, each) => sum + each, 0) / PEOPLE, `seconds per person: ${seconds.map(each => each.toFixed(1)).join(', ')}`).toBeLessThan(MOST_SECONDS)
})

test('a red flag stops at the physician, whose word lets the person go on; bad scans are told and nothing is lost', { timeout: 180_000 }, async () => {
  const { hands } = station
  const { page } = hands
  const { page: doctor } = here.physician
  await checkIn(hands, 'Probe Warnfall')
  await primary(page, /Alles nein/).and(page.locator(':focus')).waitFor(PATIENT)
  await hands.press('Tab', 'ArrowLeft')
  await hands.press('Alt+Enter')
  await page.getByText(/Das entscheidet der Ärztliche Dienst: Dr\. med\. Eva Arndt/).waitFor(PATIENT)
  expect(await accessibilityFindings(page)).toEqual([])

  await here.physician.openView('Impfung')
  await lane(doctor, 'Arztgespräch').getByRole('button', { name: /Warnfall, Probe/ }).click(PATIENT)
  expect(await accessibilityFindings(doctor)).toEqual([])
  await doctor.getByLabel('Begründung').fill('Erkältung ohne Fieber')
  await doctor.getByRole('button', { name: 'Entscheidung speichern' }).click()
  await goOn(hands, /Aufgeklärt und einverstanden/)

  await field(page).and(page.locator(':focus')).waitFor(PATIENT)
  await scan(hands, '(01)04150999001407(10)HD26-0422')
  await page.getByText('Code nicht lesbar').waitFor()
  await scan(hands, '(01)04012345678901(17)290630(10)XX1')
  await page.getByText('Unbekannter Impfstoff').waitFor()
  await page.getByText('Es fehlt noch:').waitFor()
  await scan(hands, '(01)04150999001406(17)290630(10)NEU-42')
  await page.getByText('Neue Charge, in die Liste aufgenommen.').waitFor()
  await goOn(hands, /Dokumentieren/)
  await page.getByText('Beispielgrippe Hochdosis').first().waitFor()
  expect(here.physician.problems.concat(hands.problems)).toEqual([])
})

test('the board is readable in the dark and in a small window, and nobody outside is offered it', { timeout: 120_000 }, async () => {
  const { page } = station.hands
  await page.keyboard.press('Escape')
  await lane(page, 'Angekommen').waitFor(PATIENT)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
  expect(await here.outsider.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Impfung' }).count()).toBe(0)
})
