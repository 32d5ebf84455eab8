import { beforeAll, expect, test } from 'vitest'
import { openPage, signIn } from '../support/browser.ts'
import type { Submitted } from '../support/citizen.ts'
import { httpDesk } from '../support/http-desk.ts'
import { townScene } from '../support/scene.ts'
import type { TestDesk } from '../support/town.ts'
import { workplaceOn, type Workplace } from '../support/workplace.ts'

const PIN = '824613'

const here = townScene({
  rows: 300,
  people: { clerk: { login: 'katrin.sommer', isOverCable: true }, colleague: { login: 'olaf.hesse' } },
})
// Sign-in goes to the issuer's own address; everything else of this desk runs over the cable.
let desk: TestDesk
let clerk: Workplace
beforeAll(async () => {
  clerk = here.clerk
  desk = here.clerk.desk
  await setPin(clerk)
})

async function setPin({ page, toasts }: Workplace): Promise<void> {
  await page.locator('.account').click()
  await page.getByRole('menuitem', { name: 'PIN festlegen' }).click()
  await page.getByLabel('Neue PIN').fill(PIN)
  await page.getByLabel('PIN wiederholen').fill(PIN)
  await page.getByRole('dialog').getByRole('button', { name: 'PIN festlegen' }).click()
  await toasts.getByText('Die PIN ist festgelegt.').waitFor()
}

const pullTheCable = async (): Promise<void> => {
  here.cable.off()
  await clerk.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
}

const plugItIn = async (): Promise<void> => {
  here.cable.on()
  await clerk.transferred()
}

/** Puts a submission on the open clerk's desk. */
async function arrive(lastName: string): Promise<Submitted> {
  const submitted = await here.citizens.registerDog({ lastName })
  await clerk.openCase(submitted.applicationId)
  return submitted
}

test('without a network everything is saved here, and what was refused lands in front of its author', { timeout: 180_000 }, async () => {
  const elsewhere = await here.citizens.registerDog({ lastName: 'Unbeteiligt' })
  const { applicationId, mailbox } = await arrive('Wettlauf')
  await pullTheCable()
  await clerk.openCase(elsewhere.applicationId)
  await clerk.write('Ohne Netz geschrieben', 'Diese Nachricht war in Ordnung.')
  await clerk.openCase(applicationId)
  await clerk.claim()
  await clerk.write('Kurze Rückfrage', 'Liegt der Chip schon vor?')
  await clerk.propose('Ablehnen', 'Mein eigener Text zur Begründung.')
  await clerk.decision.getByText('Ablehnung vorgeschlagen').waitFor()
  await clerk.decision.getByText('Hier gespeichert, noch nicht übertragen').waitFor()
  await clerk.conversation.getByText('gespeichert, noch nicht übertragen').waitFor()
  await clerk.transfer.filter({ hasText: /4 offen, älteste \S+/ }).waitFor()
  await clerk.toasts.getByText('Wird übertragen, sobald das Netz wieder da ist.').first().waitFor()

  await here.colleague.openCase(applicationId)
  await here.colleague.claim()
  await here.colleague.transferred()
  await plugItIn()

  expect(await textsIn(elsewhere.mailbox), 'what was fine has arrived').toContain('Diese Nachricht war in Ordnung.')
  await clerk.attentionButton.filter({ hasText: '3' }).waitFor()
  await clerk.decision.getByText('Olaf Hesse bearbeitet diesen Vorgang.').waitFor()
  await clerk.attentionButton.click()
  const dialog = clerk.page.getByRole('dialog')
  await dialog.getByText('Der Vorgang ist schon übernommen: Olaf Hesse bearbeitet ihn.').waitFor()
  const assignee = dialog.getByRole('row').filter({ has: clerk.page.getByRole('rowheader', { name: 'Bearbeitung', exact: true }) })
  expect(await assignee.getByRole('cell').allInnerTexts(), 'as seen, as it stands, as changed here').toEqual(['–', 'Olaf Hesse', 'Katrin Sommer'])
  await dialog.getByRole('button', { name: 'Zur Kenntnis nehmen' }).click()

  await dialog.getByText('Liegt der Chip schon vor?').waitFor()
  await dialog.getByText('Diese Änderung baut auf einer anderen auf, die nicht angenommen wurde.').waitFor()
  await dialog.getByRole('button', { name: 'Noch einmal anwenden' }).click()
  await expect.poll(() => textsIn(mailbox), { timeout: 30_000 }).toContain('Liegt der Chip schon vor?')

  // Done again while the case is still the colleague's: refused again, and still nothing of the text is lost.
  for (const button of ['Noch einmal anwenden', 'Zur Kenntnis nehmen']) {
    await dialog.getByText('Mein eigener Text zur Begründung.').waitFor()
    await dialog.getByRole('button', { name: button }).click()
  }
  await dialog.getByText('Es gibt nichts zu klären.').waitFor()
  await clerk.page.keyboard.press('Escape')
})

