import { CLOCK_STATES, type ClockState } from '../../../../shared/domains/notices/clock/clock.ts'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../../../shared/formats/csv.ts'
import type { Sort } from '../../../ui/grid-rows.ts'

/** States, and of those that have to be announced anew the ones whose letter came back. */
export const SHOWN_STATES = ['all', ...CLOCK_STATES, 'returned'] as const
export type ShownState = (typeof SHOWN_STATES)[number]

export interface FinalityFilter {
  readonly state: ShownState
  /** Final by the end of that day; null for whatever day. */
  readonly finalBy: string | null
  /** A part of the name or of the Kassenzeichen. */
  readonly text: string
}

export const ALL_NOTICES: FinalityFilter = { state: 'all', finalBy: null, text: '' }

const folded = (text: string): string => text.toLocaleLowerCase('de').replaceAll(/\s/g, '')

const isIn = (row: FinalityRow, state: ShownState): boolean => (state === 'returned' ? row.state === 'repeat' && row.notAnnounced === 'returned' : state === 'all' || row.state === state)

/** Those a filter lets through, in the same order. */
export function filteredRows(rows: readonly FinalityRow[], { state, finalBy, text }: FinalityFilter): readonly FinalityRow[] {
  const wanted = folded(text)
  return rows.filter(row => isIn(row, state) && (finalBy === null || (row.finalOn !== null && row.finalOn <= finalBy)) && folded(`${row.name}${row.reference}`).includes(wanted))
}

/** By the fields of the list; who has no day comes last, whichever way the list is sorted. */
export function sortedRows(rows: readonly FinalityRow[], { field, direction }: Sort): readonly FinalityRow[] {
  const key = KEYS[field] ?? KEYS['endOn']
  const keyed = rows.map(row => ({ row, key: key?.(row) ?? '' }))
  const way = direction === 'asc' ? 1 : -1
  return keyed.toSorted((one, other) => Number(one.key === '') - Number(other.key === '') || way * WORDS.compare(one.key, other.key) || WORDS.compare(one.row.reference, other.row.reference)).map(({ row }) => row)
}

/** `Ä` beside `A`, and `9` before `10`. */
const WORDS = new Intl.Collator('de', { numeric: true })

const KEYS: Readonly<Record<string, (row: FinalityRow) => string>> = {
  name: ({ name }) => name, reference: ({ reference }) => reference, sentOn: ({ sentOn }) => sentOn ?? '', announcedOn: ({ announcedOn }) => announcedOn ?? '',
  endOn: ({ endOn }) => endOn ?? '', finalOn: ({ finalOn }) => finalOn ?? '', state: ({ state }) => String(CLOCK_STATES.indexOf(state)),
}

export type Counts = Readonly<Record<ShownState, number>>

export const countsOf = (rows: readonly FinalityRow[]): Counts =>
  Object.fromEntries(SHOWN_STATES.map(state => [state, rows.filter(row => isIn(row, state)).length])) as Record<ShownState, number>

/** The list as a CSV file that German spreadsheets open, with words for the states. */
export const csvOf = (heads: readonly string[], rows: readonly FinalityRow[], wordFor: (state: ClockState) => string): string =>
  BYTE_ORDER_MARK + [heads, ...rows.map((row): readonly TableCell[] => [row.name, row.reference, ...[row.sentOn, row.announcedOn, row.endOn, row.finalOn].map(dayCell), wordFor(row.state)])].map(csvLine).join('')

const dayCell = (day: string | null): TableCell => day && { day }
