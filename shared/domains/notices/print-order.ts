import type { Recipient } from './content.ts'

/** What the place of a letter in the pile follows from. */
export interface Piled {
  /** Of the notice within its run. */
  readonly number: number
  readonly recipient: Recipient
}

/** So many letters lie below one cover sheet. */
const LETTERS_PER_PILE = 100
/** So many piles make one file: what a printer takes at a time, and a desk holds in memory. */
const PILES_PER_FILE = 3

/** `9` before `10`, and `Ä` beside `A`. */
const WORDS = new Intl.Collator('de', { numeric: true })

const keys = ({ recipient: { postalCode, place, street, houseNumber, name } }: Piled): readonly string[] => [postalCode, place, street, houseNumber, name]

/** In the order in which the post wants sorted mail: inland by postal code, place, street, number and name; mail abroad behind it, by country. */
export function inPostalOrder<Letter extends Piled>(letters: readonly Letter[]): readonly Letter[] {
  const compared = (one: Letter, other: Letter): number => {
    const abroad = WORDS.compare(one.recipient.country, other.recipient.country)
    if (abroad !== 0) return abroad
    const [mine, theirs] = [keys(one), keys(other)]
    return mine.map((key, index) => WORDS.compare(key, theirs[index] ?? '')).find(way => way !== 0) ?? one.number - other.number
  }
  return letters.toSorted(compared)
}

const parted = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Letters in their order, parted into files. */
export const filesOf = <Letter>(ordered: readonly Letter[]): readonly (readonly Letter[])[] => parted(ordered, LETTERS_PER_PILE * PILES_PER_FILE)

/** The letters of a file, parted into piles with a cover sheet each. */
export const pilesOf = <Letter>(ordered: readonly Letter[]): readonly (readonly Letter[])[] => parted(ordered, LETTERS_PER_PILE)

/** As many as one file holds. */
export const LETTERS_PER_FILE = LETTERS_PER_PILE * PILES_PER_FILE
