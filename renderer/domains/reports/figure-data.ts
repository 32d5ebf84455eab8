import type { ListQuery, View } from '../../../shared/contract/applications.ts'

/** The cases behind a figure, as the list is asked for them. */
export interface RowsBehind {
  readonly view: View
  readonly filters: Partial<ListQuery['filters']>
  /** How many they are. */
  readonly count: number
}

/** How the marks of a series are filled; never told apart by colour alone. */
export type Fill = 'solid' | 'hatched' | 'outlined'

/** One column of a figure's table; drawn in the chart where it has a fill. */
export interface Series {
  readonly id: string
  readonly title: string
  readonly fill: Fill | null
  readonly format: (value: number) => string
}

export interface FigureRow {
  readonly id: string
  /** In the table and read out. */
  readonly label: string
  /** Where the chart has little room. */
  readonly shortLabel: string
  /** One per series; null: there is none, or it is not shown. */
  readonly values: readonly (number | null)[]
  /** One per series; null: no list shows exactly these cases. */
  readonly behind: readonly (RowsBehind | null)[]
}

/** A figure: chart, table and CSV file are all made from this, so they cannot differ. */
export interface FigureData {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** What the rows are. */
  readonly rowTitle: string
  readonly series: readonly Series[]
  readonly rows: readonly FigureRow[]
  /** All rows together: below the table, in no chart. */
  readonly total?: FigureRow
  /** So many rows are drawn, all of them stand in the table; undefined: all. */
  readonly drawnRows?: number
}

/** The figure as its chart shows it. */
export const drawnPart = (figure: FigureData): FigureData => ({ ...figure, rows: figure.rows.slice(0, figure.drawnRows) })

/** One mark of a chart, in the order in which the arrow keys go. */
export interface Mark {
  readonly id: string
  readonly text: string
  readonly behind: RowsBehind | null
}

export const markId = (row: FigureRow, series: Series): string => `${row.id}/${series.id}`

/** The marks of everything drawn, with what each says. */
export const marksOf = ({ rows, series }: FigureData): readonly Mark[] =>
  rows.flatMap(row => series.flatMap((one, index) => {
    const value = row.values[index] ?? null
    if (one.fill === null || value === null) return []
    return [{ id: markId(row, one), text: `${row.label}: ${one.title} ${one.format(value)}`, behind: row.behind[index] ?? null }]
  }))
