import type { SheetDocument } from '../letters/sheet.ts'
import { writtenDay } from '../letters/letter-for.ts'
import type { Recipient } from './content.ts'
import type { Paper } from './tables.ts'

/** What lies below a cover sheet. */
export interface CoveredPile {
  readonly runTitle: string
  readonly paper: Pick<Paper, 'letterhead' | 'isDuplex' | 'dated'>
  /** This pile and how many there are in the file, from 1. */
  readonly pile: number
  readonly piles: number
  /** In the order of the pile. */
  readonly letters: readonly { readonly number: number; readonly recipient: Recipient }[]
  readonly pages: number
  readonly sheets: number
  /** The day on which the file was made. */
  readonly madeOn: string
}

/** The sheet that lies on a pile of letters printed in the house: what is below it, what has to be looked at, and who signs that it was. */
export function coverSheet({ runTitle, paper: { letterhead, isDuplex, dated }, pile, piles, letters, pages, sheets, madeOn }: CoveredPile): SheetDocument {
  const [first, last] = [letters[0], letters.at(-1)]
  const rows = [
    ['Lauf', runTitle], ['Briefe vom', writtenDay(dated)], ['Briefe in diesem Stapel', String(letters.length)], ['Erster Brief', first ? described(first) : ''], ['Letzter Brief', last ? described(last) : ''],
    ['Seiten', String(pages)], ['Blätter ohne dieses', String(sheets)], ['Druck', isDuplex ? 'beidseitig, jeder Brief auf einem neuen Blatt' : 'einseitig'],
  ]
  return {
    letter: {
      letterhead, recipient: ['Deckblatt', `Stapel ${pile} von ${piles}`, 'Bleibt im Haus'], reference: '', contact: { name: '', telephone: '', email: '', room: '' },
      subject: `Deckblatt: ${letters.length} ${letters.length === 1 ? 'Brief' : 'Briefe'} zur Post`,
      blocks: [
        { kind: 'table', head: ['Stapel', `${pile} von ${piles}`], rows, total: null },
        { kind: 'heading', text: 'Bitte prüfen' },
        { kind: 'list', items: [...CHECKS] },
      ],
      remedies: '', signatures: ['Zur Post gegeben am', 'Unterschrift'],
    },
    date: writtenDay(madeOn), verification: null, isDraft: false,
  }
}

const CHECKS = [
  'Die Zahl der Blätter stimmt; keines ist leer, schief oder verschmiert.', 'Die Anschrift steht ganz im Fenster des Umschlags.', 'In jedem Umschlag steckt genau ein Brief.',
  'Der Stapel geht in dieser Reihenfolge zur Post: Er ist nach Postleitzahl, Ort, Straße und Hausnummer geordnet.', 'Danach im Programm eintragen: „Als gedruckt und zur Post gegeben eintragen“.',
] as const

const described = ({ number, recipient: { name, postalCode, place, country } }: CoveredPile['letters'][number]): string =>
  `Nr. ${number}, ${name}, ${[postalCode, place].filter(Boolean).join(' ')}${country && `, ${country}`}`
