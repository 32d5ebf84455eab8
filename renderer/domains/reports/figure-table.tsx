import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FigureData, FigureRow, RowsBehind } from './figure-data.ts'

interface Props {
  readonly figure: FigureData
  readonly onRows: (behind: RowsBehind) => void
}

/** The same numbers as in the chart, and those for which a chart has no room. */
export function FigureTable({ figure: { title, rowTitle, series, rows }, onRows }: Props): ReactElement {
  return (
    <div className="figure__scroll">
      <table className="figure__table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {series.map(one => <th key={one.id} scope="col" className="figure__number">{one.title}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {series.map((one, index) => <td key={one.id} className="figure__number"><Value row={row} index={index} format={one.format} onRows={onRows} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
