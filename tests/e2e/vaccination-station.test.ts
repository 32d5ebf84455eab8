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
/** Sixty people an hour leave a minute for each, check-in and looking at them included. */
const MOST_SECONDS = 60
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
async function checkIn(hands: Hands, name: string, born = '2.3.48'): Promise<void> {
  const { page } = hands
  await field(page).waitFor(PATIENT)
  // Wherever the focus is: what is typed outside of a field goes into this one.
  await hands.type(name)
  await hands.press('Enter')
  await hands.enter(page.getByRole('alert').getByRole('button', { name: 'Ohne Termin' }))
  // The name is there already.
  await hands.standOn(page.getByRole('dialog').getByLabel('Geburtsdatum'))
  await hands.type(born)
  await page.getByText(/\d{2}\.03\.\d{4}, \d+ Jahre alt/).waitFor()
  await hands.press('Enter')
  await page.getByRole('heading', { level: 2, name: new RegExp(name.split(' ').at(-1) ?? name) }).waitFor(PATIENT)
}

test('after check-in a vaccination takes at most 10 key presses plus scans, and a station takes 60 people an hour', { timeout: 240_000 }, async () => {
  const { hands } = station
  const { page, counted } = hands
  await lane(page, 'Erwartet').waitFor(PATIENT)
  const watchedBefore = await count(page, 'Beobachtung')
  const seconds: number[] = []
  const presses: number[] = []
  for (let one = 1; one <= PEOPLE; one++) {
    const begun = performance.now()
    await checkIn(hands, `Probe Person${'abcdefgh'[one] ?? ''}`)
    const [pressesBefore, lettersBefore] = [counted.presses, counted.letters]
    await goOn(hands, /Alles nein/)
    await goOn(hands, /Aufgeklärt und einverstanden/)
    await field(page).and(page.locator(':focus')).waitFor(PATIENT)
    await scan(hands, BOX)
    await goOn(hands, /Dokumentieren/)
    await goOn(hands, /Nächste Person/)
    await lane(page, 'Beobachtung').waitFor(PATIENT)
    seconds.push((performance.now() - begun) / 1_000)
    presses.push(counted.presses - pressesBefore)
    expect(counted.letters - lettersBefore, 'nothing is typed but what the scanner types').toBe(0)
  }
  await expect.poll(() => count(page, 'Beobachtung'), PATIENT).toBe(watchedBefore + PEOPLE)
  const mean = seconds.reduce((sum, each) => sum + each, 0) / PEOPLE
  console.log(`vaccination-station: ${Math.max(...presses)} key presses and one scan from check-in to the next person, ${mean.toFixed(1)} s a person with check-in, ${(3_600 / mean).toFixed(0)} people an hour`)
  expect(Math.max(...presses)).toBeLessThanOrEqual(MOST_PRESSES)
  expect(mean).toBeLessThan(MOST_SECONDS)
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

test('a child, a desk without a scanner, and somebody who leaves and comes back go on by keys alone', { timeout: 180_000 }, async () => {
  const { hands } = station
  const { page } = hands
  await goOn(hands, /Nächste Person/)
  await checkIn(hands, 'Probe Kind', '2.3.2019')
  await goOn(hands, /Alles nein/)
  await hands.standOn(page.getByLabel('Wer willigt ein?'))
  await hands.press('Enter')
  await page.getByText('Wer für die Person einwilligt, fehlt.').waitFor()
  await hands.type('Karla Kind')
  // Nobody types as fast as this: a press so soon after a step is taken for the second of a double click.
  await primary(page, /Aufgeklärt/).waitFor(PATIENT)
  await hands.press('Enter')
  await page.getByText('durch Vertretung: Karla Kind').waitFor(PATIENT)
  await hands.standOn(field(page))
  await hands.enter(page.getByRole('button', { name: 'Vom Etikett abtippen' }))
  await page.getByRole('dialog').getByLabel('Verwendbar bis').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await hands.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // Not at the field, but what is typed goes there.
  await hands.type('hd26-0422')
  await hands.press('Enter')
  await page.getByText('Beispielgrippe Hochdosis').first().waitFor(PATIENT)
  await hands.enter(page.getByRole('button', { name: 'Geht ohne Impfung' }))
  await hands.standOn(page.getByLabel('Warum'))
  await hands.type('Einwilligung zurückgenommen')
  await hands.press('Control+Enter')
  await hands.standOn(field(page))

  // Somebody who had left is found, and comes back under the same name.
  await hands.type('Kind')
  await hands.press('Enter')
  await primary(page, /Nächste Person/).waitFor(PATIENT)
  await hands.enter(page.getByRole('button', { name: 'Ist wieder da' }))
  await hands.standOn(page.getByRole('dialog').getByLabel('Nachname'))
  await hands.press('Enter')
  await goOn(hands, /Alles nein/)
  await hands.standOn(page.getByLabel('Wer willigt ein?'))
  await primary(page, /Aufgeklärt/).waitFor(PATIENT)
  await hands.press('Escape')
  await lane(page, 'Angekommen').waitFor(PATIENT)
  expect(hands.problems).toEqual([])
})

test('a lot ends where the scanner says so, and a slip is corrected where it was made', { timeout: 120_000 }, async () => {
  const { hands } = station
  const { page } = hands
  await checkIn(hands, 'Probe Tippfehler')
  await goOn(hands, /Alles nein/)
  await goOn(hands, /Aufgeklärt und einverstanden/)
  await hands.standOn(field(page))
  await page.keyboard.type('01041509990014061729063010NEU-43')
  await page.keyboard.press('Control+]')
  await scan(hands, '21SN0815')
  await page.locator('.box__title').filter({ hasText: /· NEU-43$/ }).waitFor(PATIENT)
  await goOn(hands, /Dokumentieren/)
  await page.getByText(/NEU-43 · Oberarm links/).waitFor(PATIENT)
  await hands.enter(page.getByRole('button', { name: 'Berichtigen' }))
  const mend = page.getByRole('dialog', { name: 'Berichtigen' })
  await hands.standOn(mend.getByLabel('Nachname'))
  await hands.tabTo(mend.getByRole('radio', { name: 'Oberarm links' }))
  await hands.press('ArrowRight')
  await hands.tabTo(mend.getByLabel('Warum wird berichtigt?'))
  await hands.type('Falscher Arm angeklickt')
  await hands.press('Control+Enter')
  await page.getByText(/NEU-43 · Oberarm rechts/).waitFor(PATIENT)
  expect(hands.problems).toEqual([])
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
