import type { Browser } from 'playwright'
import { afterEach } from 'vitest'

const LINES_AT_MOST = 250

/** After a test that failed, prints what every open page shows and where its focus is: elsewhere than at a desk nobody can look. */
export function tellWhatWasShown(browser: () => Browser | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const page of browser()?.contexts().flatMap(context => context.pages()) ?? []) {
      const [shown, focused] = await Promise.all([
        page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String),
        page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing').catch(String),
      ])
      console.log(['', `${page.url()} shows after the failure:`, ...shown.split('\n').slice(0, LINES_AT_MOST), `Focus: ${focused}`, ''].join('\n'))
    }
  })
}
