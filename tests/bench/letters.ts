import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright'
import { finishNotice } from '../../service/domains/notices/typeset/finish-notice.ts'
import { inLanes } from '../../service/domains/notices/typeset/in-lanes.ts'
import { blockText } from '../../shared/domains/letters/block-text.ts'
import { finishingOfFiles, letterFiles, paperOfFiles, type LetterFile } from '../contract/letter-files.ts'
import { launchBrowser } from '../support/browser.ts'
import { benchRow, type Bench } from './row.ts'

const LETTERS = 100
const SEED = 1
/** 2,100 letters, set and read back, in two minutes. */
const FINISHED_GOAL_MS = 120_000 / 2_100

/** Notices of one or more pages: ours against a browser that prints the same words, and against a PDF library that only draws them line by line. */
export const bench: Bench = {
  name: 'letters',
  rows: ['letters-chromium', 'letters-pdf-lib', 'letters-finished'],
  run: async () => {
    const files = letterFiles(LETTERS, SEED)
    const { typeset, finished } = await ourLetters(files)
    const drawn = await each(files, drawnByLibrary)
    const printed = await printedByBrowser(files)
    return [
      benchRow('letters-chromium', 'ms/letter', typeset, printed, 0.5), benchRow('letters-pdf-lib', 'ms/letter', typeset, drawn, 1),
      benchRow('letters-finished', 'ms/letter', finished, FINISHED_GOAL_MS, 1),
    ]
  },
}

/** Milliseconds that each of our letters takes: set one after the other, and as a run has them checked. Throws where one is not made. */
export async function ourLetters(files: readonly LetterFile[]): Promise<{ readonly typeset: number; readonly finished: number }> {
  const parts = finishingOfFiles()
  try {
    await parts.typesetter.typeset(files[0]?.print ?? fail())
    const typeset = await each(files, async ({ print }) => (await parts.typesetter.typeset(print)).ok || fail())
    const started = performance.now()
    await inLanes(files, async ({ content }) => void ((await finishNotice(parts, content, paperOfFiles(), 'post')).problems.length === 0 || fail()))
    return { typeset, finished: (performance.now() - started) / files.length }
  } finally {
    await Promise.all([parts.typesetter.close(), parts.preflighter.close()])
  }
}

const fail = (): never => {
  throw new Error('a letter was not made')
}

/** Milliseconds a letter takes, one after the other. */
async function each(files: readonly LetterFile[], make: (file: LetterFile) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  for (const file of files) await make(file)
  return (performance.now() - started) / files.length
}

const linesOf = ({ print: { letter } }: LetterFile): readonly string[] =>
  [...letter.recipient, letter.subject, ...letter.blocks.flatMap(block => blockText(block).split('\n')), ...letter.remedies.split('\n'), letter.letterhead?.signatory ?? '']

const font = readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'))

/** Lines below each other, without tables, tags, codes or zones. */
async function drawnByLibrary(file: LetterFile): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const embedded = await document.embedFont(font, { subset: true })
  let [page, y] = [document.addPage([595.276, 841.89]), 780]
  for (const line of linesOf(file)) {
    if (y < 60) [page, y] = [document.addPage([595.276, 841.89]), 780]
    page.drawText(line, { x: 71, y, size: 11, font: embedded, maxWidth: 460, lineHeight: 14 })
    y -= 14 * Math.max(1, Math.ceil(line.length / 90))
  }
  return document.save()
}

async function printedByBrowser(files: readonly LetterFile[]): Promise<number> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await printedBy(page, files[0] ?? fail())
    return await each(files, file => printedBy(page, file))
  } finally {
    await browser.close()
  }
}

async function printedBy(page: Page, { print: { letter } }: LetterFile): Promise<Uint8Array> {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cells = (tag: 'td' | 'th', row: readonly string[]): string => `<tr>${row.map(cell => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const blocks = letter.blocks.map(block =>
    block.kind === 'table' ? `<table>${cells('th', block.head)}${block.rows.map(row => cells('td', row)).join('')}${block.total ? cells('td', block.total) : ''}</table>` : `<p>${escaped(blockText(block))}</p>`)
  await page.setContent(`<!doctype html><html lang="de"><body><p>${letter.recipient.map(escaped).join('<br>')}</p><h1>${escaped(letter.subject)}</h1>${blocks.join('')}<p>${escaped(letter.remedies)}</p></body></html>`)
  return page.pdf({ format: 'A4', tagged: true })
}
