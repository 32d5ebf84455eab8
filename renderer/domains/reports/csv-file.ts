import { BYTE_ORDER_MARK, csvLine } from '../../../shared/formats/csv.ts'
import type { FigureData } from './figure-data.ts'

/** The figure's table as a CSV file that German spreadsheets open. */
export const csvOf = ({ rowTitle, series, rows, total }: FigureData): string =>
  BYTE_ORDER_MARK + [[rowTitle, ...series.map(({ title }) => title)], ...[...rows, ...(total ? [total] : [])].map(({ label, values }) => [label, ...values])].map(csvLine).join('')
