import type { Locator, Page } from 'playwright'

/** What people do at their desks, each of it counted as one: a click, a key that is pressed, a word or a sentence that is typed, a file that is dragged to where it belongs. */
export interface Acts {
  count(): number
  click(target: Locator): Promise<void>
  press(page: Page, key: string): Promise<void>
  type(page: Page, words: string): Promise<void>
  /** A file of this machine, by its path. */
  drag(path: string, to: Locator): Promise<void>
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
    drag: (path, to) => counted(dropped(path, to)),
  }
}

/** By the protocol of the browser: a page cannot tell it from a hand. */
async function dropped(path: string, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded()
  const box = await to.boundingBox()
  if (!box) throw new Error('nothing is there to drag a file to')
  const [page, point] = [to.page(), { x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...point, data: { items: [], files: [path], dragOperationsMask: 1 } })
  await session.detach()
}
