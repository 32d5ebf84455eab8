import type { Page } from 'playwright'
import { beforeEach, expect, test } from 'vitest'
import type { ApplicationId } from '../../shared/ids.ts'
import { demoScene } from '../support/scene.ts'
import { caseWhere, enter, resetDesk } from '../support/screens.ts'

const here = demoScene(200)

beforeEach(() => resetDesk(here.server.desk))

/** A page of this person on a case, as a notification opens it, and a keyboard that counts presses and chords. */
async function notified(who: number, caseId: string) {
  enter(here.server.desk, who)
  const page = await here.open({}, `#/applications/${caseId}?view=all`)
  // The notification itself is opened with one press.
  const keys = { count: 1 }
  await page.getByRole('heading', { name: 'Entscheidung' }).waitFor()
  const press = async (key: string): Promise<void> => {
    keys.count++
    await page.keyboard.press(key)
  }
  return { page, press, keys, close: () => page.context().close() }
}

const statusOf = (id: ApplicationId): string | undefined => here.server.desk.rows.applications.get(id)?.status

const focusedName = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent ?? undefined)

test('a routine case goes from the notification to the proposed decision in at most 6 key presses', async () => {
  const dog = caseWhere(here.server.desk, { status: 'received' })
  const { page, press, keys, close } = await notified(0, dog.id)
  await page.getByRole('button', { name: 'Übernehmen' }).waitFor()
  await press('Alt+Enter')
  await expect.poll(() => focusedName(page), { timeout: 15_000 }).toContain('Bewilligen')
  await press('Space')
  await page.getByRole('button', { name: 'Bewilligung vorschlagen' }).waitFor()
  await press('Alt+Enter')
  await expect.poll(() => statusOf(dog.id), { timeout: 15_000 }).toBe('proposed')
  expect(keys.count).toBeLessThanOrEqual(6)
  await close()
})

test('a proposal is released in at most 3 key presses', async () => {
  const proposed = caseWhere(here.server.desk, { status: 'proposed', assigneeName: 'Katrin Sommer' })
  const { page, press, keys, close } = await notified(3, proposed.id)
  await page.getByRole('button', { name: 'Freigeben' }).waitFor()
  await press('Alt+Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).and(page.locator(':focus')).waitFor()
  await press('Enter')
  await expect.poll(() => statusOf(proposed.id), { timeout: 15_000 }).toBe('decided')
  expect(keys.count).toBeLessThanOrEqual(3)
  await close()
})
