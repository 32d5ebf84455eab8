import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../../../shared/formats/csv.ts'
import type { Coverage, VaccinationFigures } from '../../../../shared/wire/vaccinations.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'

export const FIGURE_PERIODS = ['week', 'month', 'quarter', 'year'] as const
export type FigurePeriod = (typeof FIGURE_PERIODS)[number]

const LENGTHS: Readonly<Record<FigurePeriod, number>> = { week: 7, month: 30, quarter: 91, year: 365 }

/** The days of a period that ends today, both included. */
export const daysOf = (period: FigurePeriod, today: string): { readonly from: string; readonly to: string } => ({ from: plusCalendarDays(today, 1 - LENGTHS[period]), to: today })

type Day = VaccinationFigures['days'][number]

/** What came of a day or of a week. */
export interface Span extends Pick<Day, 'came' | 'doses' | 'left'> {
  readonly key: string
}

export const byDay = (days: readonly Day[]): readonly Span[] => days.map(({ day, came, doses, left }) => ({ key: day, came, doses, left }))

/** The days of one calendar week as one. */
export const byWeek = (days: readonly Day[]): readonly Span[] =>
  [...Map.groupBy(days, ({ week }) => week)].map(([key, some]) => ({ key, ...sumOf(some) }))

export const sumOf = (spans: readonly Pick<Day, 'came' | 'doses' | 'left'>[]): Pick<Day, 'came' | 'doses' | 'left'> => ({
  came: sum(spans, ({ came }) => came), doses: sum(spans, ({ doses }) => doses), left: sum(spans, ({ left }) => left),
})

type BatchFigures = VaccinationFigures['batches'][number]

/** A product with all its batches: what became of its doses. */
export interface ProductUse extends Omit<BatchFigures, 'lot'> {
  readonly batches: readonly BatchFigures[]
  readonly rest: number
}

export const byProduct = (batches: readonly BatchFigures[]): readonly ProductUse[] =>
  [...Map.groupBy(batches, ({ vaccineName }) => vaccineName)].map(([vaccineName, own]) => ({
    vaccineName, batches: own, brought: sum(own, ({ brought }) => brought), given: sum(own, ({ given }) => given), wasted: sum(own, ({ wasted }) => wasted), rest: sum(own, restOf),
  }))

/** More may have been given than was written down as brought along: then nothing is left, and nothing is missing. */
export const restOf = ({ brought, given, wasted }: Pick<BatchFigures, 'brought' | 'given' | 'wasted'>): number => Math.max(0, brought - given - wasted)

const sum = <Row,>(rows: readonly Row[], valueOf: (row: Row) => number): number => rows.reduce((all, row) => all + valueOf(row), 0)

/** In whole percent; of nothing, nothing. */
export const percentOf = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100))

/** Against what a group is drawn: all persons, or where that would tell too much, those that are shown. */
export const drawnAgainst = ({ total }: Pick<Coverage, 'total'>, groups: readonly { readonly persons: number }[]): number => total ?? sum(groups, ({ persons }) => persons)

export interface CoverageWords extends Readonly<Record<'byAge' | 'byLocality' | 'others' | 'hidden' | 'sum', string>> {
  readonly ageName: (group: string) => string
  readonly localityName: (group: string) => string
}

/** The groups of a disease as lines of a file, which says what it leaves out as the screen does: nobody takes what is there for all there is. */
export function coverageRows({ disease, total, ages, localities, hidesAges, hidesLocalities }: Coverage, words: CoverageWords): readonly (readonly TableCell[])[] {
  const lines = (by: string, groups: Coverage['ages'], nameOf: (group: string) => string, hides: boolean): readonly (readonly TableCell[])[] =>
    [...groups.map(({ group, persons }) => [disease, by, nameOf(group), persons]), ...(hides ? [[disease, by, words.others, words.hidden]] : [])]
  return [...lines(words.byAge, ages, words.ageName, hidesAges), ...lines(words.byLocality, localities, words.localityName, hidesLocalities), [disease, words.sum, '', total ?? words.hidden]]
}

/** A table as a file that German spreadsheets open. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly TableCell[])[]): string => BYTE_ORDER_MARK + [heads, ...rows].map(csvLine).join('')
