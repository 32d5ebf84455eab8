import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { readPdf } from '../../service/domains/letters/testing.ts'
import { setKind } from '../../shared/domains/notices/kind-commands.ts'
import { DepartmentId } from '../../shared/ids.ts'
import { countedActs } from '../support/acts.ts'
import { httpDesk } from '../support/http-desk.ts'
import { longTasksOf } from '../support/long-tasks.ts'
import { noticeTable } from '../support/notice-table.ts'
import { townScene } from '../support/scene.ts'

/** The town sends 2,100 a year; so many take minutes on a small machine, and are run where somebody asks for it. */
const LETTERS = Number(process.env['NOTICE_RUN_LETTERS'] ?? 300)
const MOST_ACTS = 12
/** Against hanging, not against slowness. */
const LONGEST_MS = 1_500_000
const PATIENT = { timeout: LONGEST_MS }

const LEAD = 'rene.schernikau'

const here = townScene({ people: { clerk: { login: 'ulrike.giese' }, lead: { login: LEAD } } })

const Arrived = z.array(z.object({ letterID: z.number(), custom1: z.string(), sha256: z.string() }))

const atPrintCentre = async () => Arrived.parse(await (await fetch(`${here.town.epost}/letters.json`)).json())

/** A department that has one kind of notice, of which letters leave as soon as they are released. */
async function giveKind(): Promise<void> {
  const lead = await httpDesk(here.town.service, LEAD)
  const kind = { id: 'umlage-am-bau', title: 'Umlage', templateId: 'umlage-unterhaltung', ruleSetId: 'vwvfg', isColor: false, isDuplex: true, coolingMinutes: 0, holdDays: 0, offersMailbox: false, retentionYears: 10, active: true }
  expect(await lead.send(setKind, { departmentId: DepartmentId.parse('bau'), basedOn: null, ...kind })).toMatchObject({ kind: 'applied' })
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

test(`${LETTERS} notices go from a table to the print centre, each once, in ${MOST_ACTS} acts of two persons`, { timeout: LONGEST_MS }, async () => {
  const { clerk, lead } = here
  const table = noticeTable({ notices: LETTERS, seed: 20_261_123 })
  const file = join(here.town.folder, table.fileName)
  await writeFile(file, table.bytes)
  await giveKind()
  const pageOf = ({ page }: typeof clerk) => page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: /^Bescheide/ })
  await Promise.all([pageOf(clerk).waitFor(), pageOf(lead).waitFor()])
  const [longestOfClerk, longestOfLead] = await Promise.all([longTasksOf(clerk.page), longTasksOf(lead.page)])

  const acts = countedActs()
  const begun = performance.now()
  await acts.click(pageOf(clerk))
  await acts.click(clerk.page.getByRole('link', { name: 'Neuer Lauf' }))
  await acts.drag(file, clerk.page.locator('.notice-import__drop'))
  await acts.click(clerk.page.getByRole('button', { name: /^Lauf vorbereiten \([\d.]+ Bescheide\)$/ }))
  const submit = clerk.page.getByRole('button', { name: 'Zur Freigabe geben' })
  await submit.and(clerk.page.locator(':not([aria-disabled="true"])')).waitFor(PATIENT)
  const preparedMs = performance.now() - begun
  await acts.click(submit)
  await clerk.page.getByRole('dialog').getByRole('textbox').and(clerk.page.locator(':focus')).waitFor()
  await acts.press(clerk.page, 'Enter')
  await clerk.page.getByText('Wartet auf Freigabe', { exact: true }).waitFor(PATIENT)
  const checkedMs = performance.now() - begun

  await acts.click(pageOf(lead))
  await acts.click(lead.page.getByRole('link', { name: /^Ansehen und freigeben: Umlage/ }))
  await acts.click(lead.page.getByRole('button', { name: 'Freigeben', exact: true }))
  await lead.page.getByRole('alertdialog').getByRole('textbox').and(lead.page.locator(':focus')).waitFor()
  await acts.type(lead.page, String(LETTERS))
  await acts.press(lead.page, 'Enter')
  await lead.page.getByText('Alle Briefe sind übergeben.').waitFor(PATIENT)
  const tookMs = performance.now() - begun

  const arrived = await atPrintCentre()
  const [longest, longestReleasing] = await Promise.all([longestOfClerk(), longestOfLead()])
  // The figures go into the log of every run.
  process.stdout.write(`${LETTERS} notices of ${table.lines} lines: ${acts.count()} acts, ${seconds(preparedMs)} until prepared, ${seconds(checkedMs)} until checked, ${seconds(tookMs)} until handed over; ` +
    `longest task ${longest.toFixed(0)} ms at the clerk's desk, ${longestReleasing.toFixed(0)} ms at the lead's\n`)
  expect(acts.count()).toBeLessThanOrEqual(MOST_ACTS)
  expect([arrived.length, new Set(arrived.map(({ custom1 }) => custom1)).size, new Set(arrived.map(({ sha256 }) => sha256)).size]).toEqual([LETTERS, LETTERS, LETTERS])
  expect(arrived.filter(({ custom1 }) => !custom1.endsWith('/1'))).toEqual([])
  const last = await readPdf(new Uint8Array(await (await fetch(`${here.town.epost}/letters/${arrived.at(-1)?.letterID}.pdf`)).arrayBuffer()))
  const words = last.texts.map(({ text }) => text).join(' ')
  expect(table.contents.filter(({ reference }) => words.includes(reference))).toHaveLength(1)
  expect([...clerk.problems, ...lead.problems]).toEqual([])
})
