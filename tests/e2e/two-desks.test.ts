import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright'
import { httpDesk, proposalIn, type HttpDesk, type Proposal } from '../support/http-desk.ts'
import { townScene } from '../support/scene.ts'

const SUBMISSIONS = 15

const here = townScene({
  rows: 300,
  people: { clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' }, second: { login: 'annett.falke' } },
})
let observer: HttpDesk
let startHead: number
beforeAll(async () => {
  observer = await httpDesk(here.town.service, 'jana.thiele')
  startHead = await observer.head()
})

test('a submission appears on every open list by itself, newest first', { timeout: 120_000 }, async () => {
  await Promise.all([here.clerk, here.lead].map(desk => desk.openView('Alle')))
  const times: number[] = []
  for (let index = 0; index < SUBMISSIONS; index++) {
    const lastName = `Eilig-${index}-Berg`
    const painted = Promise.all([here.clerk, here.lead].map(({ page }) => paintedAt(page, lastName)))
    const sentAt = Date.now()
    await here.citizens.registerDog({ lastName })
    const [onClerks, onLeads] = await painted
    times.push(Number(onClerks) - sentAt, Number(onLeads) - sentAt)
  }
  const inOrder = times.toSorted((one, other) => one - other)
  console.log(`live-latency: POST to row painted, ${times.length} rows on two desks: median ${inOrder[SUBMISSIONS]} ms, best ${inOrder[0]} ms, worst ${inOrder.at(-1)} ms`)
  expect(times).toHaveLength(2 * SUBMISSIONS)
  const first = here.clerk.page.getByRole('row').filter({ hasText: `Eilig-${SUBMISSIONS - 1}-Berg` })
  expect(await first.getAttribute('row-index')).toBe('0')
})

test('from application to decision: claimed, asked, proposed, released, told', { timeout: 120_000 }, async () => {
  const { applicationId, mailbox } = await here.citizens.registerDog({ lastName: 'Morgenrot', email: 'morgenrot@example.org' })
  await Promise.all([here.clerk, here.lead].map(desk => desk.openCase(applicationId)))
  await here.clerk.claim()
  await here.lead.decision.getByText('Katrin Sommer bearbeitet diesen Vorgang.').waitFor()
  await here.clerk.write('Rückfrage zum Impfausweis', 'Bitte reichen Sie die zweite Seite nach.')
  await here.clerk.propose('Bewilligen', 'Alle Angaben sind belegt.')
  await here.clerk.decision.getByText('Bewilligung vorgeschlagen').waitFor()

  await here.lead.openView('Zur Freigabe')
  await here.lead.page.getByRole('row').filter({ hasText: 'Morgenrot' }).click()
  await here.lead.decision.getByText('Alle Angaben sind belegt.').waitFor()
  await here.lead.settle('Freigeben', 'Sehe ich auch so.')

  for (const desk of [here.clerk, here.lead]) {
    await desk.decision.getByText(/freigegeben von Petra Lindner/).waitFor()
    await desk.history.getByText('Entscheidung zu Ihrem Antrag').waitFor()
    await desk.history.getByText('Bescheid im Postfach bereitgestellt').waitFor()
    const lines = (await desk.history.getByRole('listitem').allInnerTexts()).map(line => line.split('\n')[0])
    expect(lines).toEqual([
      expect.stringMatching(/^Petra Lindner hat dem Bürger geschrieben: Entscheidung zu Ihrem Antrag/),
      'Bescheid im Postfach bereitgestellt',
      'Petra Lindner hat die Entscheidung freigegeben',
      'Katrin Sommer hat eine Entscheidung vorgeschlagen',
      'Katrin Sommer hat dem Bürger geschrieben: Rückfrage zum Impfausweis',
      'Katrin Sommer hat den Vorgang übernommen',
      'Das System hat dem Bürger geschrieben: Ihr Antrag ist eingegangen',
      'Antrag eingegangen über Online-Portal',
    ])
  }
  await expectCitizenToldOnly(mailbox)
})

async function expectCitizenToldOnly(mailbox: string): Promise<void> {
  const page = await here.browser.newPage()
  await page.goto(`${here.town.service}/portal/mailboxes/${mailbox}`)
  const articles = page.getByRole('article')
  expect(await articles.count()).toBe(3)
  for (let unread = 3; unread > 0; unread--) await page.getByRole('button', { name: 'Nachricht lesen' }).first().click()
  await page.getByText('Bitte reichen Sie die zweite Seite nach.').waitFor()
  await page.getByText('Alle Angaben sind belegt.').waitFor()
  expect(await page.getByText('Sehe ich auch so.').count(), 'the note for the file stays in the file').toBe(0)
  await page.close()
  const mine = (): Promise<readonly { readonly to: readonly string[]; readonly text: string; readonly subject: string }[]> => mailsTo('morgenrot@example.org')
  await expect.poll(async () => (await mine()).length, { timeout: 30_000 }).toBe(3)
  for (const { text, subject } of await mine()) expect(`${subject} ${text}`).not.toMatch(/Morgenrot|Gerda|Impfausweis|Bewillig|Hund|Dackel/)
}

async function mailsTo(address: string): Promise<readonly { readonly to: readonly string[]; readonly text: string; readonly subject: string }[]> {
  const reply = await fetch(new URL('/messages.json', here.town.mail))
  const { messages } = await reply.json() as { readonly messages: readonly { readonly to: readonly string[]; readonly text: string; readonly subject: string }[] }
  return messages.filter(({ to }) => to.includes(address))
}

test('returned with a reason, mended, rejected, and free for everybody again', { timeout: 120_000 }, async () => {
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Zurückhaltend' })
  await Promise.all([here.clerk, here.lead].map(desk => desk.openCase(applicationId)))
  await here.clerk.claim()
  await here.clerk.propose('Ablehnen', 'Der Chip fehlt.')
  await here.lead.decision.getByText('Der Chip fehlt.').waitFor()
  await here.lead.settle('Zurückgeben', 'Bitte die Satzung nennen.')
  await here.clerk.decision.getByText('Zuletzt zurückgegeben von Petra Lindner: Bitte die Satzung nennen.').waitFor()
  await here.clerk.propose('Ablehnen', 'Der Chip fehlt (§ 5 der Satzung).')
  await here.lead.decision.getByText('Der Chip fehlt (§ 5 der Satzung).').waitFor()
  await here.lead.settle('Vorschlag ablehnen', 'Der Chip ist da, Seite 2.')
  for (const desk of [here.clerk, here.lead]) {
    await desk.decision.getByText('Noch niemand bearbeitet diesen Vorgang.').waitFor()
    expect(await desk.decision.getByRole('button', { name: 'Übernehmen' }).isEnabled()).toBe(true)
  }
  await here.clerk.history.getByText('Petra Lindner hat den Vorschlag abgelehnt').waitFor()
})

/** The proposal as the service holds it, as soon as it does. */
const arrivedProposal = (applicationId: Parameters<typeof proposalIn>[1]): Promise<Proposal> =>
  vi.waitFor(async () => proposalIn(await observer.feed('steuern', startHead), applicationId), { timeout: 30_000 })

describe('four eyes', { timeout: 120_000 }, () => {
  test('a lead cannot release what they proposed, on the screen or past it; a second lead can', async () => {
    const { applicationId } = await here.citizens.registerDog({ lastName: 'Alleingang' })
    await here.lead.openCase(applicationId)
    await here.lead.claim()
    await here.lead.propose('Bewilligen', 'Selbst geprüft.')
    await here.lead.decision.getByText('Freigeben ist gerade nicht möglich:').waitFor()
    await here.lead.decision.getByText('Nach dem Vier-Augen-Prinzip gibt eine andere Person frei').waitFor()
    expect(await here.lead.decision.getByRole('button', { name: 'Freigeben' }).count()).toBe(0)
    const proposal = await arrivedProposal(applicationId)
    const own = await (await httpDesk(here.town.service, 'petra.lindner')).approve(proposal)
    expect(own).toMatchObject({ kind: 'refused', code: 'applications/own-proposal' })
    const deputy = await (await httpDesk(here.town.service, 'uwe.brandt')).approve(proposal)
    expect(deputy, 'the right of the deputy is lent by the author').toMatchObject({ kind: 'refused', code: 'applications/own-proposal' })
    expect(await (await httpDesk(here.town.service, 'annett.falke')).approve(proposal)).toMatchObject({ kind: 'applied' })
    await here.lead.decision.getByText(/freigegeben von Annett Falke/).waitFor()
  })

  test('a second account of the proposing person is refused', async () => {
    const { applicationId } = await here.citizens.registerDog({ lastName: 'Doppelkonto' })
    await here.clerk.openCase(applicationId)
    await here.clerk.claim()
    await here.clerk.propose('Bewilligen', 'In Ordnung.')
    const proposal = await arrivedProposal(applicationId)
    expect(await (await httpDesk(here.town.service, 'katrin.sommer2')).approve(proposal)).toMatchObject({ kind: 'refused', code: 'applications/own-proposal' })
    expect(await (await httpDesk(here.town.service, 'katrin.sommer')).approve(proposal)).toMatchObject({ kind: 'refused', code: 'commands/not-allowed' })
  })

  test('two leads click at once: one decision, and the other is told calmly', async () => {
    const { applicationId } = await here.citizens.registerDog({ lastName: 'Gleichzeitig' })
    await Promise.all([here.clerk, here.lead, here.second].map(desk => desk.openCase(applicationId)))
    await here.clerk.claim()
    await here.clerk.propose('Bewilligen', 'Eindeutig.')
    await Promise.all([here.lead, here.second].map(async desk => {
      await desk.decision.getByRole('button', { name: 'Freigeben' }).click()
      await desk.page.getByRole('dialog').waitFor()
    }))
    await Promise.all([here.lead, here.second].map(({ page }) => page.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()))
    for (const desk of [here.lead, here.second, here.clerk]) await desk.decision.getByText(/freigegeben von (Petra Lindner|Annett Falke)/).waitFor()
    const entries = await observer.feed('steuern', startHead)
    const approvals = entries.filter(entry => entry.op === 'put' && entry.table === 'application_events' && entry.row['applicationId'] === applicationId && entry.row['kind'] === 'approved')
    expect(approvals).toHaveLength(1)
    await Promise.all([here.lead, here.second].map(desk => desk.transferred()))
    // The slower click either met the finished decision on its own desk (told beside the work) or was refused by the service.
    const told = await Promise.all([here.lead, here.second].map(async desk => (await desk.attentionButton.count()) + (await desk.toasts.getByText(/steht auf|nicht mehr der|geändert/).count())))
    expect(told.filter(count => count > 0)).toHaveLength(1)
  })
})

test('no page has met an error', () => {
  expect([here.clerk, here.lead, here.second].flatMap(({ problems }) => problems)).toEqual([])
})

/** When a text was first on the screen of a page, in ms of the system clock. */
const paintedAt = (page: Page, text: string): Promise<number> =>
  page.evaluate(wanted => new Promise<number>(resolve => {
    const look = (): void => {
      if (!document.querySelector('.grid')?.textContent.includes(wanted)) return
      watching.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { subtree: true, childList: true, characterData: true })
    look()
  }), text)
