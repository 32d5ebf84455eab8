import type { NoticeLine, NoticeOrder } from '../../../../shared/contract/notices.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { compared, foldedNames, soughtBy } from './folded-names.ts'

/** Whether these words stand in a name or in a Kassenzeichen, however it is written. */
export function saysOneOf(text: string): (line: Pick<NoticeLine, 'name' | 'reference'>) => boolean {
  const has = soughtBy(text)
  return line => has(foldedNames(line))
}

/** The lines in whose name or Kassenzeichen a text stands, however it is written. */
export const foundLines = (lines: readonly NoticeLine[], text: string): readonly NoticeLine[] => (text.trim() === '' ? lines : lines.filter(saysOneOf(text)))

/** In the order of one column; equal ones in the order of the file. */
export function orderedLines(lines: readonly NoticeLine[], order: NoticeOrder, isDescending: boolean): readonly NoticeLine[] {
  const keys = new Map(lines.map(line => [line, typeof line[order] === 'string' ? sortKey(line[order]) : line[order]]))
  const turn = isDescending ? -1 : 1
  return lines.toSorted((one, other) => turn * compared(keys.get(one) ?? '', keys.get(other) ?? '') || one.number - other.number)
}
