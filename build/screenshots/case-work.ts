import type { Page } from 'playwright'
import type { NetworkSwitch } from '../network-switch.ts'
import type { Studio } from './studio.ts'

export async function openCase(page: Page, id: string): Promise<void> {
  await page.evaluate(hash => { location.hash = hash }, `#/applications/${id}?view=all`)
  await page.getByRole('region', { name: 'Entscheidung', exact: true }).waitFor()
}

/** A clerk proposes and looks at the letter first; whoever releases sees the same case. */
export async function proposeWithLetter(clerk: Page, id: string, studio: Studio): Promise<void> {
  await openCase(clerk, id)
  await claimAndWrite(clerk, 'Bewilligen', 'Chip und Haftpflichtversicherung sind nachgewiesen. Die Steuer beginnt mit dem 1. Dezember 2026.')
  await clerk.getByRole('button', { name: 'Bescheid ansehen' }).click()
  await clerk.getByRole('dialog').getByText('Die Steuer beginnt').first().waitFor({ state: 'attached' })
  await studio.picture(clerk, 'letter')
  await clerk.keyboard.press('Escape')
  await clerk.getByRole('dialog').waitFor({ state: 'detached' })
  await clerk.getByRole('button', { name: /vorschlagen$/ }).click()
  await transferred(clerk)
}

/** Two people take the same case while one of them is without a network. */
export async function pictureOfflineAndAfter(clerk: Page, lead: Page, contested: string, cable: NetworkSwitch, studio: Studio): Promise<void> {
  cable.off()
  await clerk.locator('.transfer').filter({ hasText: 'Ohne Verbindung' }).waitFor()
  await openCase(clerk, contested)
  await claimAndWrite(clerk, 'Ablehnen', 'Die Versicherung ist nicht nachgewiesen (§ 3 Absatz 2 der Satzung).')
  await clerk.getByRole('button', { name: /vorschlagen$/ }).click()
  await clerk.getByText('Ablehnung vorgeschlagen').first().waitFor()
  await studio.picture(clerk, 'offline')
  await openCase(lead, contested)
  await lead.getByRole('button', { name: 'Übernehmen' }).click()
  await transferred(lead)
  cable.on()
  await transferred(clerk)
  await clerk.locator('.button--attention').click()
  await clerk.getByRole('dialog').getByRole('table').waitFor()
  await studio.picture(clerk, 'attention')
}

async function claimAndWrite(page: Page, outcome: 'Bewilligen' | 'Ablehnen', reason: string): Promise<void> {
  const decision = page.getByRole('region', { name: 'Entscheidung', exact: true })
  await decision.getByRole('button', { name: 'Übernehmen' }).click()
  await decision.locator('label', { hasText: outcome }).click()
  await decision.getByLabel('Begründung').fill(reason)
}

export async function transferred(page: Page): Promise<void> {
  await page.locator('.transfer').filter({ hasText: 'Verbunden' }).filter({ hasText: 'Alles übertragen' }).waitFor()
}
