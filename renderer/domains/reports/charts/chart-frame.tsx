import { useId, type ComponentType, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { marksOf, type FigureData, type RowsBehind } from '../figure-data.ts'
import { Hatching, Swatch } from './fills.tsx'
import { useMarks, type Marks } from './use-marks.ts'
import { useWidth } from './use-width.ts'

export interface ChartProps {
  readonly figure: FigureData
  readonly width: number
  readonly hatchingId: string
  readonly marks: Marks
  /** A number beside an axis. */
  readonly formatTick: (value: number | { valueOf(): number }) => string
}

interface Props {
  readonly figure: FigureData
  readonly Chart: ComponentType<ChartProps>
  readonly onRows: (behind: RowsBehind) => void
}

/** A chart as wide as there is room, with the names of its series above and what the chosen mark says below. */
export function ChartFrame({ figure, Chart, onRows }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const hatchingId = useId()
  const { ref, width } = useWidth<HTMLDivElement>()
  const marks = useMarks(marksOf(figure), onRows)
  const drawn = figure.series.flatMap(({ id, title, fill }) => (fill === null ? [] : [{ id, title, fill }]))
  return (
    <div ref={ref} className="chart">
      <svg width="0" height="0" className="chart__defs" aria-hidden="true"><Hatching id={hatchingId} /></svg>
      {drawn.length > 1 && (
        <ul className="chart__legend">
          {drawn.map(({ id, title, fill }) => <li key={id}><Swatch fill={fill} hatchingId={hatchingId} />{title}</li>)}
        </ul>
      )}
      {width > 0 && <Chart figure={figure} width={width} hatchingId={hatchingId} marks={marks} formatTick={value => (Number.isInteger(value) ? formatNumber(Number(value), language) : '')} />}
      <p className="chart__told" aria-hidden="true">{marks.told ? `${marks.told.text}${marks.told.behind ? ` · ${t('reports.enterOpens', { count: marks.told.behind.count, formatted: formatNumber(marks.told.behind.count, language) })}` : ''}` : t(marksOf(figure).some(({ behind }) => behind) ? 'reports.chartHint' : 'reports.chartHintPlain')}</p>
    </div>
  )
}
