import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { isWorkingDay, germanDayAt, plusCalendarDays } from '../../shared/german-days.ts'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { clerk: { login: 'kerstin.wulf' }, lead: { login: 'sabine.roessler', isOverCable: true } } })

/** The next day but one on which the office is open: nothing on it is over yet, and much of it is booked. */
function openDay(): string {
  let day = plusCalendarDays(germanDayAt(Date.now()), 2)
  // Between the years the office is closed.
  while (!isWorkingDay(day) || day.slice(5) > '12-26') day = plusCalendarDays(day, 1)
  return day
}

const typed = (day: string): string => day.split('-').toReversed().join('.')

async function showDay(page: Page, day: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Kalender' }).click()
  await page.getByRole('textbox', { name: 'Datum', exact: true }).fill(typed(day))
  await page.getByRole('textbox', { name: 'Datum', exact: true }).press('Enter')
  await page.locator('.cal-block--movable').first().waitFor()
}

const named = (page: Page, name: string): Locator => page.locator('.cal-block').filter({ hasText: name }).first()

/** `09:05 Änne Großkopf`: how everything that is read out about an appointment begins. */
const startOf = async (block: Locator): Promise<string> => ((await block.getAttribute('aria-label')) ?? '').split(',')[0] ?? ''

const timeOf = async (block: Locator): Promise<string> => (await startOf(block)).slice(0, 5)

const nameOf = async (block: Locator): Promise<string> => (await startOf(block)).slice(6)

const blockAt = (page: Page, time: string, name: string): Locator => page.locator(`.cal-block[aria-label^="${time} ${name}"]`)

const spoken = (page: Page): Locator => page.locator('.cal output')

/** Carries the focused appointment on by keys until it is over a free time. */
async function carryToFreeTime(page: Page, key: string): Promise<string> {
  for (;;) {
    await page.keyboard.press(key)
    const word = await spoken(page).innerText()
    if (!word.includes('nicht frei')) return word.slice(0, 5)
  }
}

