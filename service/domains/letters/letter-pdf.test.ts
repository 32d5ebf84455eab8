import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../shared/canonical.ts'
import type { LetterDocument } from '../../../shared/domains/letters/letter-document.ts'
import { exampleLetter } from '../../../shared/domains/letters/example-letter.ts'
import type { SheetDocument } from '../../../shared/domains/letters/sheet.ts'
import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import type { LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { contentOfTemplate } from '../../../shared/domains/letters/template-content.ts'
import { facsimileOf } from '../../../shared/domains/letters/facsimile.ts'
import { aLetterDocument, aLetterhead, aTemplate } from '../../../shared/domains/letters/testing.ts'
import { demoSignature } from '../../demo/signature-picture.ts'
import { readPdf, type ReadPdf } from './testing.ts'
import { aLog } from '../../delivery/testing.ts'
import { createTypesetter, isTypesetterHere, type Typesetter } from './typesetter.ts'

const log = aLog()
let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter({ log, lettersPerProcess: 5 })
})
afterAll(() => typesetter.close())

const verification = { code: 'ABCDE-FGHJK-MNPQR-STVWX', url: 'https://service.example/verify/ABCDEFGHJKMNPQRSTVWX' }
const LONG = 'Der Nachweis fehlt, obwohl wir ihn zweimal angefordert haben. '.repeat(12).trim()
const decision = { reason: Array.from({ length: 8 }, () => LONG).join('\n\n'), conditions: '- Leine #let x = 1\n- *Marke* $y$', amountCents: null, feeCents: null }

/** A letter of several pages with everything a letter can have. */
const document = (overrides: Partial<LetterDocument & SheetDocument> = {}): LetterDocument & SheetDocument => ({ ...aLetterDocument({ decision }), verification, ...overrides })

function standardNotice(): LetterTemplate {
  const found = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
  if (!found) throw new Error('there is no standard notice')
  return found
}

async function pdfOf(letter: SheetDocument): Promise<Uint8Array> {
  const set = await typesetter.typeset(letter)
  if (!set.ok) throw new Error(set.error.code)
  return set.value
}

test('the typesetter is here; elsewhere the service says so at start', () => expect(isTypesetterHere()).toBe(true))

test('a process that takes too long is ended, and the letter may be tried again', async () => {
  const hurried = createTypesetter({ log, longestMs: 1 })
  await expect(hurried.typeset(document())).rejects.toThrow('the typesetting process ended')
  await hurried.close()
})

