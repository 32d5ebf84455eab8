import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../ui/data-table.tsx'
import type { FigureData, FigureRow, RowsBehind } from './figure-data.ts'

interface Props {
  readonly figure: FigureData
  readonly onRows: (behind: RowsBehind) => void
}

/** The same numbers as in the chart, and those for which a chart has no room. */
export function FigureTable({ figure: { title, rowTitle, series, rows, total }, onRows }: Props): ReactElement {
  const lineOf = (row: FigureRow): ReactElement => (
    <tr key={row.id}>
      <th scope="row">{row.label}</th>
      {series.map((one, index) => <td key={one.id} className="number"><Value row={row} index={index} format={one.format} onRows={onRows} /></td>)}
    </tr>
  )
  return (
    <DataTable isPlain caption={title} isCaptionUnseen heads={[rowTitle, ...series.map(one => ({ title: one.title, isNumber: true }))]} foot={total && lineOf(total)}>
      {rows.map(lineOf)}
    </DataTable>
  )
}

function Value({ row, index, format, onRows }: { readonly row: FigureRow; readonly index: number; readonly format: (value: number) => string; readonly onRows: Props['onRows'] }): ReactElement {
  const { t } = useTranslation()
  const value = row.values[index] ?? null
  const behind = row.behind[index] ?? null
  if (value === null) return <><span aria-hidden="true">–</span><span className="sr-only">{t('reports.noValue')}</span></>
  if (!behind) return <>{format(value)}</>
  return <Link className="figure__link" onPress={() => onRows(behind)}>{format(value)}</Link>
}
