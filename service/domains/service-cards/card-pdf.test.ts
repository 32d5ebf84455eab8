import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCardOrganisation, aCardPhoto, aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import type { ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { aLog } from '../../delivery/testing.ts'
import { demoPortrait } from '../../demo/service-cards/portrait.ts'
import { readPdf } from '../letters/testing.ts'
import { createTypesetter, type Typesetter } from '../letters/typesetter.ts'
import { cardData, readableOn, type CardSource } from './card-data.ts'
import { CARD_LAYOUT } from './card-sheet.ts'

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter({ log: aLog() })
})
afterAll(() => typesetter.close())

const TODAY = '2026-11-24'
const photo = aCardPhoto({ picture: Buffer.from(demoPortrait(2, TODAY)).toString('base64') })
const issued = (label: string, overrides: Partial<ServiceCard> = {}): ServiceCard => aServiceCard(label, { status: 'issued', number: 'FW-2026-0001', token: 'a'.repeat(380), ...overrides })

async function set(cards: readonly ServiceCard[], form: CardSource['form'] = 'card', crest: CardSource['crest'] = null, setter = typesetter) {
  const source = { form, today: TODAY, authority: 'Stadt Tangerhütte', address: 'Musterstraße 1, 39517 Tangerhütte', url: 'https://rathaus.tangerhuette.example', crest }
  const pdf = await setter.typeset({ layout: CARD_LAYOUT, data: cardData({ ...source, cards: cards.map(card => ({ card, organisation: aCardOrganisation(), photo })) }) })
  if (!pdf.ok) throw new Error(pdf.error.code)
  const read = await readPdf(pdf.value)
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(pdf.value).toString('latin1')) ?? []
  return { ...read, size: [Number(width), Number(height)].map(points => (points * 25.4) / 72), words: read.texts.map(({ text }) => text).join(' ') }
}

test('a card has two pages of ID-1, tagged, with photo and code described and all that it says', async () => {
  const { pages, size, isTagged, metadata, alternatives, words, title, roles } = await set([issued('one')])
  expect({ pages, isTagged, isUa: metadata.includes('pdfuaid'), title, h1: roles.filter(role => role === 'H1').length, alternatives }).toEqual({
    pages: 2, isTagged: true, isUa: true, title: 'Dienstausweis FW-2026-0001', h1: 1, alternatives: ['Foto von Änne Großkopf', 'QR-Code mit dem unterschriebenen Ausweis; er öffnet die Prüfseite der Stadt.'],
  })
  expect(size[0]).toBeCloseTo(85.6, 1)
  expect(size[1]).toBeCloseTo(53.98, 1)
  for (const part of ['Änne Großkopf', 'Hauptfeuerwehrfrau', 'Gruppenführerin', 'Ortsfeuerwehr Uchtdorf', 'Freiwillige Feuerwehr', 'FW-2026-0001', '01.12.2026 bis 30.11.2031', 'Darf Einsatzstellen betreten.', 'Stadt Tangerhütte']) expect(words).toContain(part)
  expect(words).not.toContain('ENTWURF')
})

test('for a printer who cuts, the page is three millimetres larger on each side', async () => {
  const { size } = await set([issued('one')], 'bleed')
  expect(size[0]).toBeCloseTo(91.6, 1)
  expect(size[1]).toBeCloseTo(59.98, 1)
})

test('in a town for practice both sides of every card on a sheet say so', async () => {
  const practising = createTypesetter({ log: aLog(), isTraining: true })
  const { texts } = await set([issued('one'), aServiceCard('two')], 'sheet', null, practising)
  await practising.close()
  expect(texts.map(({ text }) => text).filter(text => text.includes('ÜBUNG'))).toEqual(['ÜBUNG', 'ÜBUNG ENTWURF', 'ÜBUNG', 'ÜBUNG ENTWURF'])
})

test('what is not issued is a draft and has no code', async () => {
  const { words, alternatives } = await set([aServiceCard('one')])
  expect(words).toContain('ENTWURF')
  expect(alternatives).toHaveLength(1)
})

test.each([
  ['a drawing', { kind: 'svg', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 70"><path d="M0 0h60v40l-30 30l-30-30z" fill="#fff"/></svg>') }],
  ['a picture', { kind: 'png', bytes: demoPortrait(1, TODAY) }],
] as const)('the town’s crest stands on it, as %s', async (_what, crest) => {
  expect((await set([issued('one')], 'card', crest)).alternatives[0]).toBe('Wappen der Stadt')
})

test('ten stand on a sheet, each back behind its front when the sheet is turned over', async () => {
  const { pages, texts } = await set(Array.from({ length: 11 }, (_, index) => issued(`n${index}`, { number: `FW-2026-${String(index + 1).padStart(4, '0')}` })), 'sheet')
  expect(pages).toBe(4)
  const at = (page: number, number: string) => texts.find(found => found.page === page && found.text === number)
  const centre = (x: number | undefined): string => ((x ?? 0) < 105 ? 'left' : 'right')
  expect([centre(at(1, 'FW-2026-0001')?.x), centre(at(2, 'FW-2026-0001')?.x), centre(at(1, 'FW-2026-0002')?.x), centre(at(2, 'FW-2026-0002')?.x)]).toEqual(['left', 'right', 'right', 'left'])
})

test('names and words of any length and script are set whole, and nothing of them is markup', async () => {
  const long = { familyName: 'Łąčki-Đorđević von und zu Hohenwarthe-Großmöringen', givenName: '#let x = 1 *Олена* Maximiliane', rank: 'Hauptlöschmeisterin mit besonderer Verwendung im Stab', duty: 'Stellvertretende Verbandsführerin und Gerätewartin', unitName: 'Ortsfeuerwehr Tangerhütte-Briest-Mahlpfuhl an der Elbe', authority: 'Die Inhaberin dieses Ausweises darf Einsatzstellen betreten. '.repeat(4).trim() }
  const { words, pages } = await set([issued('one', long)])
  expect(pages).toBe(2)
  for (const part of ['#let x = 1 *', 'Олена*', 'Großmöringen', 'Gerätewartin']) expect(words).toContain(part)
})

test.each([['#9b1c1f', '#ffffff'], ['#ffd400', '#000000'], ['#767676', '#000000'], ['#0b3d6e', '#ffffff']])('on %s words are %s', (colour, words) => {
  expect(readableOn(colour)).toBe(words)
})
