import type { NoticeFilter, NoticeLine, NoticeOrder } from '../../../../shared/contract/notices.ts'
import { sortKey } from '../../cache/sort-key.ts'

const SIGNS_AROUND = /[\s./-]/g

/** The lines a filter lets through in whose name or Kassenzeichen the text stands, however it is written. */
export function filteredLines(lines: readonly NoticeLine[], filter: NoticeFilter, text: string): readonly NoticeLine[] {
  const words = sortKey(text.trim())
  const reference = words.replace(SIGNS_AROUND, '')
  const has = (line: NoticeLine): boolean => words === '' || sortKey(line.name).includes(words) || (reference !== '' && sortKey(line.reference).replace(SIGNS_AROUND, '').includes(reference))
  return lines.filter(line => PASSES[filter](line) && has(line))
}

const PASSES: Readonly<Record<NoticeFilter, (line: NoticeLine) => boolean>> = {
  all: () => true,
  problems: ({ problems, stage }) => problems > 0 && stage !== 'left-out',
  'left-out': ({ stage }) => stage === 'left-out',
  failed: ({ stage }) => stage === 'failed',
}

/** In the order of one column; equal ones in the order of the file. */
export function orderedLines(lines: readonly NoticeLine[], order: NoticeOrder, isDescending: boolean): readonly NoticeLine[] {
  const keys = new Map(lines.map(line => [line, typeof line[order] === 'string' ? sortKey(line[order]) : line[order]]))
  const turn = isDescending ? -1 : 1
  return lines.toSorted((one, other) => turn * compared(keys.get(one) ?? '', keys.get(other) ?? '') || one.number - other.number)
}

const compared = (one: string | number, other: string | number): number => (one === other ? 0 : one < other ? -1 : 1)
