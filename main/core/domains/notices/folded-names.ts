import { sortKey } from '../../cache/sort-key.ts'

/** A name and the number beside it, as they are sought and put in order. */
export interface FoldedNames {
  readonly nameKey: string
  /** Without the signs that people leave out. */
  readonly referenceKey: string
}

const SIGNS_AROUND = /[\s./-]/g

const withoutSigns = (text: string): string => sortKey(text).replace(SIGNS_AROUND, '')

export const foldedNames = ({ name, reference }: { readonly name: string; readonly reference: string }): FoldedNames => ({ nameKey: sortKey(name), referenceKey: withoutSigns(reference) })

/** Whether words stand in a name, or in one of the numbers, however they are written; no words stand in everything. */
export function soughtBy(text: string): (names: FoldedNames, otherNumber?: string) => boolean {
  const words = sortKey(text.trim())
  const number = withoutSigns(text)
  return ({ nameKey, referenceKey }, otherNumber = '') => words === '' || nameKey.includes(words) || (number !== '' && (referenceKey.includes(number) || otherNumber.includes(number)))
}

/** For sorting, the smaller one first. */
export const compared = (one: string | number, other: string | number): number => (one === other ? 0 : one < other ? -1 : 1)
