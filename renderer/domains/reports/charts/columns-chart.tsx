import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { ReactElement } from 'react'
import { markId, type FigureData, type FigureRow, type Series } from '../figure-data.ts'
import type { ChartProps } from './chart-frame.tsx'
import { fillOf } from './fills.tsx'

const HEIGHT = 240
const MARGIN = { top: 12, right: 8, bottom: 28, left: 40 }
const LABEL_WIDTH = 56

/** Upright columns side by side: counts over time, or by age. */
export function ColumnsChart({ figure, width, hatchingId, marks, formatTick }: ChartProps): ReactElement {
  const drawn = figure.series.filter(({ fill }) => fill !== null)
  const across = scaleBand({ domain: figure.rows.map(({ id }) => id), range: [MARGIN.left, width - MARGIN.right], padding: 0.25 })
  const within = scaleBand({ domain: drawn.map(({ id }) => id), range: [0, across.bandwidth()], padding: 0.1 })
  const up = scaleLinear({ domain: [0, Math.max(1, highest(figure))], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: 4 })
  const barOf = (row: FigureRow, series: Series): ReactElement | null => {
    const value = row.values[figure.series.indexOf(series)] ?? null
    if (value === null || series.fill === null) return null
    const x = (across(row.id) ?? 0) + (within(series.id) ?? 0)
    const id = markId(row, series)
    return (
      <g key={id} className="chart__mark" {...marks.propsOf(id)}>
        <Bar x={x} y={MARGIN.top} width={within.bandwidth()} height={HEIGHT - MARGIN.bottom - MARGIN.top} className="chart__reach" />
        <Bar x={x} y={up(value)} width={within.bandwidth()} height={Math.max(value > 0 ? 1 : 0, HEIGHT - MARGIN.bottom - up(value))} className={`chart__bar chart__bar--${series.fill}`} fill={fillOf(series.fill, hatchingId)} />
      </g>
    )
  }
  return (
    <svg width={width} height={HEIGHT} aria-label={figure.title}>
      <AxisLeft scale={up} left={MARGIN.left} numTicks={4} tickFormat={formatTick} {...AXIS} tickLabelProps={{ className: 'chart__label', textAnchor: 'end', dx: '-0.4em', dy: '0.33em' }} />
      <AxisBottom scale={across} top={HEIGHT - MARGIN.bottom} tickValues={[...ticks(figure.rows, width)]} tickFormat={id => figure.rows.find(row => row.id === id)?.shortLabel ?? ''} {...AXIS} tickLabelProps={{ className: 'chart__label', textAnchor: 'middle', dy: '0.4em' }} />
      {figure.rows.flatMap(row => drawn.map(series => barOf(row, series)))}
    </svg>
  )
}

export const AXIS = { axisLineClassName: 'chart__axis', hideTicks: true } as const

export const highest = ({ rows, series }: FigureData): number =>
  Math.max(0, ...rows.flatMap(({ values }) => values.filter((_, index) => series[index]?.fill !== null).map(value => value ?? 0)))

/** As many labels below as fit beside each other. */
function ticks(rows: readonly FigureRow[], width: number): readonly string[] {
  const every = Math.max(1, Math.ceil((rows.length * LABEL_WIDTH) / Math.max(1, width - MARGIN.left)))
  return rows.filter((_, index) => index % every === 0).map(({ id }) => id)
}
