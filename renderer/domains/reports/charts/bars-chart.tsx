import { AxisBottom } from '@visx/axis'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { ReactElement } from 'react'
import { cut } from '../../../../shared/text.ts'
import { markId, type FigureRow, type Series } from '../figure-data.ts'
import type { ChartProps } from './chart-frame.tsx'
import { AXIS, highest } from './columns-chart.tsx'
import { fillOf } from './fills.tsx'

const BAND = 30
const MARGIN = { top: 4, right: 64, bottom: 26 }
const LETTER_WIDTH = 7

/**
 * Bars lying below each other, with room for long names. Several series lie in one another: the first one narrow in front,
 * the later ones wide behind it, as a median in front of what nine tenths stay below.
 */
export function BarsChart({ figure, width, hatchingId, marks, formatTick }: ChartProps): ReactElement {
  const left = Math.min(260, Math.floor(width * 0.42))
  const height = figure.rows.length * BAND + MARGIN.top + MARGIN.bottom
  const down = scaleBand({ domain: figure.rows.map(({ id }) => id), range: [MARGIN.top, height - MARGIN.bottom], padding: 0.3 })
  const along = scaleLinear({ domain: [0, Math.max(1, highest(figure))], range: [left, width - MARGIN.right], nice: 4 })
  const drawn = figure.series.filter(({ fill }) => fill !== null)
  const valueOf = (row: FigureRow, series: Series): number | null => row.values[figure.series.indexOf(series)] ?? null
  const barOf = (row: FigureRow, series: Series, order: number): ReactElement | null => {
    const value = valueOf(row, series)
    if (value === null || series.fill === null) return null
    const inset = drawn.length > 1 && order === 0 ? down.bandwidth() * 0.22 : 0
    const id = markId(row, series)
    return (
      <g key={id} className="chart__mark" {...marks.propsOf(id)}>
        {order === 0 && <Bar x={left - 3} y={(down(row.id) ?? 0) - 3} width={Math.max(0, along(value) - left) + 6} height={down.bandwidth() + 6} className="chart__reach" />}
        <Bar x={left} y={(down(row.id) ?? 0) + inset} width={Math.max(value > 0 ? 1 : 0, along(value) - left)} height={down.bandwidth() - 2 * inset} className={`chart__bar chart__bar--${series.fill}`} fill={fillOf(series.fill, hatchingId)} />
      </g>
    )
  }
  return (
    <svg width={width} height={height} aria-label={figure.title}>
      <AxisBottom scale={along} top={height - MARGIN.bottom} numTicks={4} tickFormat={formatTick} {...AXIS} tickLabelProps={{ className: 'chart__label', textAnchor: 'middle', dy: '0.3em' }} />
      {figure.rows.map(row => {
        const middle = (down(row.id) ?? 0) + down.bandwidth() / 2
        const farthest = Math.max(0, ...drawn.map(series => valueOf(row, series) ?? 0))
        return (
          <g key={row.id}>
            <text aria-hidden="true" x={left - 8} y={middle} dy="0.33em" textAnchor="end" className="chart__name">{shortened(row.shortLabel, left)}</text>
            {drawn.map((series, order) => ({ series, order })).toReversed().map(({ series, order }) => barOf(row, series, order))}
            <text aria-hidden="true" x={along(farthest) + 6} y={middle} dy="0.33em" className="chart__label">{valueText(drawn, row, valueOf)}</text>
          </g>
        )
      })}
    </svg>
  )
}

const shortened = (name: string, left: number): string => {
  const most = Math.floor((left - 8) / LETTER_WIDTH)
  return name.length > most ? `${cut(name, most - 1).trimEnd()}…` : name
}

/** The numbers themselves beside their bars. */
function valueText(drawn: readonly Series[], row: FigureRow, valueOf: (row: FigureRow, series: Series) => number | null): string {
  return drawn.flatMap(series => {
    const value = valueOf(row, series)
    return value === null ? [] : [series.format(value).replace(/ .*$/, '')]
  }).join(' / ')
}
