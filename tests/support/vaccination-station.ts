import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { encode } from 'uqr'
import type { SeatedPerson } from './scene.ts'

/** Somebody new at the entrance. */
export interface Guest {
  readonly familyName: string
  readonly givenName: string
  readonly born: string
}

/** A station of a vaccination day: what its team does with keys and scanner, in the words on the screen. */
export interface Station {
  readonly page: Page
  /** Whoever is open at this station. */
  readonly person: Locator
  /** How many are documented, as the line of figures says. */
  documented(): Promise<number>
  toBoard(): Promise<void>
  checkIn(guest: Guest): Promise<void>
  /** Asks, has them agree, scans the box and documents; as far as that is still to be done. */
  ask(): Promise<void>
  agree(): Promise<void>
  document(box: string): Promise<void>
  /** Types into the one field as a scanner does. */
  scan(text: string): Promise<void>
  /** What is on the ticket of whoever is open, as a scanner reads it off the paper. */
  ticket(): Promise<string>
}

const TICKET = /RDT1[0-9A-HJ-NP-X]{60,}/

export async function stationOf({ page }: SeatedPerson): Promise<Station> {
  const tickets = await ticketsOn(page)
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Impfung' }).click()
  const field = page.getByRole('combobox', { name: 'Name, Nummer oder Scan' })
  const person = page.getByRole('article', { name: /^Am Platz: / })
  await field.waitFor()
  const next = (words: string): Promise<void> => page.locator('[data-primary-action]').filter({ hasText: words }).click()
  const scan = async (text: string): Promise<void> => {
    await field.fill(text)
    await field.press('Enter')
  }
  return {
    page, person, scan,
    documented: async () => Number(await page.locator('.figures-line__one').filter({ hasText: 'Dokumentiert' }).locator('dd').innerText()),
    toBoard: async () => {
      if (await person.count() > 0) await page.getByRole('button', { name: 'Zur Tafel' }).click()
      await page.locator('.figures-line').waitFor()
    },
    checkIn: async ({ familyName, givenName, born }) => {
      await page.getByRole('button', { name: 'Ohne Termin' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Nachname').fill(familyName)
      await dialog.getByLabel('Vorname').fill(givenName)
      await dialog.getByLabel('Geburtsdatum').fill(born)
      await dialog.getByRole('button', { name: 'Anmelden' }).click()
      await page.getByRole('article', { name: `Am Platz: ${familyName}, ${givenName}` }).waitFor()
    },
    ask: () => next('Alles nein'),
    agree: () => next('Aufgeklärt und einverstanden'),
    document: async box => {
      await person.getByText('Packung scannen').waitFor()
      await scan(box)
      await next('Dokumentieren')
      await person.getByRole('heading', { name: 'Beobachtung' }).waitFor()
      // Until then the station takes whatever is pressed for a double click.
      await page.locator('[data-primary-action]').filter({ hasText: 'Nächste Person' }).waitFor()
    },
    ticket: async () => {
      await person.getByRole('button', { name: 'Laufzettel' }).click()
      const code = page.getByRole('dialog').locator('.qr path').last()
      await code.waitFor()
      const text = tickets.at(-1) ?? ''
      expect(await code.getAttribute('d'), 'what is drawn is what a scanner reads').toBe(drawn(text))
      await page.keyboard.press('Escape')
      return text
    },
  }
}

/** Tickets as they come to the page, the newest last. */
async function ticketsOn(page: Page): Promise<readonly string[]> {
  const seen: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => {
    const [text] = TICKET.exec(payload.toString()) ?? []
    if (text) seen.push(text)
  }))
  await page.reload()
  return seen
}

/** The dark modules of the code for a text, as a path. */
const drawn = (text: string): string =>
  encode(text, { ecc: 'L', boostEcc: true, border: 4 }).data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