describe('a letter as PDF, read again', () => {
  let read: ReadPdf
  beforeAll(async () => {
    read = await readPdf(await pdfOf(document()))
  })
  const at = (text: string) => read.texts.find(item => item.text.includes(text))

  test('is tagged PDF/UA with title and language', () => {
    expect(read).toMatchObject({ isTagged: true, title: 'Bescheid über „Hundeanmeldung: Bello“', language: 'de-DE' })
    expect(read.metadata).toContain('pdfuaid')
    expect(read.roles.filter(role => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H2', 'H2'])
    expect(read.roles.filter(role => role === 'LI')).toHaveLength(2)
    expect(read.alternatives.join()).toContain(verification.url)
  })

  test('has address, subject and information block where DIN 5008 form B wants them', () => {
    const recipient = ['Änne Großkopf', 'Lange Straße 12', '39517 Tangerhütte OT Lüderitz'].map(at)
    for (const line of recipient) {
      expect(line?.x).toBeCloseTo(25, 0)
      expect(line?.y).toBeGreaterThan(62.7)
      expect(line?.y).toBeLessThan(90)
    }
    const sender = at('Stadt Tangerhütte · Musterstraße 5')
    expect(sender?.y).toBeGreaterThan(45)
    expect(sender?.y).toBeLessThan(62.7)
    expect(at('Bescheid über')?.y).toBeGreaterThan(98)
    expect(at('Bescheid über')?.y).toBeLessThan(106)
    expect(at('22. November 2026')?.x).toBeGreaterThanOrEqual(125)
    // Nothing readable stands in the margins or where windows and folds are.
    expect(Math.min(...read.texts.map(({ x }) => x))).toBeGreaterThan(24.5)
  })

  test('counts its pages and ends with signatory and instruction', () => {
    const whole = read.texts.map(({ text }) => text).join(' ')
    expect(read.pages).toBeGreaterThan(1)
    for (const page of Array.from({ length: read.pages }, (_, index) => index + 1)) expect(whole).toContain(`Seite ${page} von ${read.pages}`)
    for (const text of ['Rechtsbehelfsbelehrung', 'Andrea Musterfrau, Bürgermeisterin', verification.code, 'TGH-2026-004711']) expect(whole).toContain(text)
    for (const mark of ['ENTWURF', 'ÜBUNG']) expect(whole).not.toContain(mark)
  })

  test('takes text as text: nothing a person wrote is markup', () => {
    expect([at('Leine')?.text, at('Marke')?.text]).toEqual(['Leine #let x = 1', '*Marke* $y$'])
  })
})

test('embeds its fonts', async () => {
  const raw = Buffer.from(await pdfOf(document())).toString('latin1')
  expect(raw.match(/\/FontFile[23]\b/g)?.length).toBe(2)
  expect(raw).toMatch(/\+SourceSans3-Regular/)
})

test('the same letter gives the same bytes, also from another process', async () => {
  const letter = document()
  const hashes = new Set<string>()
  for (let set = 0; set < 12; set++) hashes.add(sha256Hex(await pdfOf(letter)))
  expect(hashes.size).toBe(1)
})

test('a draft says so', async () => {
  const { texts } = await readPdf(await pdfOf(document({ isDraft: true, verification: null })))
  expect(texts.some(({ text }) => text.includes('ENTWURF'))).toBe(true)
})

test('many letters asked for at once are all set, across the end of a process', async () => {
  const letters = Array.from({ length: 23 }, (_, index) => aLetterDocument({ template: aTemplate({ subject: `Bescheid ${index}` }) }))
  const read = await Promise.all((await Promise.all(letters.map(pdfOf))).map(readPdf))
  expect(read.map(({ title }) => title)).toEqual(letters.map((_, index) => `Bescheid ${index}`))
})

test('names of many scripts can be set', async () => {
  const { texts } = await readPdf(await pdfOf({ ...document(), letter: { ...document().letter, recipient: ['Şükrü Łąčki-Đorđević', 'Ελένη Παπαδοπούλου', 'Олена Шевченко'] } }))
  expect(texts.map(({ text }) => text).join(' ')).toContain('Şükrü Łąčki-Đorđević')
})

test('the example of a notice shows every paragraph, its tables read as tables, and a code to pay with', async () => {
  const content = contentOfTemplate(standardNotice())
  const set = await typesetter.typeset(exampleLetter(content, { answers: {}, form: { schema: {}, valueLabels: {} }, service: null }, aLetterhead()))
  if (!set.ok) throw new Error(set.error.code)
  const { texts, roles, alternatives } = await readPdf(set.value)
  const words = texts.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ')
  for (const part of ['Kassenzeichen:', 'Erbbaurecht besteht', 'Grundbeitrag', '23,45 €', 'Zu zahlen', 'Gemarkung Musterstadt, Flur 3, Flurstück 13', 'DE02 1203 0000 0000 2020 51', 'ohne Unterschrift gültig', 'ENTWURF'])
    expect(words).toContain(part)
  expect(roles.filter(role => role === 'TH')).toHaveLength(4)
  expect(alternatives.join()).toContain('GiroCode')
})

test('a letter for a print centre is for archives, in its exact size, dated, and the same in every process', async () => {
  const letter = document({ verification: null, post: { day: '2026-11-23', page: { width: 595.276, height: 841.89 }, returnLine: { x: 25, y: 46, width: 82, size: 8 }, recipient: { x: 25, y: 69.05, width: 82, size: 9 } } })
  const pdf = await pdfOf(letter)
  const raw = Buffer.from(pdf).toString('latin1')
  expect([raw.slice(0, 8), raw.match(/MediaBox \[[^\]]*\]/)?.[0], raw.includes('GTS_PDFA1'), raw.includes('D:20261123')]).toEqual(['%PDF-1.4', 'MediaBox [0 0 595.276 841.89]', true, true])
  expect((await readPdf(pdf)).metadata).toMatch(/<pdfaid:part>1<.*<pdfaid:conformance>B</s)
  expect(sha256Hex(await pdfOf(letter))).toBe(sha256Hex(pdf))
})

describe('a letter of a town for practice', () => {
  const post = { day: '2026-11-23', page: { width: 595.276, height: 841.89 }, returnLine: { x: 25, y: 46, width: 82, size: 8 }, recipient: { x: 25, y: 69.05, width: 82, size: 9 } }

  test.each<readonly [string, Partial<Pick<SheetDocument, 'verification' | 'post' | 'isDraft'>>, string]>([
    ['for a mailbox', {}, 'ÜBUNG'], ['for a print centre', { verification: null, post }, 'ÜBUNG'], ['not released yet', { verification: null, isDraft: true }, 'ÜBUNG ENTWURF'],
  ])('%s says so on every page, and outside of the window', async (_, overrides, words) => {
    const practising = createTypesetter({ log, isTraining: true })
    const set = await practising.typeset(document(overrides))
    await practising.close()
    if (!set.ok) throw new Error(set.error.code)
    const { texts, pages } = await readPdf(set.value)
    const marks = texts.filter(({ text }) => text === words)
    expect(marks.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (__, index) => index + 1))
    expect(Math.min(...marks.map(({ y }) => y))).toBeGreaterThan(95)
  })
})

