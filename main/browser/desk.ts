import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { ok, type Result } from '../../shared/result.ts'
import { createCore, type Core } from '../core/core.ts'
import type { DeskArguments } from './arguments.ts'
import { startBrowserShell, type BrowserShell } from './shell.ts'
import { findBrowser, showAppWindow } from './window.ts'

export interface RunningDesk {
  readonly url: string
  /** Settles when the person closes the window; never for a headless desk. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Starts core and screens. The error is a sentence for the person who started it. */
export async function runDesk(options: DeskArguments, screens: string, version: string): Promise<Result<RunningDesk, string>> {
  const browser = options.headless ? undefined : findBrowser()
  if (!options.headless && !browser)
    return { ok: false, error: 'No Chromium was found to show the desk in. Install it with "apt-get install chromium", or start with --headless.' }
  mkdirSync(options.profile, { recursive: true, mode: 0o700 })
  const shell = await openShell(options, screens)
  if (!shell.ok) return shell
  const core = await startCore(options, shell.value, version)
  shell.value.serve(core)
  const window = browser ? showAppWindow(browser, shell.value.url, options.profile) : undefined
  return ok({
    url: shell.value.url,
    closed: window?.closed ?? new Promise<void>(() => undefined),
    close: async () => {
      window?.close()
      await shell.value.close()
      await core.close()
    },
  })
}

async function openShell({ port, headless }: DeskArguments, screens: string): Promise<Result<BrowserShell, string>> {
  try {
    return ok(await startBrowserShell({ screens, port, tokenIsReusable: headless }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    return { ok: false, error: `Port ${port} is in use by another program. Choose another one with --port, or leave it out for a free one.` }
  }
}

const startCore = (options: DeskArguments, shell: BrowserShell, version: string): Promise<Core> =>
  createCore({
    profileDir: options.profile,
    serviceUrl: options.service,
    startAt: options.now ?? null,
    random: randomBytes,
    fetch,
    device: { shell: 'browser', version },
    openBrowser: null,
    callbackUrl: () => shell.callbackUrl,
  })
