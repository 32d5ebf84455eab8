import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SheetDocument } from '../../../../shared/domains/letters/sheet.ts'
import type { NoticeContent } from '../../../../shared/domains/notices/content.ts'
import { expectedLetter, type ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import { zonesOn } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import { noticeLetter } from '../../../../shared/domains/notices/notice-letter.ts'
import { aNoticeContent, aPaper } from '../../../../shared/domains/notices/testing.ts'
import { aLog } from '../../../delivery/testing.ts'
import { createTypesetter, type Typesetter } from '../../letters/typesetter.ts'
import { finishNotice, type FinishingParts } from '../typeset/finish-notice.ts'
import { createPreflighter, type Preflighter } from './preflighter.ts'

let typesetter: Typesetter
let preflighter: Preflighter
let parts: FinishingParts
beforeAll(() => {
  typesetter = createTypesetter({ log: aLog() })
  preflighter = createPreflighter()
  parts = { typesetter, preflighter }
})
afterAll(() => Promise.all([typesetter.close(), preflighter.close()]))

const zones = zonesOn('2026-11-23')
const paper = aPaper()
const post = noticeLetter(aNoticeContent(), paper).print.post
if (!post) throw new Error('the letter for the print centre has no zones')

async function set(document: SheetDocument): Promise<Uint8Array> {
  const result = await typesetter.typeset(document)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const read = async (pdf: Uint8Array, expected: Partial<ExpectedLetter> = {}) => preflighter.read(pdf, { ...expectedLetter(aNoticeContent(), paper, true), ...expected }, zones)
const codesOf = async (...args: Parameters<typeof read>) => [...new Set((await read(...args)).problems.map(({ code }) => code))]

/** The usual notice, changed before it is set. */
const changed = (change: (document: SheetDocument) => SheetDocument): Promise<Uint8Array> => set(change(noticeLetter(aNoticeContent(), paper).print))

/** Something drawn into a finished letter by another program. */
async function drawnOver(page: number, x: number, y: number, what: 'text' | 'line'): Promise<Uint8Array> {
  const document = await PDFDocument.load(await changed(one => one))
  const sheet = document.getPage(page)
  const at = { x: (x / 25.4) * 72, y: sheet.getHeight() - (y / 25.4) * 72 }
  if (what === 'text') sheet.drawText('PORTO', { ...at, size: 9, font: await document.embedFont(StandardFonts.Helvetica) })
  else sheet.drawLine({ start: at, end: { x: at.x + 10, y: at.y } })
  return document.save({ useObjectStreams: false })
}

describe('a finished notice', () => {
  test('has nothing wrong, on two pages, and always the same bytes', async () => {
    const [one, other] = await Promise.all([finishNotice(parts, aNoticeContent(), paper, 'post'), finishNotice(parts, aNoticeContent(), paper, 'post')])
    expect([one.problems, one.pages, one.hash]).toEqual([[], 2, other.hash])
    expect(one.print?.sha256 ?? '').toBe(other.print?.sha256)
  })

  test('of a town for practice is marked, and still has nothing wrong', async () => {
    const practising = createTypesetter({ log: aLog(), isTraining: true })
    const { problems } = await finishNotice({ ...parts, typesetter: practising }, aNoticeContent(), paper, 'post')
    await practising.close()
    expect(problems).toEqual([])
  })

  test.each<readonly [string, Partial<NoticeContent['recipient']>]>([
    ['abroad', { country: 'ÖSTERREICH', postalCode: '1010', place: 'Wien' }],
    ['with a name that takes two lines', { name: 'Erbengemeinschaft nach Wilhelmine Friederike Auguste von Hohenstein-Großkopf', addition: 'c/o Ångström', country: 'SCHWEDEN' }],
    ['with other letters', { name: 'Şükrü Łąčki-Đorđević', place: 'Олександрія', addition: 'Ελένη' }],
  ])('reaches somebody %s', async (_, recipient) => {
    const { problems } = await finishNotice(parts, aNoticeContent({ recipient: { ...aNoticeContent().recipient, ...recipient } }), paper, 'post')
    expect(problems).toEqual([])
  })

  test('of many parcels goes on over pages, each of which is found', async () => {
    const parcels = Array.from({ length: 60 }, (_, index) => ({ district: 'Lüderitz', section: '3', number: `12/${index + 1}`, areaSquareMetres: null, label: '' }))
    const { problems, pages } = await finishNotice(parts, aNoticeContent({ parcels }), paper, 'post')
    expect([problems, pages > 2]).toEqual([[], true])
  })
})

describe('a broken letter is found', () => {
  test.each<readonly [string, readonly string[], (document: SheetDocument) => SheetDocument]>([
    ['recipient in the franking zone', ['franking-not-empty', 'recipient-differs'], one => ({ ...one, post: { ...post, recipient: { ...post.recipient, y: 60 } } })],
    ['recipient too far right', ['window-not-empty', 'recipient-differs'], one => ({ ...one, post: { ...post, recipient: { ...post.recipient, x: 100 } } })],
    ['sender too high', ['window-not-empty', 'return-line'], one => ({ ...one, post: { ...post, returnLine: { ...post.returnLine, y: 43.5 } } })],
    ['seven lines', ['recipient-lines'], one => ({ ...one, letter: { ...one.letter, recipient: ['Änne Großkopf', 'b', 'c', 'd', 'e', 'f', 'g'] } })],
    ['another recipient', ['recipient-differs'], one => ({ ...one, letter: { ...one.letter, recipient: ['Änne Großkopf', 'Lange Straße 21', '39517 Tangerhütte'] } })],
    ['another page', ['page-format'], one => ({ ...one, post: { ...post, page: { width: 595.28, height: 841.89 } } })],
    ['the form for mailboxes', ['not-archivable', 'page-format', 'edge-not-empty', 'franking-not-empty'], ({ letter, date, verification, isDraft }) => ({ letter, date, verification, isDraft })],
    ['a draft', ['franking-not-empty'], one => ({ ...one, isDraft: true, post: { ...post, recipient: { ...post.recipient, y: 55 } } })],
  ])('%s', async (_, codes, change) => {
    expect(await codesOf(await changed(change))).toEqual(expect.arrayContaining([...codes]))
  })

  test.each<readonly [string, string, number, number, number, 'text' | 'line']>([
    ['text where the postage goes', 'franking-not-empty', 0, 60, 60, 'text'], ['a line there', 'franking-not-empty', 0, 60, 60, 'line'], ['a line through the address', 'window-not-empty', 0, 30, 75, 'line'],
    ['a fold mark at the edge', 'edge-not-empty', 0, 5, 105, 'line'], ['a word at the edge of the second page', 'edge-not-empty', 1, 12.5, 150, 'text'],
  ])('%s', async (_, code, page, x, y, what) => {
    const { problems } = await read(await drawnOver(page, x, y, what))
    expect(problems).toEqual(expect.arrayContaining([expect.objectContaining({ code, page: page + 1 })]))
  })

  test('a font that is not in the file', async () => expect(await codesOf(await drawnOver(0, 120, 250, 'text'))).toContain('font-missing'))

  test('what the record says and the letter does not', async () => {
    const pdf = await changed(one => one)
    expect(await codesOf(pdf)).toEqual([])
    expect(await codesOf(pdf, { parcels: [{ label: 'Gemarkung Lüderitz, Flur 3, Flurstück 12/40', cells: 'Lüderitz 3 12/40' }] })).toEqual(['parcel-missing'])
    expect(await codesOf(pdf, { parcels: [{ label: 'Gemarkung Lüderitz, Flur 3, Flurstück 12', cells: 'Lüderitz 3 12' }] })).toEqual(['parcel-missing'])
    expect(await codesOf(pdf, { amount: '14,58 €' })).toEqual(['amount-missing'])
    expect(await codesOf(pdf, { reference: '4711.0815.202' })).toEqual(['reference-missing'])
    expect(await codesOf(pdf, { returnLine: 'Stadt Tangerhütte' })).toEqual(['return-line'])
  })

  test('too many pages, by their sides', async () => {
    const small = { ...zones, mostPages: 2, mostSheets: 1 }
    const pdf = await changed(one => one)
    const found = await Promise.all([true, false].map(isDuplex => preflighter.read(pdf, expectedLetter(aNoticeContent(), paper, isDuplex), small)))
    expect(found.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['too-many-pages']])
  })

  test('too many bytes', async () => {
    const pdf = await changed(one => one)
    expect((await preflighter.read(pdf, expectedLetter(aNoticeContent(), paper, true), { ...zones, mostBytes: 1_000 })).problems.map(({ code }) => code)).toEqual(['too-large'])
  })

  test('what is no PDF', async () => expect(await codesOf(Buffer.from('no PDF'))).toEqual(['unreadable']))
})

test('what was found is told with the blanks that are printed', async () => {
  const pdf = await changed(one => ({ ...one, letter: { ...one.letter, recipient: ['Änne Großkopf', 'Lange Straße 21', '39104 Magdeburg'] } }))
  expect((await read(pdf)).problems).toEqual([{ code: 'recipient-differs', page: 1, found: 'Änne Großkopf / Lange Straße 21 / 39104 Magdeburg' }])
})

test('one for a mailbox is read back, too: without zones, with all it has to say', async () => {
  const pdf = await set(noticeLetter(aNoticeContent(), paper).account)
  const found = await Promise.all([{}, { amount: '14,58 €' }].map(expected => preflighter.read(pdf, { ...expectedLetter(aNoticeContent(), paper, true), ...expected }, null)))
  expect(found.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['amount-missing']])
})

test('a sign that no font has stops its letter and no other', async () => {
  const content = aNoticeContent({ salutation: 'Guten Tag 王小明' })
  const [strange, usual] = await Promise.all([finishNotice(parts, content, paper, 'post'), finishNotice(parts, aNoticeContent(), paper, 'post')])
  expect([strange.problems, usual.problems]).toEqual([[{ code: 'sign-missing', page: 1, found: '' }], []])
})

test('what cannot be set at all is told of its letter, too', async () => {
  const failing: Typesetter = { ...typesetter, typeset: () => Promise.resolve({ ok: false, error: { code: 'letters/not-typeset' } }) }
  const { print, problems } = await finishNotice({ typesetter: failing, preflighter }, aNoticeContent(), paper, 'post')
  expect([print, problems.map(({ code }) => code)]).toEqual([null, ['not-typeset']])
})

test('without an account nobody could pay: the letter lacks the bank', async () => {
  const letterhead = paper.letterhead && { ...paper.letterhead, iban: '', bankName: '' }
  const { problems } = await finishNotice(parts, aNoticeContent(), { ...paper, letterhead }, 'post')
  expect(problems).toEqual([{ code: 'value-missing', page: 1, found: 'bank' }])
})
