import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { longTasksOf } from '../support/long-tasks.ts'
import { noticeTable } from '../support/notice-table.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'
import { sitDown } from '../support/workplace.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' } } })

const UMLAGE = noticeTable({ notices: 12, seed: 7 })
/** One of its columns is headed otherwise than in the tables that the town had so far. */
const TABLE = { ...UMLAGE, bytes: Buffer.from(Buffer.from(UMLAGE.bytes).toString('latin1').replace(';Name;', ';Nachname;'), 'latin1') }

const openImport = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: /^Bescheide/ }).click()
  await page.getByRole('link', { name: 'Neuer Lauf' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bescheidlauf aus einer Tabelle' }).waitFor()
}

/** By its path: what the page is given as bytes it has to unpack itself, which no page of a person does. */
async function hand(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(here.town.folder, name)
  await writeFile(path, bytes)
  await page.locator('input[type=file]').setInputFiles(path)
}

/** Chooses by keys alone. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).waitFor()
  await page.getByRole('option', { name: option, exact: true }).press('Enter')
}

test('a table outlives the desk that is killed, is read in another way, and its run opens by itself', { timeout: 240_000 }, async () => {
  const { page } = here.clerk
  await openImport(page)
  await hand(page, TABLE.fileName, TABLE.bytes)
  await page.getByText('Text in Windows-1252 (an den Umlauten erkannt)').waitFor()
  await page.getByText('an den Spalten ist sie nicht zu erkennen').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await choose(page, 'Bescheidart', 'Umlage der Unterhaltungsverbände')
  await choose(page, 'Zeichensatz', 'Text aus DOS (CP850)')
  await page.getByText('Text aus DOS (CP850) (so gewählt)').waitFor()
  await page.getByRole('table', { name: /Ein Blick in die Tabelle/ }).getByText('³').first().waitFor()
  await choose(page, 'Zeichensatz', 'Text in Windows-1252')
  await page.getByText('Text in Windows-1252 (so gewählt)').waitFor()
  await page.getByRole('button', { name: 'Lauf vorbereiten (12 Bescheide)' }).waitFor()

  await here.clerk.desk.kill()
  const desk = await here.town.openDesk('clerk')
  const again = await sitDown(here.browser, desk.url, 'katrin.sommer')
  await openImport(again.page)
  await again.page.getByText(`${TABLE.fileName}. Die Tabelle liegt noch hier`).waitFor()
  expect(await accessibilityFindings(again.page)).toEqual([])
  await again.page.getByRole('button', { name: 'Weitermachen' }).press('Enter')
  await again.page.getByText('Text in Windows-1252 (so gewählt)').waitFor()
  await again.page.getByRole('button', { name: 'Lauf vorbereiten (12 Bescheide)' }).press('Enter')
  await again.page.getByRole('heading', { level: 1, name: 'Umlage der Unterhaltungsverbände' }).waitFor()
  await again.page.getByText('Noch nicht zur Freigabe gegeben').or(again.page.getByRole('button', { name: 'Zur Freigabe geben' })).first().waitFor()

  // The next table of the same columns is known by them.
  await openImport(again.page)
  await hand(again.page, 'umlage-neu.csv', TABLE.bytes)
  await again.page.getByRole('button', { name: /Umlage der Unterhaltungsverbände.*Bescheidart/ }).waitFor()
  await again.page.setViewportSize({ width: 320, height: 640 })
  await again.page.emulateMedia({ colorScheme: 'dark' })
  await again.page.getByRole('button', { name: 'Lauf vorbereiten (12 Bescheide)' }).waitFor()
  expect([await accessibilityFindings(again.page), await contrastFindings(again.page), await pageWidth(again.page)]).toEqual([[], [], 320])
  await again.page.getByRole('link', { name: 'Alle Läufe' }).click()
  expect(again.problems).toEqual([])
})

/** As large as it may be where somebody asks for it: `NOTICE_IMPORT_MB=30`. */
const MEGABYTES = Number(process.env['NOTICE_IMPORT_MB'] ?? 3)
const MEGABYTE = 1024 * 1024
/** Against hanging, not against slowness. */
const PATIENT = { timeout: 300_000 }

/** Lines of 12 debtors over and over, each with a Kassenzeichen of its own, filled up with a remark to its size. */
function largeTable(bytes: number): { readonly text: string; readonly rows: number } {
  const [head = '', ...lines] = new TextDecoder('windows-1252').decode(TABLE.bytes).trimEnd().split(/\r?\n/)
  const filled: string[] = []
  for (let size = 0; size < bytes - 1_000; size += filled.at(-1)?.length ?? 0) {
    const number = filled.length
    filled.push(`${(lines[number % lines.length] ?? '').replace(/^"?[^;"]*"?;/, `90.${number};`)};${'Bemerkung '.repeat(45)}\n`)
  }
  return { text: `${head};Bemerkung\n${filled.join('')}`, rows: filled.length }
}

test(`a table of ${MEGABYTES} MB is read while the page answers; one that is too large is refused before it is taken over`, { timeout: 600_000 }, async () => {
  const desk = await here.town.openDesk('other')
  const { page, problems } = await sitDown(here.browser, desk.url, 'katrin.sommer')
  await openImport(page)
  await hand(page, 'riesig.csv', new Uint8Array(31 * MEGABYTE))
  await page.getByText('Diese Datei ist zu groß.').waitFor()
  await page.getByText('Teilen Sie die Tabelle auf').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  const { text, rows } = largeTable(MEGABYTES * MEGABYTE)
  const longest = await longTasksOf(page)
  const begun = performance.now()
  await hand(page, 'gross.csv', new TextEncoder().encode(text))
  await page.getByText(`gross.csv: ${rows.toLocaleString('de-DE')} Zeilen gelesen.`).waitFor(PATIENT)
  const readMs = performance.now() - begun
  await page.getByText(/Zeilen? (ist|sind) in Ordnung|Stellen? (ist|sind) zu berichtigen/).first().waitFor(PATIENT)
  const checkedMs = performance.now() - begun
  // The figures go into the log of every run.
  process.stdout.write(`${MEGABYTES} MB, ${rows} rows: read in ${(readMs / 1_000).toFixed(1)} s, checked after ${(checkedMs / 1_000).toFixed(1)} s, core at ${memoryOf(desk.child.pid)} MB at most; longest task ${(await longest()).toFixed(0)} ms\n`)
  expect(problems).toEqual([])
})

/** The most a process has held, in MB, as the system counts it. */
function memoryOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes ?? 0) / 1024)
}
