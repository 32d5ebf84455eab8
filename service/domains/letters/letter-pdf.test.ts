import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../shared/canonical.ts'
import type { LetterDocument } from '../../../shared/domains/letters/letter-document.ts'
import { aLetterDocument, aTemplate } from '../../../shared/domains/letters/testing.ts'
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
const document = (overrides: Partial<LetterDocument> = {}): LetterDocument => ({ ...aLetterDocument({ decision }), verification, ...overrides })

async function pdfOf(letter: LetterDocument): Promise<Uint8Array> {
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
    expect(whole).not.toContain('ENTWURF')
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
