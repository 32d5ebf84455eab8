import type { Page } from 'playwright'
import { systemClock } from '../../main/core/clock.ts'
import { onTheWall } from '../../shared/domains/appointments/clock-time.ts'
import { anAppointment, aPlace, aResource, aService, someHours } from '../../shared/domains/appointments/testing.ts'
import type { Change } from '../../shared/command.ts'
import { germanDayAt, plusCalendarDays } from '../../shared/german-days.ts'
import { AppointmentId, derivedUuid, ResourceId } from '../../shared/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { openDesk, settled } from '../sync/support/desk.ts'
import { startTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'
import { benchRow, median, type Bench } from './row.ts'
import { reportLongTasks, showDesk, type ShownDesk } from './shown-desk.ts'

const [COUNTERS, DAYS, A_DAY] = [10, 5, 40]
const MINUTES = 12
const ROUNDS = 3
const GOAL_MS = 1_000
/** A longer task keeps a frame waiting; the browser tells of no shorter ones. */
const LONG_TASK_MS = 50
const CASES = 20

/** A week with 2,000 appointments: asked for until all that is in view is painted, and the drawing thread while one of them is dragged across it. */
export const bench: Bench = {
  name: 'calendar',
  rows: ['calendar-week', 'calendar-drag'],
  run: async () => {
    const town = await startTown()
    await town.receive(CASES)
    await town.change(busyWeek(nextMonday()))
    const desk = await openDesk(town.url, 'anna', { ...createWeather(), fetch })
    const browser = await launchBrowser()
    try {
      await settled(desk)
      const shown = await showDesk(browser, desk)
      const [weeks, drags] = await rounds(shown)
      await shown.close()
      return [benchRow('calendar-week', 'ms', median(weeks), GOAL_MS, 1), benchRow('calendar-drag', 'ms', median(drags), LONG_TASK_MS, 1)]
    } finally {
      await browser.close()
      await desk.close()
      await town.close()
    }
  },
}

async function rounds(shown: ShownDesk): Promise<readonly [weeks: readonly number[], drags: readonly number[]]> {
  const { page } = shown
  const [weeks, drags]: [number[], number[]] = [[], []]
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Kalender' }).click()
  await page.getByText('Woche', { exact: true }).click()
  await showWeekBefore(page)
  for (let round = 0; round < ROUNDS; round++) {
    weeks.push(await paintedAfter(page, () => page.getByRole('button', { name: 'Nächste Woche' }).click()))
    const before = (await shown.longTasks()).length
    await dragAcross(page)
    const tasks = (await shown.longTasks()).slice(before)
    reportLongTasks('calendar-drag', tasks)
    drags.push(Math.max(LONG_TASK_MS, ...tasks))
    await page.getByRole('button', { name: 'Vorige Woche' }).click()
    await page.locator('.cal-block').first().waitFor({ state: 'detached' })
  }
  process.stderr.write(`calendar-week: ${weeks.map(ms => ms.toFixed(0)).join(' ')} ms\n`)
  return [weeks, drags]
}

/** An empty one, from which the full one is asked for. */
async function showWeekBefore(page: Page): Promise<void> {
  const day = page.getByRole('textbox', { name: 'Datum' })
  await day.fill(plusCalendarDays(nextMonday(), -7).split('-').toReversed().join('.'))
  await day.press('Enter')
  await page.locator('.cal-column').first().waitFor()
}

/** How long until the last appointment in view is painted: half a second goes by without another one. */
async function paintedAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const painted = page.evaluate(() => new Promise<number>(resolve => {
    const [start, quietMs] = [performance.now(), 500]
    let [count, last] = [0, Infinity]
    const look = (now: number): void => {
      const drawn = document.querySelectorAll('.cal-block').length
      if (drawn !== count) [count, last] = [drawn, now]
      if (count > 0 && now - last > quietMs) resolve(last - start)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }))
  await act()
  return painted
}

/** Over all days and back, and given up. */
async function dragAcross(page: Page): Promise<void> {
  const block = page.locator('.cal-block--movable').first()
  const [from, grid] = [await block.boundingBox(), await page.locator('.cal-scroll').boundingBox()]
  if (!from || !grid) throw new Error('there is nothing to drag')
  await page.mouse.move(from.x + 10, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(grid.x + grid.width - 40, grid.y + grid.height - 80, { steps: 60 })
  // Where nothing is carried, nothing is measured.
  await page.locator('.cal-block--carried[data-carried]').waitFor()
  await page.mouse.move(from.x + 10, from.y + 40, { steps: 60 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

function nextMonday(): string {
  const today = germanDayAt(systemClock.nowMs())
  const day = Array.from({ length: 7 }, (_, ahead) => plusCalendarDays(today, ahead + 7)).find(one => new Date(one).getUTCDay() === 1)
  if (day === undefined) throw new Error('a week has a Monday')
  return day
}

function busyWeek(monday: string): readonly Change[] {
  const resources = Array.from({ length: COUNTERS }, (_, index) => aResource(1, { id: ResourceId.parse(derivedUuid('bench/counter', String(index))), name: `Schalter ${index + 1}`, position: index }))
  const hours = someHours({ from: '08:00', to: '16:00', publicResourceIds: [], onHolidays: true })
  return [
    { table: 'places', row: aPlace() }, { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: hours }, ...resources.map(row => ({ table: 'resources', row }) as const),
    ...Array.from({ length: COUNTERS * DAYS * A_DAY }, (_, index): Change => {
      const wall = onTheWall(plusCalendarDays(monday, index % DAYS))
      const start = 480 + MINUTES * Math.floor(index / (DAYS * COUNTERS))
      const [startsAt, endsAt] = [wall.at(start), wall.at(start + MINUTES)]
      const resourceId = resources[Math.floor(index / DAYS) % COUNTERS]?.id ?? null
      return { table: 'appointments', row: anAppointment({ id: AppointmentId.parse(derivedUuid('bench/week', String(index))), resourceId, startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, name: `Person ${index}` }) }
    }),
  ]
}