describe('a letter of a department with a facsimile', () => {
  const picture = demoSignature()
  const facsimile = facsimileOf(picture)
  if (!facsimile) throw new Error('the picture is none as letters need it')
  const signed = (overrides: Partial<SheetDocument> = {}): SheetDocument => ({ ...aLetterDocument({ letterhead: aLetterhead({ facsimile }) }), ...overrides })

  test('shows it above the name, tells it to whoever cannot see it, and does not say that it has none', async () => {
    const keeping = createTypesetter({ log, facsimiles: async sha256 => (sha256 === facsimile.sha256 ? picture : undefined) })
    const set = await keeping.typeset(signed())
    const again = await keeping.typeset(signed())
    await keeping.close()
    if (!set.ok || !again.ok) throw new Error('not set')
    expect(sha256Hex(set.value)).toBe(sha256Hex(again.value))
    const { texts, roles, alternatives, metadata } = await readPdf(set.value)
    const words = texts.map(({ text }) => text).join(' ')
    expect([roles.includes('Figure'), alternatives, metadata.includes('pdfuaid')]).toEqual([true, ['Unterschrift Andrea Musterfrau'], true])
    expect(words).toContain('Andrea Musterfrau, Bürgermeisterin')
    expect(words).not.toContain('keine Unterschrift')
  })

  test('is for archives too, and shown with the picture that is not kept yet', async () => {
    const post = { day: '2026-11-23', page: { width: 595.276, height: 841.89 }, returnLine: { x: 25, y: 46, width: 82, size: 8 }, recipient: { x: 25, y: 69.05, width: 82, size: 9 } }
    const raw = Buffer.from(await pdfOf(signed({ facsimile: picture, post }))).toString('latin1')
    expect([raw.includes('GTS_PDFA1'), raw.includes('/SMask'), /\/Subtype\s*\/Image/.test(raw)]).toEqual([true, false, true])
  })

  test('is never set without it', async () => {
    expect(await typesetter.typeset(signed())).toEqual({ ok: false, error: { code: 'letters/not-typeset' } })
  })
})
