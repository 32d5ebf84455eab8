import type { Browser, Locator, Page } from 'playwright'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { openPage } from './browser.ts'
import { workplaceOn, type Workplace } from './workplace.ts'

/** A person at a desk who has no mouse: everything they do goes through the keys, and is counted. */
export interface Hands extends Workplace {
  /** Keys and chords pressed, and letters typed, so far. */
  readonly counted: { presses: number; letters: number }
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Goes on by the tabulator until this has the focus. */
  tabTo(target: Locator): Promise<void>
  /** The same, backwards. */
  tabBackTo(target: Locator): Promise<void>
  /** Goes down by the arrow until this has the focus. */
  arrowTo(target: Locator): Promise<void>
  /** Goes there and presses Enter. */
  enter(target: Locator): Promise<void>
  /** Waits until this has the focus, as a person looks where they are before they type. */
  standOn(target: Locator): Promise<void>
  /** Through the palette: what is called like this, or whose words are these. */
  goTo(words: string): Promise<void>
}

/** More stops than that lie on no way that anybody would go. */
const LONGEST_WAY = 80

/** Opens the desk without a mouse: one that is used all the same is told among the problems. */
export async function handsOn(browser: Browser, url: string): Promise<Hands> {
  const { page, problems } = await openPage(browser, url)
  await Promise.all([page.addInitScript(tellMouse), page.evaluate(tellMouse)])
  return { ...workplaceOn(page, problems), ...keysOf(page) }
}

/** Runs in the page. */
const tellMouse = (): void =>
  addEventListener('pointerdown', () => console.error('a mouse was used'), { capture: true })

function keysOf(page: Page): Omit<Hands, keyof Workplace> {
  const counted = { presses: 0, letters: 0 }
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      counted.presses++
      await page.keyboard.press(key)
    }
  }
  const type = async (text: string): Promise<void> => {
    counted.letters += text.length
    await page.keyboard.type(text)
  }
  const walk = (key: string) => async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let steps = 0; steps <= LONGEST_WAY; steps++) {
      if (await target.evaluate(hasFocus)) return
      await press(key)
    }
    throw new Error(`${key} does not lead to ${target.toString()}`)
  }
  const tabTo = walk('Tab')
  const goTo = async (words: string): Promise<void> => {
    await press('Control+k')
    const palette = page.getByRole('dialog')
    await palette.getByRole('searchbox').and(page.locator(':focus')).waitFor()
    await type(words)
    await palette.getByRole('menuitem').filter({ hasText: words }).first().waitFor()
    await press('ArrowDown', 'Enter')
    await palette.waitFor({ state: 'detached' })
  }
  return {
    counted, press, type, tabTo, goTo,
    tabBackTo: walk('Shift+Tab'),
    arrowTo: walk('ArrowDown'),
    enter: async target => {
      await tabTo(target)
      await press('Enter')
    },
    standOn: target => target.and(page.locator(':focus')).waitFor(),
  }
}

/** Runs in the page. A choice lies within its label. */
const hasFocus = (element: Element): boolean =>
  element === document.activeElement || (element.matches('label') && element.contains(document.activeElement))

/** Signs in on the pages of desk and provider. */
export async function signInByKeys({ page, press, type, standOn }: Hands, login: string): Promise<void> {
  await standOn(page.getByRole('button', { name: 'Anmelden' }))
  await press('Enter')
  await standOn(page.getByLabel('Benutzername'))
  await type(login)
  await press('Tab')
  await type(DEMO_PASSWORD)
  await press('Enter')
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}
