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
  came: spans.reduce((sum, { came }) => sum + came, 0), doses: spans.reduce((sum, { doses }) => sum + doses, 0), left: spans.reduce((sum, { left }) => sum + left, 0),
})

type BatchFigures = VaccinationFigures['batches'][number]

/** A product with all its batches: what became of its doses. */
export interface ProductUse extends Omit<BatchFigures, 'lot'> {
  readonly batches: readonly BatchFigures[]
}

export const byProduct = (batches: readonly BatchFigures[]): readonly ProductUse[] =>
  [...Map.groupBy(batches, ({ vaccineName }) => vaccineName)].map(([vaccineName, own]) => ({
    vaccineName, batches: own, brought: own.reduce((sum, { brought }) => sum + brought, 0), given: own.reduce((sum, { given }) => sum + given, 0), wasted: own.reduce((sum, { wasted }) => sum + wasted, 0),
  }))

/** In whole percent; of nothing, nothing. */
export const percentOf = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100))

/** Against what a group is drawn: all persons, or where that would tell too much, those that are shown. */
export const drawnAgainst = ({ total }: Pick<Coverage, 'total'>, groups: readonly { readonly persons: number }[]): number => total ?? groups.reduce((sum, { persons }) => sum + persons, 0)

/** A table as a file that German spreadsheets open. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly TableCell[])[]): string => BYTE_ORDER_MARK + [heads, ...rows].map(csvLine).join('')
