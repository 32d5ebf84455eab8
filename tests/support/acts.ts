import type { Locator, Page } from 'playwright'

/** What people do at their desks, each of it counted as one: a click, a key that is pressed, a word or a sentence that is typed. */
export interface Acts {
  count(): number
  click(target: Locator): Promise<void>
  press(page: Page, key: string): Promise<void>
  type(page: Page, words: string): Promise<void>
}

export function countedActs(): Acts {
  let count = 0
  const counted = async (act: Promise<void>): Promise<void> => {
    count++
    await act
  }
  return {
    count: () => count,
    click: target => counted(target.click()),
    press: (page, key) => counted(page.keyboard.press(key)),
    type: (page, words) => counted(page.keyboard.type(words)),
  }
}
