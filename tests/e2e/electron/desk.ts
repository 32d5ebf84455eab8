import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronBinary, ensureShell } from '../../../build/electron.ts'
import { startChild, type Child } from '../../../build/children.ts'
import { ROOT } from '../../../build/paths.ts'
import { ensureRenderer } from '../../../build/renderer.ts'
import { fillInSignInPage } from '../../../build/sign-in.ts'

/** The real program in a profile of its own, against a demo town of its own. */
export interface RunningElectron {
  readonly app: ElectronApplication
  readonly page: Page
  readonly service: string
  /** Addresses the program wanted to open in the system's browser; none is really opened. */
  readonly opened: () => Promise<readonly string[]>
  /** Signs in as the person would do it in the browser, up to the way back to the program. */
  signIn(login: string): Promise<void>
  close(): Promise<void>
}

const PASSWORD = 'rathaus-demo'

export async function startElectron(): Promise<RunningElectron> {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'))
  const town = startChild(join(ROOT, 'build/service.ts'), ['--demo', '--port', '0', '--rows', '200', '--data', join(folder, 'town')])
  const [{ url: service }] = await Promise.all([town.ready, ensureRenderer(), ensureShell()])
  const app = await launch(String(service), join(folder, 'profile'))
  const page = await app.firstWindow()
  const opened = await catchOpened(app)
  return {
    app, page, service: String(service), opened,
    signIn: login => signIn(page, opened, login),
    close: () => closeAll(app, town, folder),
  }
}

const launch = (service: string, profile: string): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: electronBinary(),
    args: [ROOT, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), RATHAUS_SERVICE_URL: service, RATHAUS_PROFILE: profile },
  })

async function catchOpened(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedAddresses: opened })
    shell.openExternal = async url => void opened.push(url)
  })
  return () => app.evaluate(() => (globalThis as unknown as { openedAddresses: readonly string[] }).openedAddresses)
}

async function signIn(page: Page, opened: () => Promise<readonly string[]>, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.waitForFunction(() => document.body.textContent.includes('Browser'))
  const address = (await opened()).at(-1)
  if (!address) throw new Error('the sign-in page was not opened')
  await fetch(await fillInSignInPage(address, login, PASSWORD))
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

async function closeAll(app: ElectronApplication, town: Child, folder: string): Promise<void> {
  await app.close()
  await town.stop()
  rmSync(folder, { recursive: true, force: true })
}
