import { describe, expect, test } from 'vitest'
import { readGiroCode } from '../../formats/giro-code.ts'
import { aLetterhead } from '../letters/testing.ts'
import type { NoticeContent } from './content.ts'
import { addressLines } from './notice-letter-values.ts'
import { zonesOn } from './notice-letter-zones.ts'
import { noticeLetter } from './notice-letter.ts'
import type { Paper } from './tables.ts'
import { aNoticeContent, aPaper } from './testing.ts'

const paper = aPaper()
const letterOf = (change: Partial<NoticeContent> = {}, on: Partial<Paper> = {}) => noticeLetter(aNoticeContent(change), { ...paper, ...on })
const textsOf = (made: ReturnType<typeof letterOf>) => made.letter.blocks.flatMap(block => ('text' in block ? [block.text] : []))

describe('a notice as a letter', () => {
  test('says what its record says, in tables with their sum', () => {
    const { letter } = letterOf()
    expect(letter.blocks.filter(({ kind }) => kind === 'table')).toEqual([
      { kind: 'table', head: ['Grundstück', 'Fläche'], rows: [['Gemarkung Lüderitz, Flur 3, Flurstück 12/4', '12.450 m²']], total: null },
      { kind: 'table', head: ['Grundlage', 'Betrag'], rows: [['Flächenbeitrag', '11,12\u00a0€'], ['Erschwernisbeitrag', '3,45\u00a0€']], total: ['Zu zahlen', '14,57\u00a0€'] },
    ])
    expect([letter.subject, letter.reference, letter.open]).toEqual(['Beitragsbescheid für den Zeitraum 1. Januar 2025 bis 31. Dezember 2025', '4711.0815.2025', []])
  })

  test('greets without a name where none is known, and tells only those of their building right who have one', () => {
    expect(textsOf(letterOf({ salutation: '' }))[0]).toBe('Sehr geehrte Damen und Herren,')
    expect(textsOf(letterOf({ salutation: 'Guten Tag, Frau Groß,' }))[0]).toBe('Guten Tag, Frau Groß,')
    const tells = (debtorRole: NoticeContent['debtorRole']) => textsOf(letterOf({ debtorRole })).some(text => text.includes('Erbbaurecht besteht'))
    expect([tells('owner'), tells('leaseholder'), tells('user')]).toEqual([false, true, false])
  })

  test('names a parcel without a label in the usual words', () => {
    const parcels = [{ district: 'Uchtdorf', section: '1', number: '7', areaSquareMetres: null, label: ' ' }]
    expect(letterOf({ parcels }).letter.blocks.find(({ kind }) => kind === 'table')).toMatchObject({ rows: [['Gemarkung Uchtdorf, Flur 1, Flurstück 7', '']] })
  })

  test('can be paid by a code that says the same', () => {
    const payment = letterOf().letter.blocks.at(-1)
    if (payment?.kind !== 'payment') throw new Error('the letter ends without a payment')
    expect(payment.rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Betrag: 14,57\u00a0€', 'Fällig am: 15. April 2026', 'Empfänger: Stadt Tangerhütte', 'Bank: Sparkasse Beispielstadt', 'IBAN: DE02 1203 0000 0000 2020 51', 'Kassenzeichen: 4711.0815.2025',
    ])
    expect(readGiroCode(payment.code ?? '')).toEqual({ ok: true, value: { bic: '', name: 'Stadt Tangerhütte', iban: 'DE02120300000000202051', cents: 1_457, text: '4711.0815.2025' } })
  })

  test('has nothing to be paid where nothing is, and says that the bank is missing where it is', () => {
    expect(letterOf({ totalCents: 0 }).letter.blocks.some(({ kind }) => kind === 'payment')).toBe(false)
    expect(letterOf({}, { letterhead: aLetterhead({ iban: '' }) }).letter.open).toEqual(['bank'])
  })

  test('is one content in two files', () => {
    const { print, account, hash } = letterOf()
    expect([print.letter, print.date, print.post?.day, account.post]).toEqual([account.letter, account.date, '2026-11-23', undefined])
    const others = [letterOf({ totalCents: 1_458 }), letterOf({}, { dated: '2026-11-24' }), letterOf({}, { letterhead: aLetterhead({ signatory: 'Jemand' }) })]
    expect([letterOf().hash === hash, new Set([hash, ...others.map(other => other.hash)]).size]).toEqual([true, 4])
  })
})

test('an address has no empty lines and no double blanks, and its country last', () => {
  const recipient = { name: ' Änne  Großkopf ', addition: '', street: 'Am Gut', houseNumber: '', postalCode: '1010', place: 'Wien', country: 'ÖSTERREICH' }
  expect(addressLines(recipient)).toEqual(['Änne Großkopf', 'Am Gut', '1010 Wien', 'ÖSTERREICH'])
})

test('texts of the window lie in their zones, and what holds on no day is refused', () => {
  const { texts, returnLine, recipient } = zonesOn('2026-11-23')
  expect([texts.returnLine.y >= returnLine.y, texts.recipient.y >= recipient.y, texts.recipient.x + texts.recipient.width <= recipient.x + recipient.width]).toEqual([true, true, true])
  expect(() => zonesOn('1999-12-31')).toThrow('there are no zones')
})

describe('a notice in the place of another', () => {
  const replaced = { reference: '4711.0815.7', dated: '2026-03-02', reason: 'Fläche falsch' }
  const told = (change: Partial<NoticeContent>): readonly string[] => textsOf(letterOf(change)).filter(text => text.includes('Kassenzeichen 4711.0815.7'))

  test('says which one it replaces, or that it comes again; the reason is for the file', () => {
    expect(told({ replaced: { ...replaced, why: 'corrected' } })).toEqual(['Dieser Bescheid ersetzt den Bescheid vom 2. März 2026 mit dem Kassenzeichen 4711.0815.7. Der frühere Bescheid gilt nicht mehr.'])
    expect(told({ replaced: { ...replaced, why: 'new-address' } })).toEqual(['Diesen Bescheid haben wir Ihnen schon einmal geschickt. Der Brief vom 2. März 2026 mit dem Kassenzeichen 4711.0815.7 hat Sie nicht erreicht; es gilt dieser.'])
    expect(textsOf(letterOf()).some(text => /ersetzt|schon einmal/.test(text))).toBe(false)
  })
})