const textsIn = async (mailbox: string): Promise<readonly string[]> => (await here.citizens.portal.mailbox(mailbox)).messages.map(({ text }) => text)

test('a refused change can be applied again once the way is free', { timeout: 180_000 }, async () => {
  const { applicationId } = await arrive('Nochmal')
  await pullTheCable()
  await clerk.claim()
  await here.colleague.openCase(applicationId)
  await here.colleague.claim()
  await here.colleague.decision.getByText('Sie bearbeiten diesen Vorgang.').waitFor()
  await here.colleague.transferred()
  await plugItIn()
  await clerk.attentionButton.waitFor()
  await here.colleague.decision.getByRole('button', { name: 'Zurücklegen' }).click()
  await clerk.decision.getByText('Noch niemand bearbeitet diesen Vorgang.').waitFor()
  await clerk.attentionButton.click()
  await clerk.page.getByRole('dialog').getByRole('button', { name: 'Noch einmal anwenden' }).click()
  await clerk.page.getByRole('dialog').getByText('Es gibt nichts zu klären.').waitFor()
  await clerk.page.keyboard.press('Escape')
  await here.colleague.decision.getByText('Katrin Sommer bearbeitet diesen Vorgang.').waitFor()
  await expect.poll(() => clerk.attentionButton.count()).toBe(0)
})

test('saved changes and half-written text survive a reload and kill -9, and are transferred exactly once', { timeout: 240_000 }, async () => {
  const { applicationId, mailbox } = await arrive('Überlebt')
  await clerk.transferred()
  const observer = await httpDesk(here.town.service, 'jana.thiele')
  const before = await observer.head()
  await pullTheCable()
  await clerk.claim()
  await clerk.write('Nach dem Ausfall', 'Das kommt genau einmal an.')
  await clerk.note('Vermerk vor dem Ausfall')
  await clerk.history.getByText('Vermerk vor dem Ausfall').waitFor()
  await clerk.decision.getByLabel('Begründung').fill('Halb geschriebener Satz')
  await clerk.transfer.filter({ hasText: '3 offen' }).waitFor()

  await clerk.page.reload()
  await expectEverything(clerk, applicationId)

  await desk.kill()
  desk = await here.town.openDesk('clerk', { service: here.cable.url })
  const { page, problems } = await openPage(here.browser, desk.url)
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: 'Entsperren' }).click()
  clerk = workplaceOn(page, problems)
  await expectEverything(clerk, applicationId)

  // Killed once more just when it sends, and signed in again: still once.
  here.cable.on()
  await desk.kill()
  desk = await here.town.openDesk('clerk', { service: here.cable.url })
  const again = await openPage(here.browser, desk.url)
  await signIn(again.page, 'katrin.sommer')
  clerk = workplaceOn(again.page, again.problems)
  await clerk.transferred()
  const entries = (await observer.feed('steuern', before)).flatMap(entry => (entry.op === 'put' ? [entry.row] : []))
  const ofCase = entries.filter(row => row['applicationId'] === applicationId)
  const ids = (wanted: (row: (typeof ofCase)[number]) => boolean): readonly unknown[] => [...new Set(ofCase.filter(wanted).map(row => row['id']))]
  expect(ids(row => row['kind'] === 'claimed')).toHaveLength(1)
  expect(ids(row => row['kind'] === 'noted')).toHaveLength(1)
  expect(ids(row => row['text'] === 'Das kommt genau einmal an.')).toHaveLength(1)
  const { messages } = await here.citizens.portal.mailbox(mailbox)
  expect(messages.filter(({ text }) => text === 'Das kommt genau einmal an.')).toHaveLength(1)
  await here.colleague.openCase(applicationId)
  await here.colleague.history.getByText('Vermerk vor dem Ausfall').waitFor()
})

async function expectEverything(person: Workplace, applicationId: string): Promise<void> {
  await person.page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await person.openCase(applicationId)
  await person.decision.getByText('Sie bearbeiten diesen Vorgang.').waitFor()
  await person.conversation.getByText('Das kommt genau einmal an.').waitFor()
  await person.history.getByText('Vermerk vor dem Ausfall').waitFor()
  await person.transfer.filter({ hasText: '3 offen' }).waitFor()
  await expect.poll(() => person.decision.getByLabel('Begründung').inputValue()).toBe('Halb geschriebener Satz')
}