test('a day by its counters: moved by keyboard on one desk, seen on the other, and moved back by drag', { timeout: 180_000 }, async () => {
  const day = openDay()
  const [clerk, lead] = [here.clerk.page, here.lead.page]
  await Promise.all([clerk, lead].map(page => showDay(page, day)))
  for (const counter of ['Schalter 1', 'Schalter 4']) await clerk.getByRole('region', { name: counter }).waitFor()

  const block = await shortOf(clerk)
  const [name, before] = [await nameOf(block), await timeOf(block)]
  await block.focus()
  await carryToFreeTime(clerk, 'Alt+ArrowDown')
  await clerk.keyboard.press('Escape')
  expect(await timeOf(named(clerk, name)), 'Esc leaves everything as it was').toBe(before)
  const wanted = await carryToFreeTime(clerk, 'Alt+ArrowDown')
  await clerk.keyboard.press('Enter')
  await blockAt(clerk, wanted, name).waitFor()
  await blockAt(lead, wanted, name).waitFor()
  expect(await clerk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(name)

  await dragTo(lead, named(lead, name))
  const dragged = await timeOf(named(lead, name))
  expect(dragged).not.toBe(wanted)
  await blockAt(clerk, dragged, name).waitFor()
})

/** The shortest movable appointment of a quarter of an hour or more: on a full day nothing longer may find a free time. */
async function shortOf(page: Page): Promise<Locator> {
  const labels = await page.locator('.cal-block--movable').evaluateAll(blocks => blocks.map(block => block.getAttribute('aria-label') ?? ''))
  const short = labels.filter(label => minutesOf(label) >= 15).toSorted((one, other) => minutesOf(one) - minutesOf(other))[0]
  if (!short) throw new Error('nothing on this day can be moved')
  return named(page, short.split(',')[0]?.slice(6) ?? '')
}

function minutesOf(label: string): number {
  const [from, to] = [/^\d\d:\d\d/u, /(?<=, bis )\d\d:\d\d/u].map(time => (time.exec(label)?.[0] ?? '').split(':').map(Number))
  return ((to?.[0] ?? 0) - (from?.[0] ?? 0)) * 60 + (to?.[1] ?? 0) - (from?.[1] ?? 0)
}

/** Drops an appointment at the beginning of the first free time that is long enough, and waits until it is there. */
async function dragTo(page: Page, block: Locator): Promise<void> {
  await block.scrollIntoViewIfNeeded()
  const before = await timeOf(block)
  const from = await block.boundingBox()
  const free = await Promise.all((await page.locator('.cal-free').all()).map(one => one.boundingBox()))
  const to = free.find(box => from && box && box.height > from.height && box.y > 320 && box.y < 800)
  if (!from || !to) throw new Error('there is no free time in view that is long enough')
  await page.mouse.move(from.x + 20, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 4, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => timeOf(block)).not.toBe(before)
}

test('a move made without a network that came too late is told at the calendar, with the next free time and the way there', { timeout: 180_000 }, async () => {
  const day = openDay()
  const [clerk, lead] = [here.clerk.page, here.lead.page]
  await Promise.all([clerk, lead].map(page => showDay(page, day)))
  const name = await nameOf(lead.locator('.cal-block--movable').first())
  here.cable.off()
  await here.lead.transfer.getByText('Ohne Verbindung').waitFor()
  await named(lead, name).focus()
  await blockAt(lead, await carriedOn(lead), name).waitFor()
  await named(clerk, name).focus()
  await carryToFreeTime(clerk, 'Alt+ArrowDown')
  const moved = await carriedOn(clerk)
  await blockAt(clerk, moved, name).waitFor()
  await here.clerk.transfer.getByText('Alles übertragen').waitFor()
  here.cable.on()

  const notice = lead.getByRole('region', { name: 'Verschieben ging nicht' })
  await notice.getByText(`, ${moved},`).waitFor()
  expect(await accessibilityFindings(lead)).toEqual([])
  await notice.getByRole('button', { name: 'Dorthin verschieben' }).focus()
  await lead.keyboard.press('Enter')
  await notice.waitFor({ state: 'detached' })
  await lead.getByRole('button', { name: 'Klärung nötig' }).waitFor({ state: 'detached' })
  await expect.poll(() => timeOf(named(clerk, name))).not.toBe(moved)
})

/** Carries the focused appointment to the next free time and leaves it there. */
async function carriedOn(page: Page): Promise<string> {
  const wanted = await carryToFreeTime(page, 'Alt+ArrowDown')
  await page.keyboard.press('Enter')
  return wanted
}

test('from a month a day is opened by key, and the keyboard stands before it', { timeout: 120_000 }, async () => {
  const { page } = here.clerk
  const view = (name: string): Promise<void> => page.locator('.cal-tools__views').getByText(name, { exact: true }).click()
  await view('Monat')
  await page.locator('.cal-month__count').first().waitFor()
  await page.locator('.cal-month__open').filter({ has: page.locator('.cal-month__count') }).first().press('Enter')
  await page.locator('.cal-block').first().waitFor()
  await page.getByRole('heading', { level: 2, name: /Bürgerbüro$/ }).and(page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(page), 'a day that is over').toEqual([])
})

test('nothing found by axe and nothing cut off in any view, in light, in dark and at 320 px', { timeout: 180_000 }, async () => {
  const { page } = here.clerk
  for (const view of ['Woche', 'Monat', 'Liste', 'Tag']) {
    await page.locator('.cal-tools__views').getByText(view, { exact: true }).click()
    await page.locator(view === 'Monat' ? '.cal-month' : view === 'Liste' ? '.agenda' : '.cal-block').first().waitFor()
    expect(await accessibilityFindings(page), view).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await accessibilityFindings(page), 'dark').toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('button', { name: /^Schalter/ }).last().waitFor()
  expect(await accessibilityFindings(page), '320 px').toEqual([])
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
})

test('no page has met an error', () => {
  expect([here.clerk, here.lead].flatMap(({ problems }) => problems)).toEqual([])
})
