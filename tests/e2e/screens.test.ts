import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings, showCase } from '../support/browser.ts'
import { statusWith } from '../support/demo-core.ts'
import { demoScene } from '../support/scene.ts'
import { attentionExample, caseWhere, enter, pageWidth, resetDesk } from '../support/screens.ts'

const here = demoScene(600)

/** Signs somebody in and waits for the list, so that keys find it. */
async function enterList(page: Page, who = 0): Promise<void> {
  enter(here.server.desk, who)
  await page.getByText('600 Vorgänge').waitFor()
}

/** One state of the screens: how the desk gets there, and what is then to be seen. */
interface State {
  readonly name: string
  readonly arrange: (page: Page) => Promise<unknown> | void
  readonly seen: string
}

const GATES: readonly State[] = [
  { name: 'signed out', arrange: () => undefined, seen: 'Guten Tag.' },
  { name: 'sign-in failed, PIN possible', arrange: () => here.server.desk.session.tell({ kind: 'signed-out', problem: 'session/sign-in-failed', offlineUnlock: { name: 'Katrin Sommer', until: statusWith({}).since, attemptsLeft: 3 } }), seen: 'Noch 3 Versuche.' },
  { name: 'signing in', arrange: () => here.server.desk.session.tell({ kind: 'signing-in' }), seen: 'Anmeldung läuft' },
  { name: 'locked', arrange: () => here.server.desk.session.tell({ kind: 'locked', name: 'Katrin Sommer', pinSet: true, attemptsLeft: 5 }), seen: 'Arbeitsplatz gesperrt' },
  { name: 'first load', arrange: () => { here.server.desk.status.tell(statusWith({ ready: false, load: { rows: 3_120, estimate: 8_400 } })); enter(here.server.desk) }, seen: '3.120 von etwa 8.400 Einträgen' },
  { name: 'keychain locked', arrange: () => { here.server.desk.status.tell(statusWith({ ready: false, problem: 'keychain/locked' })); enter(here.server.desk) }, seen: 'Der Schlüsselbund Ihres Rechners ist gesperrt.' },
]

const WORK: readonly State[] = [
  { name: 'the list without a connection', arrange: async page => { await enterList(page); here.server.desk.status.tell(statusWith({ connection: 'offline' })) }, seen: 'Stand vom letzten Abgleich' },
  { name: 'a search without hits', arrange: async page => { await enterList(page); await page.locator('#list-search').fill('xyz') }, seen: 'Nichts gefunden für „xyz“.' },
  { name: 'the palette', arrange: async page => { await enterList(page); await page.keyboard.press('Control+k'); await page.keyboard.type('bello') }, seen: 'Pfeiltasten wählen, Eingabe öffnet, Esc schließt' },
  { name: 'the shortcuts', arrange: async page => { await enterList(page); await page.keyboard.press('Shift+F1') }, seen: 'Vorgang öffnen (in der Liste)' },
  { name: 'the help beside the list', arrange: async page => { await enterList(page); await page.keyboard.press('F1') }, seen: 'In der Hilfe suchen' },
  { name: 'the tour of the first day', arrange: async page => { await enterList(page); await page.keyboard.press('F1'); await page.getByRole('button', { name: 'Rundgang für den ersten Tag' }).press('Enter') }, seen: 'Schritt 1 von 7' },
  { name: 'an own case with a message', arrange: async page => { await enterList(page); await showCase(page, caseWhere(here.server.desk, { status: 'in-progress', unreadMessages: 1, assigneeName: 'Katrin Sommer' }).id) }, seen: 'Sie bearbeiten diesen Vorgang.' },
  { name: 'a proposal to be released', arrange: async page => { await enterList(page, 3); await showCase(page, caseWhere(here.server.desk, { status: 'proposed', outcome: 'refused', assigneeName: 'Katrin Sommer' }).id) }, seen: 'Ablehnung vorgeschlagen' },
  { name: 'a case that is not there', arrange: async page => { await enterList(page); await showCase(page, '0192a000-0000-7000-8000-0000000fffff') }, seen: 'Vorgang nicht gefunden' },
  { name: 'a change that needs its author', arrange: async page => { attentionExample(here.server.desk); await enterList(page); await page.keyboard.press('Alt+k') }, seen: 'Der Vorgang wurde in der Zwischenzeit von jemand anderem geändert.' },
]

const DESKTOP = { width: 1440, height: 900 }

interface Way {
  readonly options: BrowserContextOptions & { readonly viewport: { readonly width: number; readonly height: number } }
  readonly states: readonly State[]
  readonly findings: (page: Page) => Promise<readonly string[]>
}

const WAYS: readonly (readonly [string, Way])[] = [
  ['light', { options: { viewport: DESKTOP, colorScheme: 'light' }, states: [...GATES, ...WORK], findings: accessibilityFindings }],
  ['dark', { options: { viewport: DESKTOP, colorScheme: 'dark' }, states: [...GATES, ...WORK], findings: contrastFindings }],
  ['320 px', { options: { viewport: { width: 320, height: 640 } }, states: WORK, findings: accessibilityFindings }],
  ['200 %', { options: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, states: WORK, findings: accessibilityFindings }],
]

describe.each(WAYS)('seen at %s', (_way, { options, states, findings }) => {
  let page: Page
  beforeAll(async () => {
    page = await here.open(options)
  })
  afterAll(() => page.context().close())
  beforeEach(() => resetDesk(here.server.desk))

  test.each(states.map(state => [state.name, state] as const))('%s: nothing found by axe, nothing cut off', async (_name, state) => {
    await page.getByRole('heading', { name: 'Guten Tag.' }).waitFor()
    await state.arrange(page)
    await page.getByText(state.seen).first().waitFor()
    expect(await findings(page)).toEqual([])
    expect(await pageWidth(page)).toBeLessThanOrEqual(options.viewport.width)
  })
})
