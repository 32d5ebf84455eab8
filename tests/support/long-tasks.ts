import type { Page } from 'playwright'

/** Listens from now on to what keeps a page from answering; tells the longest in milliseconds, 0 where nothing took more than 50. */
export async function longTasksOf(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const found: number[] = []
    const observer = new PerformanceObserver(list => found.push(...list.getEntries().map(({ duration }) => duration)))
    observer.observe({ type: 'longtask' })
    Object.assign(window, { longestTask: () => Math.max(0, ...found, ...observer.takeRecords().map(({ duration }) => duration)) })
  })
  return () => page.evaluate(() => (window as unknown as { longestTask: () => number }).longestTask())
}
