import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { derivedUuid } from '../../shared/ids.ts'
import { idsOf } from '../../service/intake/submission.ts'
import { inventedForm } from '../../service/demo/fit-connect/invented-form.ts'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

// From the portal of the state to a case on a desk, and a form that the town does not know yet on its way there.
const here = townScene({ people: { administrator: { login: 'lars.behrends' }, clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' } } })

const TOWN = 'tangerhuette'
const Shown = z.object({ submissions: z.array(z.object({ submissionId: z.string(), caseId: z.string(), settled: z.string().nullable() })) })

/** Sends one through the portal as soon as it knows the town's key. */
async function send(query = ''): Promise<string> {
  const ids: string[] = []
  await expect.poll(async () => {
    const answer = await fetch(`${here.town.fitConnect}/demo/submissions${query}`, { method: 'POST' })
    if (answer.ok) ids.push(z.object({ submissionId: z.string() }).parse(await answer.json()).submissionId)
    return ids.length
  }, { timeout: 60_000, interval: 500 }).toBe(1)
  return ids[0] ?? ''
}

const shown = async () => Shown.parse(await (await fetch(`${here.town.fitConnect}/submissions.json`)).json()).submissions
const settled = async (id: string): Promise<string | null | undefined> => (await shown()).find(({ submissionId }) => submissionId === id)?.settled

/** The case that a submission becomes. */
const applicationOf = (destination: string, id: string): string => idsOf(TOWN, derivedUuid(`fit-connect/${TOWN}/${destination}`, id)).application

const Replies = z.object({ replies: z.array(z.object({ caseId: z.string(), said: z.object({ status: z.string().optional(), title: z.string().optional(), attachments: z.array(z.object({ filename: z.string() })).optional() }) })) })

/** What a citizen reads at the portal about their case: its states, and messages with their files. */
async function readAtPortal(caseId: string): Promise<readonly string[]> {
  const { replies } = Replies.parse(await (await fetch(`${here.town.fitConnect}/replies.json`)).json())
  return replies.filter(reply => reply.caseId === caseId).flatMap(({ said: { status, title, attachments = [] } }) => [status, title, ...attachments.map(({ filename }) => filename)].filter(text => text !== undefined))
}

async function destinationOf(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Zustellpunkte und Schlüssel' }).click()
  const heading = await page.getByRole('heading', { level: 2, name: /^Zustellpunkt/ }).textContent()
  return /[0-9a-f-]{36}/.exec(heading ?? '')?.[0] ?? ''
}

test('what a citizen hands in at the portal of the state is a case with its ids, and the portal knows', { timeout: 180_000 }, async () => {
  const { administrator, clerk } = here
  const id = await send()
  await expect.poll(() => settled(id), { timeout: 30_000 }).toBe('accepted')
  await administrator.openView('Portalanbindung')
  await administrator.page.getByText('In den letzten 30 Tagen wurde 1 Einreichung angenommen.').waitFor()
  const destination = await destinationOf(administrator.page)
  expect(await accessibilityFindings(administrator.page)).toEqual([])
  await clerk.openCase(applicationOf(destination, id))
  await clerk.history.getByText(`Einreichung ${id}`, { exact: false }).waitFor()
  await clerk.history.getByText('Familienstand', { exact: false }).waitFor()
  expect(clerk.problems).toEqual([])
})

test('a form that the town does not know waits until an administrator has said how it becomes one of the town', { timeout: 180_000 }, async () => {
  const { administrator: { page, openView, problems } } = here
  const id = await send('?version=1.2')
  await openView('Portalanbindung')
  await page.getByRole('tab', { name: /Einreichungen/ }).click()
  const line = page.getByRole('row').filter({ hasText: id })
  await line.getByText('Dieses Formular kennt die Stadt noch nicht.').waitFor({ timeout: 30_000 })
  await line.getByText(/noch 14 Tage, bis/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('tab', { name: 'Zuordnungen' }).click()
  await page.getByRole('button', { name: 'Neue Version' }).click()
  const dialog = page.getByRole('dialog', { name: 'Neue Zuordnung' })
  await dialog.getByLabel('Schema', { exact: true }).fill('https://schema.fitko.de/fim/s00000114_1.2.schema.json')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Fragen des Portals und Felder der Stadt').waitFor()
  await page.getByText('Probieren Sie die Zuordnung zuerst mit einem Beispiel aus.').waitFor()
  await page.getByLabel('Beispiel', { exact: true }).fill(JSON.stringify(inventedForm(1).data))
  await page.getByRole('button', { name: 'Ausprobieren' }).click()
  await page.getByRole('table', { name: 'Das steht neben dem Formular' }).getByText('Angaben zur Person – Familienstand').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Zuordnung verwenden' }).click()
  await expect.poll(() => settled(id), { timeout: 30_000 }).toBe('accepted')
  expect(problems).toEqual([])
})

test('the decision on what came through the portal is read there with its letter', { timeout: 240_000 }, async () => {
  const { administrator, clerk, lead } = here
  const id = await send()
  await expect.poll(() => settled(id), { timeout: 30_000 }).toBe('accepted')
  const caseId = (await shown()).find(({ submissionId }) => submissionId === id)?.caseId ?? ''
  await administrator.openView('Portalanbindung')
  const application = applicationOf(await destinationOf(administrator.page), id)
  await expect.poll(() => readAtPortal(caseId), { timeout: 30_000 }).toContain('RECEIVED')
  await clerk.openCase(application)
  await clerk.claim()
  await expect.poll(() => readAtPortal(caseId), { timeout: 30_000 }).toContain('PROCESSING')
  await clerk.decision.locator('label', { hasText: 'Bewilligen' }).click()
  await clerk.decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).click()
  await lead.openCase(application)
  await lead.settle('Freigeben', '')
  await expect.poll(() => readAtPortal(caseId), { timeout: 60_000, interval: 500 }).toEqual(expect.arrayContaining(['COMPLETED', expect.stringMatching(/^Entscheidung zu Ihrem Antrag /), expect.stringMatching(/^Bescheid .*\.pdf$/)]))
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})

test('what cannot be read is refused and stands on the page with what to do', { timeout: 180_000 }, async () => {
  const { administrator: { page, openView, problems } } = here
  const ids = [await send('?broken=key'), await send('?broken=ciphertext')]
  const forged = await fetch(`${here.town.service}/fit-connect/callback`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  expect(forged.status).toBe(401)
  for (const id of ids) await expect.poll(() => settled(id), { timeout: 30_000 }).toBe('rejected')
  await openView('Portalanbindung')
  await page.getByRole('tab', { name: /Einreichungen/ }).click()
  for (const id of ids) await page.getByRole('table', { name: 'Nicht angenommen in den letzten 30 Tagen' }).getByRole('row').filter({ hasText: id }).getByText('Zurückgewiesen: Sie ließ sich nicht entschlüsseln.').waitFor({ timeout: 30_000 })
  await page.getByRole('table', { name: 'Abgewiesen' }).getByText('Ein Aufruf ohne gültige Unterschrift').waitFor({ timeout: 30_000 })
  expect(await accessibilityFindings(page)).toEqual([])
  expect(problems).toEqual([])
})
