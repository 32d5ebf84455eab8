import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { inLanes } from '../../service/domains/notices/typeset/in-lanes.ts'

// Holds the letters of a folder against what is claimed of them, by programs that are not ours (qpdf, Poppler). A letter whose name begins
// with "broken" has to fail. Exit 1 where one did not do as it should.
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('node tests/contract/check-letters.ts FOLDER')

const Shown = z.array(z.object({ name: z.string(), recipient: z.array(z.string()), reference: z.string() }))
type Shown = z.infer<typeof Shown>[number]

const run = promisify(execFile)
const said = async (tool: string, ...args: readonly string[]): Promise<string> => (await run(tool, [...args], { maxBuffer: 64_000_000 })).stdout
const bytes = async (tool: string, ...args: readonly string[]): Promise<Buffer> => (await run(tool, [...args], { maxBuffer: 256_000_000, encoding: 'buffer' })).stdout

const MM = 72 / 25.4
const DPI = 50

interface Word {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

/** Words with their boxes in millimetres, as `pdftotext -bbox` has them. */
function wordsIn(xml: string): readonly Word[] {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'' }
  return xml.split('<page ').slice(1).flatMap((page, index) =>
    [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(([, x, y, right, bottom, text = '']) => ({
      page: index + 1, text: text.replaceAll(/&\w+;/g, entity => entities[entity] ?? entity), x: Number(x) / MM, y: Number(y) / MM, right: Number(right) / MM, bottom: Number(bottom) / MM,
    })))
}

/** Whether something is printed in a box of a page, millimetres from its upper left, in pictures as `pdftoppm` makes them. */
function isInked(pictures: Buffer, onPage: (page: number) => { readonly x: number; readonly y: number; readonly right: number; readonly bottom: number } | undefined): boolean {
  let [at, page] = [0, 0]
  while (at < pictures.length) {
    const [, width = '', height = ''] = /^P5\s(\d+) (\d+)\s255\s/.exec(pictures.toString('latin1', at, at + 40)) ?? []
    const begin = at + `P5\n${width} ${height}\n255\n`.length
    page++
    const box = onPage(page)
    const pixel = (mm: number): number => Math.round((mm / 25.4) * DPI)
    for (let row = pixel(box?.y ?? 0); box && row < Math.min(pixel(box.bottom), Number(height)); row++) {
      const from = begin + row * Number(width)
      if (pictures.subarray(from + pixel(box.x), from + pixel(box.right)).some(shade => shade < 250)) return true
    }
    at = begin + Number(width) * Number(height)
  }
  return false
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** What is wrong with the file for the print centre. */
async function wrongInPrint({ name, recipient, reference }: Shown): Promise<readonly string[]> {
  const file = join(folder ?? '', `${name}-print.pdf`)
  const [info, metadata, fonts, xml, pictures] = await Promise.all([
    said('pdfinfo', '-l', '-1', file), said('pdfinfo', '-meta', file), said('pdffonts', file), said('pdftotext', '-bbox', file, '-'), bytes('pdftoppm', '-gray', '-r', String(DPI), file), said('qpdf', '--check', file),
  ])
  const words = wordsIn(xml)
  const window = words.filter(({ page, x, right, y, bottom }) => page === 1 && x < 108 && right > 23 && bottom > 44 && y < 91)
  const inRecipient = window.filter(({ y }) => y > 60)
  const sizes = info.match(/^Page +\d+ size: .*$/gm) ?? []
  const claims: readonly (readonly [string, boolean])[] = [
    ['page size', sizes.length > 0 && sizes.every(size => size.includes('595.276 x 841.89 pts'))],
    ['PDF/A-1b', /PDF version: +1\.4/.test(info) && /<pdfaid:part>1</.test(metadata) && /<pdfaid:conformance>B</.test(metadata)],
    ['fonts embedded', fontsOf(fonts).length > 0 && fontsOf(fonts).every(({ emb, uni }) => emb === 'yes' && uni === 'yes')],
    ['edge empty', words.every(({ x }) => x >= 14) && !isInked(pictures, () => ({ x: 0, y: 0, right: 13.8, bottom: 297 }))],
    ['franking zone empty', !window.some(({ y, bottom }) => bottom > 52 && y < 68) && !isInked(pictures, page => (page === 1 ? { x: 23.3, y: 52.3, right: 107.7, bottom: 67.7 } : undefined))],
    ['sender in its zone', window.some(({ y, bottom }) => y >= 45 && bottom <= 50.5) && new Set(window.filter(({ y }) => y < 52).map(({ y }) => y.toFixed(1))).size === 1],
    ['recipient in its zone', inRecipient.every(({ x, right, y, bottom }) => x >= 24.7 && right <= 108 && y >= 69 && bottom <= 90.3) && new Set(inRecipient.map(({ y }) => y.toFixed(1))).size <= 6],
    ['recipient as recorded', bare(inRecipient.map(({ text }) => text).join('')) === bare(recipient.join(''))],
    ['Kassenzeichen', words.some(({ text }) => text === reference)],
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => `print: ${claim}`)
}

const fontsOf = (table: string): readonly { readonly emb: string; readonly uni: string }[] =>
  table.split('\n').slice(2).filter(Boolean).map(line => /(?<emb>yes|no) +(?:yes|no) +(?<uni>yes|no) +\d+ +\d+\s*$/.exec(line)?.groups).map(groups => ({ emb: groups?.['emb'] ?? '', uni: groups?.['uni'] ?? '' }))

const ORDER = ['Beitragsbescheid', 'Sehr geehrte', 'Berechnung', 'Zahlung', 'Rechtsbehelfsbelehrung', 'Mit freundlichen Grüßen', 'Musterfrau'] as const

/** What is wrong with the file for mailboxes: it has to be read aloud in the right order. */
async function wrongInAccount({ name, recipient }: Shown): Promise<readonly string[]> {
  const file = join(folder ?? '', `${name}-account.pdf`)
  const [info, metadata, tree, text, objects] = await Promise.all([said('pdfinfo', file), said('pdfinfo', '-meta', file), said('pdfinfo', '-struct-text', file), said('pdftotext', '-raw', file, '-'), said('qpdf', '--qdf', '--object-streams=disable', file, '-'), said('qpdf', '--check', file)])
  const places = [recipient[0] ?? '', ...ORDER].map(words => bare(text).indexOf(bare(words)))
  const claims: readonly (readonly [string, boolean])[] = [
    ['PDF/UA-1, tagged', /Tagged: +yes/.test(info) && /<pdfuaid:part>1</.test(metadata)],
    ['order of reading', places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)))],
    ['signature told', /\/Alt \(Unterschrift Andrea Musterfrau\)/.test(objects) && !bare(text).includes(bare('ohne Unterschrift gültig'))],
    ['structure', /^ *H1/m.test(tree) && /^ *Table/m.test(tree) && /^ *TH/m.test(tree) && /^ *Figure/m.test(tree)],
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => `account: ${claim}`)
}

const letters = Shown.parse(JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')))
let wrong = 0
/** Said at once: a run of 2,100 takes minutes. */
const complain = (line: string): void => {
  wrong += 1
  process.stdout.write(`${line}\n`)
}
await inLanes(letters, async letter => {
  const isBroken = letter.name.startsWith('broken')
  const found = isBroken ? await wrongInPrint(letter) : [...(await wrongInPrint(letter)), ...(await wrongInAccount(letter))]
  if (isBroken && found.length === 0) complain(`${letter.name}: taken although it is broken`)
  if (!isBroken) for (const claim of found) complain(`${letter.name}: ${claim}`)
})
process.stdout.write(`${letters.length} letters held against Poppler and qpdf, ${wrong} wrong\n`)
process.exitCode = wrong === 0 ? 0 : 1
