import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const BROWSERS = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge',
]

/** The browser that shows the app window, or undefined where none is installed. */
export const findBrowser = (): string | undefined => BROWSERS.find(existsSync)

/** Shows the desk as a window of its own, without tabs and address bar; settles when the person closes it. */
export function showAppWindow(browser: string, url: string, profile: string): { readonly closed: Promise<void>; close(): void } {
  const isRoot = process.getuid?.() === 0
  const window = spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${join(profile, 'window')}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      // Chromium refuses to run its sandbox as root; nobody works as root outside of containers.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  )
  const closed = new Promise<void>(resolve => {
    window.once('exit', () => resolve())
    window.once('error', () => resolve())
  })
  return { closed, close: () => void window.kill() }
}
