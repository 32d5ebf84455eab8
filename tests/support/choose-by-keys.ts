import type { Page } from 'playwright'

/**
 * Takes a choice of the select that has the focus, by Enter and arrows. It looks where it is before each key, as people do:
 * an arrow that comes before the list is open shuts it again.
 */
export async function chooseByKeys(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus')
  const select = page.locator('button[aria-haspopup="listbox"]')
  await select.and(focused).waitFor()
  await page.keyboard.press('Enter')
  const options = page.getByRole('listbox').getByRole('option')
  await options.and(focused).waitFor()
  const at = await options.evaluateAll(all => all.findIndex(option => option === document.activeElement))
  const wanted = (await options.allInnerTexts()).findIndex(text => text.startsWith(name))
  if (wanted < 0) throw new Error(`there is no choice "${name}"`)
  for (let index = at; index !== wanted;) {
    await page.keyboard.press(index < wanted ? 'ArrowDown' : 'ArrowUp')
    index += index < wanted ? 1 : -1
    await options.nth(index).and(focused).waitFor()
  }
  await page.keyboard.press('Enter')
  await options.first().waitFor({ state: 'detached' })
  await select.filter({ hasText: name }).and(focused).waitFor()
}
