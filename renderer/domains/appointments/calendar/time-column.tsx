import { memo, type CSSProperties, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { BlockView } from './block-view.tsx'
import { clockOf } from './blocks.ts'
import { BUNDLE_LANE, placedIn, type Bundle } from './bundles.ts'
import { cellsInView, type Cell } from './cells.ts'
import type { Column } from './columns.ts'
import { isMovable } from './destination.ts'
import { NowLine } from './now-line.tsx'
import { MINUTE_PX } from './scale.ts'
import type { Words } from './words.ts'

interface Props {
  readonly column: Column
  readonly title: string
  readonly hours: Stretch
  /** What is in view: only that is drawn. */
  readonly view: Stretch
  /** As many cells as are drawn for now. */
  readonly most: number
  /** The cell that has the tab stop, if it is in this column. */
  readonly active: string | undefined
  readonly isToday: boolean
  readonly today: number
  readonly words: Words
}

/** A counter on a day, or a day: its ground, its appointments and its free times. */
export const TimeColumn = memo(function TimeColumn({ column, title, hours, view, most, active, isToday, today, words }: Props): ReactElement {
  const { t } = useTranslation()
  const { lanes } = placedIn(column)
  const count = column.blocks.length
  return (
    <section aria-label={title} className={isToday ? 'cal-column cal-column--today' : 'cal-column'}>
      <div className="cal-column__head">
        <span className="cal-column__title">{title}</span>
        <span className="cal-column__note">{column.holiday ?? (count > 0 ? t('calendar.count', { count }) : column.open.length > 0 ? t('calendar.nothing') : t('calendar.closed'))}</span>
      </div>
      <div className="cal-column__body" data-column={column.key} style={{ height: (hours.to - hours.from) * MINUTE_PX }}>
        <Ground column={column} hours={hours} />
        {cellsInView(column, view, most, active).map(cell => {
          const drawn = { start: hours.from, isActive: cell.key === active }
          if (cell.kind === 'free') return <FreeTime key={cell.key} cell={cell} {...drawn} />
          if (cell.kind === 'bundle') return <BundleView key={cell.key} bundle={cell.bundle} {...drawn} />
          const { appointment } = cell.block
          return <BlockView key={cell.key} block={cell.block} isRoomy={column.resource !== null} words={words} isMovable={isMovable(appointment, today)} {...drawn} {...lanes.get(appointment.id) ?? { lane: 0, lanes: 1 }} />
        })}
        {isToday && <NowLine hours={hours} />}
      </div>
    </section>
  )
})

const within = ({ from, to }: Stretch, hours: Stretch): { readonly top: number; readonly height: number } => {
  const top = Math.max(from, hours.from)
  return { top: (top - hours.from) * MINUTE_PX, height: Math.max(0, Math.min(to, hours.to) - top) * MINUTE_PX }
}

/** What is open is light, breaks and closures say what they are. */
function Ground({ column, hours }: { readonly column: Column; readonly hours: Stretch }): ReactElement {
  return (
    <div aria-hidden="true">
      {column.open.map(stretch => <div key={stretch.from} className="cal-open" style={within(stretch, hours)} />)}
      {column.closed.map(stretch => <div key={`${stretch.from}${stretch.title}`} className="cal-closed" style={within(stretch, hours)}><span>{stretch.title}</span></div>)}
      {column.holiday && <div className="cal-closed" style={within(hours, hours)}><span>{column.holiday}</span></div>}
    </div>
  )
}

/** How many more there are in a half hour; it leads to their day. */
const BundleView = memo(function BundleView({ bundle: { key, from, to, count }, start, isActive }: { readonly bundle: Bundle; readonly start: number; readonly isActive: boolean }): ReactElement {
  const { t } = useTranslation()
  const label = t('calendar.bundle', { count, from: clockOf(from), to: clockOf(to) })
  const { lane, lanes } = BUNDLE_LANE
  const style: CSSProperties = { top: (from - start) * MINUTE_PX, height: (to - from) * MINUTE_PX - 2, left: `${(lane / lanes) * 100}%`, width: `calc(${100 / lanes}% - 3px)` }
  return <button type="button" tabIndex={isActive ? 0 : -1} data-key={key} aria-label={label} title={label} className="cal-bundle" style={style}>+{count}</button>
})

interface FreeProps {
  readonly cell: Cell
  readonly start: number
  readonly isActive: boolean
}

const FreeTime = memo(function FreeTime({ cell: { key, from, to }, start, isActive }: FreeProps): ReactElement {
  const { t } = useTranslation()
  const label = t('calendar.free', { from: clockOf(from), to: clockOf(to) })
  return <button type="button" tabIndex={isActive ? 0 : -1} data-key={key} aria-label={label} className="cal-free" style={{ top: (from - start) * MINUTE_PX, height: (to - from) * MINUTE_PX }} />
})
