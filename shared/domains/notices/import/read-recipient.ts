import type { Recipient } from '../content.ts'
import { folded } from './columns.ts'
import type { RowCells } from './row-cells.ts'

const GERMANY = new Set(['', 'd', 'de', 'deu', 'deutschland', 'germany', 'brd', 'bundesrepublikdeutschland'])
/** Signs of vehicles and everyday names, by the code of the country they mean. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  a: 'AT', b: 'BE', e: 'ES', f: 'FR', h: 'HU', i: 'IT', l: 'LU', n: 'NO', p: 'PT', s: 'SE', england: 'GB', grossbritannien: 'GB', uk: 'GB', usa: 'US', holland: 'NL', tschechischerepublik: 'CZ',
}
const NAMES = new Intl.DisplayNames('de', { type: 'region', fallback: 'none' })
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
/** Countries by their folded German names. */
const CODES = new Map(LETTERS.flatMap(first => LETTERS.map(second => `${first}${second}`)).flatMap(code => {
  const name = NAMES.of(code)
  return name === undefined ? [] : [[folded(name), code] as const]
}))

const MOST_LETTERS = { name: 80, addition: 80, street: 80, houseNumber: 20, postalCode: 20, place: 80, country: 80 } as const

/** The address of a row: six lines at most, inland without a country, abroad with its German name in capitals. */
export function readRecipient(cells: RowCells): Recipient {
  const country = readCountry(cells)
  const { postalCode, place } = readPlace(cells, country === '')
  const recipient = {
    name: [cells.text('title'), cells.text('firstName'), cells.text('name')].filter(Boolean).join(' '),
    addition: cells.text('addition'), street: cells.text('street'), houseNumber: cells.text('houseNumber'), postalCode, place, country,
  }
  if (!cells.has('name')) cells.tell('name', 'missing')
  if (place === '') cells.tell('place', 'missing')
  if (recipient.street === '' && recipient.addition === '') cells.tell('street', 'no-street')
  for (const [field, most] of Object.entries(MOST_LETTERS)) if (recipient[field as keyof Recipient].length > most) cells.tell(field, 'too-long')
  return recipient
}

function readCountry(cells: RowCells): string {
  const typed = cells.text('country')
  const name = folded(typed)
  if (GERMANY.has(name)) return ''
  const code = OTHER_NAMES[name] ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : CODES.get(name))
  const known = code === undefined ? undefined : NAMES.of(code)
  if (known === undefined) cells.tell('country', 'unknown-country')
  return (known ?? typed).toLocaleUpperCase('de')
}

/** In columns of their own, or in one: `39517 Tangerhütte`. */
function readPlace(cells: RowCells, isInland: boolean): { readonly postalCode: string; readonly place: string } {
  const [, inPlace, name] = /^((?:D[- ]?)?\d{4,5})\s+(.+)$/u.exec(cells.text('place')) ?? []
  const isOne = !cells.has('postalCode') && inPlace !== undefined && name !== undefined
  const typed = isOne ? inPlace : cells.text('postalCode')
  const postalCode = isInland ? typed.replace(/^D[- ]?(?=\d)/u, '') : typed
  const field = isOne ? 'place' : 'postalCode'
  if (isInland && postalCode === '') cells.tell(field, 'missing')
  else if (isInland && !/^\d{5}$/.test(postalCode)) cells.tell(field, 'postal-code', typed)
  return { postalCode, place: isOne ? name : cells.text('place') }
}

/** Of whom the letter says `Frau`, `Herr`; everybody else is greeted without a name. */
const GREETINGS: readonly (readonly [RegExp, string])[] = [[/^(?:frau|w|weiblich)$/i, 'Sehr geehrte Frau'], [/^(?:herrn?|m|männlich)$/i, 'Sehr geehrter Herr']]

/** The greeting: as the table has it in full, or from `Frau` and `Herr`; empty where nobody says how. */
export function readSalutation(cells: RowCells): string {
  const typed = cells.text('salutation')
  if (/^(?:sehr geehrte|guten tag|hallo|liebe)/i.test(typed)) {
    if (typed.length > 120) cells.tell('salutation', 'too-long')
    return typed.replace(/,$/, '')
  }
  const greeting = GREETINGS.find(([shape]) => shape.test(typed))?.[1]
  const family = cells.has('firstName') ? cells.text('name') : (/^[^,]*?(\S+)$/u.exec(cells.text('name'))?.[1] ?? '')
  return greeting && family ? [greeting, cells.text('title'), family].filter(Boolean).join(' ').slice(0, 120) : ''
}
