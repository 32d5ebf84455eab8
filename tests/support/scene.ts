import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { networkSwitch, type NetworkSwitch } from '../../build/network-switch.ts'
import { ensureRenderer } from '../../build/renderer.ts'
import type { Instant } from '../../shared/time.ts'
import { launchBrowser, newPage } from './browser.ts'
import { citizensOf, type Citizens } from './citizen.ts'
import { startDemoServer, type DemoServer } from './demo-server.ts'
import { startTown, type TestDesk, type TestTown } from './town.ts'
import { tellWhatWasShown } from './what-was-shown.ts'
import { sitDown, type Workplace } from './workplace.ts'

/** A town with a browser, for the tests of one file. */
export interface TownScene {
  readonly town: TestTown
  readonly browser: Browser
  readonly citizens: Citizens
  /** Between the service and those desks that reach it over a cable. */
  readonly cable: NetworkSwitch
}

/** Who sits at a desk of their own from the start. */
export interface Seat {
  readonly login: string
  readonly isOverCable?: boolean
}

export interface SeatedPerson extends Workplace {
  readonly desk: TestDesk
}

interface Wanted<Name extends string> {
  readonly rows?: number
  /** When the town's day begins, where it matters that an office is open. */
  readonly now?: Instant
  readonly people?: Readonly<Record<Name, Seat>>
}

/** So many are enough for lists to have something in every view; a town of this size is prepared once for all files. */
const USUAL_ROWS = 100

/** A town, a browser, and people signed in at their desks under the names they have in the tests. */
export function townScene<Name extends string = never>({ rows = USUAL_ROWS, now, people }: Wanted<Name> = {}): TownScene & Readonly<Record<Name, SeatedPerson>> {
  return sharedInFile(async endLater => {
    const [town, browser] = await Promise.all([endLater(startTown({ rows, now })), endLater(launchBrowser())])
    const cable = await endLater(networkSwitch(town.service))
    const seated = await Promise.all(Object.entries<Seat>(people ?? {}).map(async ([name, { login, isOverCable }]) => {
      const desk = await town.openDesk(name, isOverCable ? { service: cable.url } : {})
      return [name, { ...await sitDown(browser, desk.url, login), desk }] as const
    }))
    return { town, browser, cable, citizens: citizensOf(town.service), ...Object.fromEntries(seated) as Record<Name, SeatedPerson> }
  })
}

/** The built screens over a core in memory, for the tests of one file. */
export interface DemoScene {
  readonly server: DemoServer
  readonly browser: Browser
  /** Opens the screens in a browser profile of its own. */
  open(options?: BrowserContextOptions, path?: string): Promise<Page>
}

export function demoScene(rows: number): DemoScene {
  return sharedInFile(async endLater => {
    const [server, browser] = await Promise.all([
      endLater(ensureRenderer().then(folder => startDemoServer(folder, rows))), endLater(launchBrowser()),
    ])
    const open: DemoScene['open'] = async (options = {}, path = '') => {
      const page = await newPage(browser, { reducedMotion: 'reduce', ...options })
      await page.goto(server.url + path)
      return page
    }
    return { server, browser, open }
  })
}

interface Closable {
  close(): Promise<unknown>
}

/** Has something closed after the last test, before all that was named earlier. */
type EndLater = <Opened extends Closable>(opening: Promise<Opened>) => Promise<Opened>

/** Against hanging, not against slowness. */
const SETTING_UP_MS = 240_000

/** What `open` answers, as soon as the first test of the file begins; nobody may look into it earlier. */
export function sharedInFile<Shared extends object>(open: (endLater: EndLater) => Promise<Shared>): Shared {
  const shared: Partial<Shared & { readonly browser: Browser }> = {}
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    Object.assign(shared, await open(opening => {
      // What did not open needs no end; its error is told where it was waited for.
      ends.push(() => opening.then(opened => opened.close(), () => undefined))
      return opening
    }))
  }, SETTING_UP_MS)
  afterAll(async () => {
    for (const end of ends.toReversed()) await end()
  })
  tellWhatWasShown(() => shared.browser)
  return shared as Shared
}
