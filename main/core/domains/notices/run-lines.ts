import type { NoticeLine, NoticeOrder } from '../../../../shared/contract/notices.ts'
import { sortKey } from '../../cache/sort-key.ts'

const SIGNS_AROUND = /[\s./-]/g

/** Whether these words stand in a name or in a Kassenzeichen, however it is written. */
export function saysOneOf(text: string): (line: Pick<NoticeLine, 'name' | 'reference'>) => boolean {
  const words = sortKey(text.trim())
  const sought = words.replace(SIGNS_AROUND, '')
  return ({ name, reference }) => words === '' || sortKey(name).includes(words) || (sought !== '' && sortKey(reference).replace(SIGNS_AROUND, '').includes(sought))
}

/** The lines in whose name or Kassenzeichen a text stands, however it is written. */
export function foundLines(lines: readonly NoticeLine[], text: string): readonly NoticeLine[] {
  const words = sortKey(text.trim())
  const reference = words.replace(SIGNS_AROUND, '')
  return words === '' ? lines : lines.filter(line => sortKey(line.name).includes(words) || (reference !== '' && sortKey(line.reference).replace(SIGNS_AROUND, '').includes(reference)))
}

/** In the order of one column; equal ones in the order of the file. */
export function orderedLines(lines: readonly NoticeLine[], order: NoticeOrder, isDescending: boolean): readonly NoticeLine[] {
  const keys = new Map(lines.map(line => [line, typeof line[order] === 'string' ? sortKey(line[order]) : line[order]]))
  const turn = isDescending ? -1 : 1
  return lines.toSorted((one, other) => turn * compared(keys.get(one) ?? '', keys.get(other) ?? '') || one.number - other.number)
}

const compared = (one: string | number, other: string | number): number => (one === other ? 0 : one < other ? -1 : 1)
