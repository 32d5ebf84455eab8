import { expect, test } from 'vitest'
import { townScene } from '../support/scene.ts'
import type { Workplace } from '../support/workplace.ts'

const here = townScene({
  people: { clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' }, elsewhere: { login: 'silke.bartels' } },
})

const region = (desk: Workplace, name: string) => desk.page.getByRole('region', { name, exact: true })

test('two applications that are one are compared, merged and taken apart again', { timeout: 120_000 }, async () => {
  const person = { lastName: 'Doppel', email: 'doppel@example.org' }
  const first = await here.citizens.registerDog(person)
  const second = await here.citizens.registerDog({ ...person, insurer: 'Allianz' })
  await here.clerk.openCase(second.applicationId)
  await region(here.clerk, 'Vielleicht doppelt eingegangen').getByRole('button', { name: 'Vergleichen' }).click()
  const dialog = here.clerk.page.getByRole('dialog')
  await dialog.getByRole('row', { name: /Haftpflichtversicherung.*ÖSA|Haftpflichtversicherung.*Allianz/ }).waitFor()
  await dialog.getByRole('button', { name: `Diesen beenden, ${first.reference} weiterführen` }).click()
  await here.clerk.page.getByText(`Dieser Vorgang ist als Doppel in ${first.reference} aufgegangen.`).waitFor()

  await here.lead.openCase(first.applicationId)
  await region(here.lead, 'Verwandte Vorgänge').getByText(second.reference).waitFor()
  await expect.poll(() => region(here.lead, 'Anlagen').getByText('impfausweis.pdf').count(), { timeout: 15_000 }).toBe(2)
  await region(here.lead, 'Verwandte Vorgänge').getByRole('button', { name: 'Zusammenführung aufheben' }).click()
  await here.lead.page.getByRole('dialog').getByRole('button', { name: 'Zusammenführung aufheben' }).click()
  await here.clerk.decision.getByRole('button', { name: 'Übernehmen' }).waitFor()
})

test('a colleague named by keyboard finds the comment; a task is theirs and gets done; who looked is told', { timeout: 120_000 }, async () => {
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Rückfrage' })
  await here.clerk.openCase(applicationId)
  const { keyboard } = here.clerk.page
  await here.clerk.page.getByLabel('Kommentar oder Vermerk').focus()
  await keyboard.type('Bitte ansehen, @petra')
  await here.clerk.page.getByRole('option', { name: 'Petra Lindner' }).waitFor()
  await keyboard.press('Enter')
  await keyboard.type('heute noch.')
  await keyboard.press('Control+Enter')
  await region(here.clerk, 'Austausch im Amt').getByText('heute noch.').waitFor()

  await here.clerk.page.getByRole('button', { name: 'Aufgabe hinzufügen' }).focus()
  await keyboard.press('Enter')
  await here.clerk.page.getByLabel('Was ist zu tun?').and(here.clerk.page.locator(':focus')).waitFor()
  await keyboard.type('Halterin anrufen')
  await keyboard.press('Tab')
  await keyboard.type('Petra')
  await keyboard.press('Tab')
  await keyboard.type('30.11.2099')
  await keyboard.press('Enter')
  await region(here.clerk, 'Aufgaben').getByText('Halterin anrufen').waitFor()

  await here.lead.openCase(applicationId)
  await region(here.lead, 'Austausch im Amt').getByText('neu für Sie').waitFor()
  await region(here.lead, 'Aufgaben').getByText('Ich', { exact: true }).waitFor()
  await here.lead.page.getByRole('button', { name: 'Erledigt: Halterin anrufen' }).click()
  await here.clerk.history.getByText('Petra Lindner hat erledigt').waitFor()

  await here.clerk.history.getByRole('button', { name: 'Zeigen' }).click()
  await here.clerk.page.getByRole('option', { name: 'Ansichten' }).click()
  await expect.poll(() => here.clerk.history.getByText('Petra Lindner hat den Vorgang angesehen').count(), { timeout: 30_000 }).toBe(1)
})

test('what is missing stands in the letter, and the answer sets the clock going', { timeout: 120_000 }, async () => {
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Lücke' })
  await here.clerk.openCase(applicationId)
  await here.clerk.claim()
  await region(here.clerk, 'Vollständigkeit').getByText('Unterlage: Nachweis der Haftpflichtversicherung').waitFor()
  await region(here.clerk, 'Vollständigkeit').getByRole('button', { name: 'Das Fehlende nachfordern' }).click()
  const dialog = here.clerk.page.getByRole('dialog')
  expect(await dialog.getByRole('textbox').inputValue()).toContain('– die Unterlage „Nachweis der Haftpflichtversicherung“')
  await dialog.getByRole('button', { name: 'Nachfordern' }).click()
  await here.clerk.decision.getByText(/Frist ruht seit/).waitFor()
})

test('handed over, a case leaves the old department and lies free in the new one', { timeout: 120_000 }, async () => {
  const { applicationId, reference } = await here.citizens.registerDog({ lastName: 'Wanderer' })
  await here.clerk.openCase(applicationId)
  await here.clerk.page.getByRole('button', { name: 'Abgeben …' }).click()
  const dialog = here.clerk.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Amt/ }).click()
  await here.clerk.page.getByRole('option', { name: 'Ordnung, Sicherheit und Gewerbe' }).click()
  await dialog.getByLabel('Grund').fill('Gefährlicher Hund')
  await dialog.getByRole('button', { name: 'Abgeben' }).click()
  await here.clerk.page.getByRole('heading', { name: 'Vorgang nicht gefunden' }).waitFor()
  await here.elsewhere.openCase(applicationId)
  await here.elsewhere.page.locator('.case__reference', { hasText: reference }).waitFor()
  await here.elsewhere.history.getByText('Katrin Sommer hat den Vorgang abgegeben: Ordnung, Sicherheit und Gewerbe: Gefährlicher Hund').waitFor()
  await expect.poll(() => here.elsewhere.decision.getByRole('button', { name: 'Übernehmen' }).count(), { timeout: 30_000 }).toBe(1)
})

test('a decided case is reopened by a lead with a reason, and goes on', { timeout: 120_000 }, async () => {
  await here.lead.openView('Alle')
  await here.lead.page.getByRole('row').filter({ hasText: 'Bewilligt' }).filter({ hasText: 'Hundeanmeldung' }).first().click()
  await here.lead.page.getByRole('button', { name: 'Wieder aufnehmen …' }).click()
  const dialog = here.lead.page.getByRole('dialog')
  await dialog.getByLabel('Grund').fill('Neue Tatsachen')
  await dialog.getByRole('button', { name: 'Wieder aufnehmen' }).click()
  await here.lead.page.locator('.case__bar').getByText('In Bearbeitung').waitFor()
  await here.lead.transferred()
  await expect.poll(() => here.lead.history.getByText('Petra Lindner hat den Vorgang wieder aufgenommen').count(), { timeout: 30_000 }).toBe(1)
})

test('nothing went wrong on any page', () => {
  expect([here.clerk, here.lead, here.elsewhere].flatMap(({ problems }) => problems)).toEqual([])
})
