import type { Browser, Locator, Page } from 'playwright'
import { openPage, showCase, signIn } from './browser.ts'

/** A person at an open desk: what they do with mouse and keyboard, in the words on the screen. */
export interface Workplace {
  readonly page: Page
  readonly problems: readonly string[]
  openView(name: string): Promise<void>
  openCase(applicationId: string): Promise<void>
  claim(): Promise<void>
  /** Fills in outcome and reason and sends. */
  propose(outcome: 'Bewilligen' | 'Ablehnen', reason: string): Promise<void>
  write(subject: string, text: string): Promise<void>
  note(text: string): Promise<void>
  /** Approves, returns or rejects: opens the dialog, fills it in and confirms. */
  settle(action: 'Freigeben' | 'Zurückgeben' | 'Vorschlag ablehnen', text: string): Promise<void>
  /** The panel in which a case is decided. */
  readonly decision: Locator
  readonly history: Locator
  readonly conversation: Locator
  readonly transfer: Locator
  readonly attentionButton: Locator
  readonly toasts: Locator
  /** Waits until everything saved here is transferred. */
  transferred(): Promise<void>
}

/** Opens a desk in a browser profile of its own and signs somebody in; it is connected then, so that nothing is refused for want of a connection. */
export async function sitDown(browser: Browser, url: string, login: string): Promise<Workplace> {
  const { page, problems } = await openPage(browser, url)
  await signIn(page, login)
  const person = workplaceOn(page, problems)
  await person.transfer.filter({ hasText: 'Verbunden' }).waitFor()
  return person
}

/** For a page on which somebody is already signed in. */
export function workplaceOn(page: Page, problems: readonly string[]): Workplace {
  const decision = page.getByRole('region', { name: 'Entscheidung', exact: true })
  const transfer = page.locator('.transfer')
  return {
    page,
    problems,
    decision,
    transfer,
    history: page.getByRole('region', { name: 'Verlauf' }),
    conversation: page.getByRole('region', { name: 'Nachrichten', exact: true }),
    attentionButton: page.locator('.button--attention'),
    toasts: page.getByRole('region', { name: 'Rückmeldungen' }),
    openView: async name => {
      await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    },
    openCase: async id => {
      await showCase(page, id)
      await decision.waitFor()
    },
    claim: () => decision.getByRole('button', { name: 'Übernehmen' }).click(),
    propose: async (outcome, reason) => {
      await decision.locator('label', { hasText: outcome }).click()
      await decision.getByLabel('Begründung').fill(reason)
      await decision.getByRole('button', { name: outcome === 'Bewilligen' ? 'Bewilligung vorschlagen' : 'Ablehnung vorschlagen' }).click()
    },
    write: async (subject, text) => {
      await page.getByLabel('Betreff').fill(subject)
      await page.getByLabel('Nachricht', { exact: true }).fill(text)
      await page.getByRole('button', { name: 'Senden' }).click()
      await page.locator('.message', { hasText: text }).waitFor()
    },
    note: async text => {
      await page.getByLabel('Kommentar oder Vermerk').fill(text)
      await page.getByRole('button', { name: 'Vermerk speichern' }).click()
    },
    settle: async (action, text) => {
      await decision.getByRole('button', { name: action }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill(text)
      await dialog.getByRole('button', { name: action }).click()
      await dialog.waitFor({ state: 'detached' })
    },
    transferred: () => transfer.filter({ hasText: 'Verbunden' }).filter({ hasText: 'Alles übertragen' }).waitFor(),
  }
}
